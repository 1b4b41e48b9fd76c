// What looks at the room of a chart, by chart: who prints calls it (ui/parts/paper.js). It must be there before any chart is.
window.kpiRooms ??= (() => {
  const rooms = new WeakMap(), Observer = window.ResizeObserver;
  window.ResizeObserver = class extends Observer {
    constructor(seen) { super(seen); this.seen = seen; }
    observe(node, options) {
      if (node.classList?.contains("js-plotly-plot")) rooms.set(node, this.seen);
      super.observe(node, options);
    }
  };
  return rooms;
})();
