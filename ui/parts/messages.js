// What is done here is told to the server with all that was told before and not heard yet, each with its number: of two things
// that wait at once the framework keeps the later one only. Numbers of loads are of the store that the page was drawn from, which
// is told along.
/**
 * @template Data
 * @template Choices
 * @param {Component<Data, Choices>} component
 * @returns {{ data: Data & Drawn, parentElement: any, send: Send<Choices> }}
 */
function wired({ data, parentElement, setTriggerValue }) {
  const line = (parentElement.line ??= { id: `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`, number: 0, unheard: [] });
  if (data.heard?.line === line.id) line.unheard = line.unheard.filter((one) => one.number > data.heard.number);
  stand(data, line.unheard);
  const send = (what, value) => {
    line.unheard = [...line.unheard, { number: (line.number += 1), what, value, store: data.store }];
    stand(data, line.unheard);
    setTriggerValue("told", { line: line.id, unheard: line.unheard });
  };
  send.load = (load, text, props) => link(`history?load=${data.store}-${load}`, text, () => send("open", load), props);
  return { data, parentElement, send };
}

// A control or a filter that was set and not heard yet stands as it was set: data that were on their way meanwhile would take it
// back for a moment.
/** @param {any} data @param {{ what: string, value: any }[]} unheard */
function stand(data, unheard) {
  for (const { what, value } of unheard) {
    if (what !== "choose") continue;
    if (data.filter && value.key in data.filter) data.filter = { ...data.filter, [value.key]: value.value };
    for (const control of data.head?.controls ?? []) if (control.key === value.key) control.value = value.value;
  }
}
