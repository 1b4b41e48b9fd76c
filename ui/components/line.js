// What is done here is told to the server one thing after the other: the next once the last was heard, and the same again
// where nothing comes back. Told at once, the framework would keep the last of them only; it may also lose an answer.
const AGAIN = 6000; // ms, then twice as long each time
const HEAVY = 1_000_000; // characters that are not sent twice

function wired({ data, parentElement, setTriggerValue }) {
  const line = (parentElement.line ??= { id: `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`, number: 0, waiting: [] });
  line.tell = (wait = AGAIN) => {
    clearTimeout(line.timer);
    const [first] = line.waiting;
    if (!first || !parentElement.isConnected) return;
    setTriggerValue("told", { line: line.id, ...first });
    if (!(first.value?.value?.length > HEAVY)) line.timer = setTimeout(() => line.tell(2 * wait), wait);
  };
  if (data.heard?.line === line.id && data.heard.number >= line.waiting[0]?.number) {
    line.waiting.shift();
    line.tell();
  }
  const send = (what, value) => {
    line.waiting.push({ number: (line.number += 1), what, value });
    if (line.waiting.length === 1) line.tell();
  };
  return { data, parentElement, send };
}
