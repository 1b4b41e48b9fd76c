// A file that the server made goes to the reader's disk, once for each making.
/** @param {Made | null | undefined} made @param {any} state */
function saveOnce(made, state) {
  if (!made || state.made === made.token) return;
  Object.assign(state, { made: made.token, making: "" });
  if (!made.content) return;
  const bytes = Uint8Array.from(atob(made.content), (sign) => sign.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: made.type }));
  el("a", { href: url, download: made.name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
