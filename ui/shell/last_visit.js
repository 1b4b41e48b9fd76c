// The browser keeps which version was in view last, and when: an id and four numbers in a cookie of this site (ui/shell/last_visit.py).
// A page that was out of view asks first, where another page kept something else meanwhile or the visit is over.
/** @param {Seen | null} told @param {Send<any>} send */
function seen(told, send) {
  if (!told) return;
  const here = (window.kpiSeen ??= { asked: "" });
  if (here.told?.at !== told.at) here.ahead = told.at * 1000 - Date.now();  // the server's clock is the one that counts
  Object.assign(here, { told, send });
  here.keep = () => keepSeen(here);
  here.keep();
  if (here.timer) return;
  here.timer = setInterval(() => here.keep(), 60_000);
  document.addEventListener("visibilitychange", () => here.keep());
}

function keepSeen(here) {
  if (document.visibilityState !== "visible") return;
  const { told } = here, now = Math.floor((Date.now() + here.ahead) / 1000);
  const kept = document.cookie.split("; ").find((one) => one.startsWith(`${told.name}=`))?.slice(told.name.length + 1) || "";
  const [store, version, at, , last] = kept.split(".");
  const other = `${store}.${version}.${at}` !== told.before || now - Number(last) > told.pause;
  if (kept && other && now - told.at > 60 && kept !== here.asked) {
    if (!told.asks) return;
    here.asked = kept;
    here.send("choose", { key: "seen", value: kept });
    return;
  }
  const safe = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${told.name}=${told.before}.${told.version}.${now}; Path=/; Max-Age=31536000; SameSite=Lax${safe}`;
}
