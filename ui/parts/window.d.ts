// What our scripts keep on the window, because each component has its own copy of them.
interface Window {
  /** The observers of the room of each chart (ui/plot/rooms.js). */
  kpiRooms: WeakMap<Element, (entries: ResizeObserverEntry[]) => void>;
  /** What the head of a printed page says (ui/parts/paper.js), and whether somebody listens for printing. */
  kpiPrinted: { words: string; zone: string };
  kpiPaper?: boolean;
  /** The visit that the browser keeps (ui/shell/last_visit.js). */
  kpiSeen?: any;
  /** Brings a part of a figure into view (ui/indicator/provenance.js). */
  kpiShowPart?: (kind: string, key: string) => void;
}
