// Written by `python -m tools.contract` from the files contract.py of ui/: what each component is handed, and may say.

/** What a component is mounted with (`wired` of ui/parts/messages.js makes `send` of it). */
interface Component<Data, Choices> {
  data: Data & Drawn;
  parentElement: any;
  setTriggerValue(name: "told", value: unknown): void;
  choices?: Choices;
}

/** Tells the page what was done: a control was set, an indicator, load or month opened, the language switched. */
interface Send<Choices> {
  (what: "choose", value: Choices): void;
  (what: "open", value: string | number | Record<string, string>): void;
  (what: "lang", value: string): void;
  load(load: number, text: string, props?: Record<string, unknown>): HTMLElement;
}

interface Line {
  line: string;
  number: number;
}

interface Drawn {
  heard: Line;
  store: string;
}

interface Option {
  value: string;
  text: string;
}

interface OptionGroup {
  text: string;
  options: Option[];
}

interface Control {
  key: string;
  label: string;
  value: string;
  kind?: "date";
  text?: string;
  min?: string;
  max?: string;
  options?: Option[];
  groups?: OptionGroup[];
}

interface Switch {
  value: string;
  text: string;
  label: string;
  lang: string;
}

interface Seen {
  name: string;
  before: string;
  version: number;
  at: number;
  pause: number;
  asks: boolean;
}

interface PrintedHead {
  scope: string;
  words: string;
  zone: string;
}

interface Head {
  title: string;
  sub: string;
  controls: Control[];
  crumbs: string[];
  lang: string;
  switch: Switch;
  skip: string;
  seen: Seen | null;
  printed: PrintedHead;
}

interface Empty {
  title: string;
  text: string;
  steps: string[];
}

interface Fresh {
  text: string;
  tone?: string;
}

interface Named {
  id: string;
  name: string;
}

interface Tab {
  id: string;
  name: string;
  on: boolean;
}

interface Signs {
  variation: string;
  side: number;
  word: string;
  why: string;
  assurance: string | null;
  assurance_word: string;
  outlook: string;
}

interface Made {
  token: string;
  content: string;
  trouble: string;
  name?: string;
  type?: string;
}

interface LoadRow {
  load: number;
  state: string;
  undone: boolean;
  when: string;
  who: string;
  source: string;
  demo: string;
  files: string;
  counts: string[];
  message: string;
}

interface LoadTable {
  rows: LoadRow[];
  words: Record<string, string>;
}

interface Side {
  value: string;
  n: string;
  period: string;
  status: "met" | "not_met" | "at_risk" | "tracked" | "no_cases" | "no_data" | "not_applicable" | "evidence_missing";
  word: string;
}

interface Difference {
  id: string;
  name: string;
  year: string;
  flipped: boolean;
  before: Side;
  after: Side;
}

interface Differences {
  rows: Difference[];
  more: string;
  words: Record<string, string>;
}

interface SourceRow {
  file: string;
  where: string;
  load: number | null;
  cells: string[];
}

interface Pages {
  size: number;
  total: number;
  said: string;
  before: string;
  after: string;
}

interface SourceRows {
  heads: string[];
  rows: SourceRow[];
  of: number;
  from: number;
  size: number;
  total: number;
  said: string;
  before: string;
  after: string;
  none: string;
}

interface Edition {
  edition: string;
  word: string;
  value: string;
  n: string;
  by: string;
  message: string;
  load: number;
}

interface Answer {
  good: boolean;
  text: string;
}

interface MonthLink {
  text: string;
  href: string;
  to: Record<string, string>;
}

interface HeadChoice {
  key: "year" | "month" | "until" | "office" | "dimension" | "indicator" | "seen";
  value: string;
}

interface RowsChoice {
  key: "rows";
  value: string;
}

type Status = "met" | "not_met" | "at_risk" | "tracked" | "no_cases" | "no_data" | "not_applicable" | "evidence_missing";

interface NamedState {
  id: "evidence_missing" | "figure_missing" | "changed" | "not_reviewed" | "written" | "fresh";
  name: string;
}

interface Progress {
  done: number;
  total: number;
  text: string;
}

interface AssessmentHead {
  part: "head";
  stamp: string;
  head: Head;
  empty?: Empty;
  ribbon?: string;
  said?: Answer | null;
  tabs?: Tab[];
  tabsLabel?: string;
  made?: Made | null;
  progress?: Progress;
  files?: Named[];
  sources?: string;
}

interface TextLine {
  mark: string;
  level: number;
  pieces: (string | string[])[];
}

interface RowAlone {
  place: number;
  dimension: string;
  item: string;
  indicator: string;
  standard: string;
  lines: TextLine[];
  state: "evidence_missing" | "figure_missing" | "changed" | "not_reviewed" | "written" | "fresh";
  word: string;
  office: string;
  why: string;
  own: string;
}

interface FormRow {
  place: number;
  dimension: string;
  item: string;
  indicator: string;
  standard: string;
  lines: TextLine[];
  state: "evidence_missing" | "figure_missing" | "changed" | "not_reviewed" | "written" | "fresh";
  word: string;
  office: string;
  why: string;
  own: string;
  itemCell: number;
  indicatorCell: number;
}

interface FormFilter {
  state: string;
  charge: string;
}

interface FormTable {
  part: "form";
  stamp: string;
  states: NamedState[];
  dimensions: Named[];
  rows: FormRow[];
  filter: FormFilter;
  offices: Option[];
  words: Record<string, string>;
  query: Record<string, string>;
}

interface OpenRow {
  place: number;
  standard: string;
  state: "evidence_missing" | "figure_missing" | "changed" | "not_reviewed" | "written" | "fresh";
  word: string;
  why: string;
}

interface OpenOffice {
  name: string;
  progress: Progress;
  rows: OpenRow[];
  reminder: string;
}

interface OpenRows {
  part: "offices";
  stamp: string;
  query: Record<string, string>;
  lead: string;
  offices: OpenOffice[];
  words: Record<string, string>;
}

interface Pair {
  place: number | string;
  standard: string;
  said: string;
  before: ([string, "same" | "gone" | "new", boolean])[];
  after: ([string, "same" | "gone" | "new", boolean])[];
}

interface TwoYears {
  part: "compare";
  stamp: string;
  query: Record<string, string>;
  with: string;
  years: Option[];
  heads: string[];
  lead: string;
  rows: Pair[];
  words: Record<string, string>;
}

interface ListedEdition {
  number: number;
  title: string;
  by: string;
  open: boolean;
}

interface OpenedEdition {
  title: string;
  said: string;
  heads: string[];
  lead: string;
  rows: Pair[];
  query: Record<string, string>;
}

interface Editions {
  part: "editions";
  stamp: string;
  query: Record<string, string>;
  lead: string;
  warning: string;
  editions: ListedEdition[];
  opened: OpenedEdition | null;
  files: Named[];
  sources: string;
  words: Record<string, string>;
}

interface RowNav {
  text: string;
  previous: number | null;
  next: number | null;
}

interface RowStanding {
  id: "evidence_missing" | "figure_missing" | "changed" | "not_reviewed" | "written" | "fresh";
  word: string;
  by: string;
  why: string[];
}

interface TheirText {
  text: string;
  by: string;
}

interface RowAnswer {
  act: "save" | "evidence" | "attach" | "withdraw" | "carry" | "confirm";
  good: boolean;
  text: string;
  wrong: string[];
  number: number;
  mine: string | null;
  theirs: TheirText | null;
}

interface MovedText {
  title: string;
  pieces: ([string, "same" | "gone" | "new", boolean])[];
}

interface Editor {
  text: string;
  current: string;
  basis: string;
  dirty: boolean;
  year: number;
  office: string;
  as_of: string;
  min: string;
  max: string;
  head: string;
  barred: string;
  who: string;
}

interface Offer {
  start: number;
  end: number;
  found: string;
  placeholder: string;
  text: string;
}

interface RowPreview {
  lines: TextLine[];
  problems: string[];
  offers: Offer[];
}

interface Figure {
  name: string;
  value: string;
  insert: string;
  mine: boolean;
  missing: boolean;
}

interface Attached {
  name: string;
  kept: string;
  size: string;
}

interface Statement {
  statement: string;
  from: string;
  span: string;
  load: string;
  fields: Record<string, string>;
  level: string;
  link: string;
  office: string;
  review: string;
  state: "carried" | "valid" | "ended" | "later";
  word: string;
  files: Attached[];
}

interface EvidenceField {
  name: string;
  label: string;
}

interface RowEvidence {
  rows: Statement[];
  carry: boolean;
  demo: string;
  year: string;
  barred: boolean;
  limit: number;
  endings: string;
  fields: EvidenceField[];
  words: Record<string, string>;
}

interface FormRowPage {
  stamp: string;
  code: string;
  lang: string;
  query: Record<string, string>;
  head: Head;
  nav: RowNav;
  ribbon: string;
  state: RowStanding;
  said: RowAnswer | null;
  moved: MovedText | null;
  editor: Editor;
  preview: RowPreview;
  figures: Figure[];
  whats: Option[];
  what: string;
  evidence: RowEvidence | null;
  fetched: Made | null;
  words: Record<string, string>;
}

interface FormChoice {
  key: "view" | "row" | "state" | "charge" | "with" | "edition";
  value: string;
}

interface FileChoice {
  key: "make";
  value: string;
  sources: boolean;
}

interface SignChoice {
  key: "sign";
  value: string;
  name: string;
}

interface OfRow {
  year: number;
  code: string;
  lang: string;
}

interface DraftChoice {
  year: number;
  code: string;
  lang: string;
  key: "draft";
  value: string | null;
  as_of?: string;
  basis?: string;
}

interface SaveChoice {
  year: number;
  code: string;
  lang: string;
  key: "save";
  value: string;
  as_of: string;
  basis: string;
}

interface StatementChoice {
  year: number;
  code: string;
  lang: string;
  key: "evidence";
  value: string;
  fields: Record<string, string>;
  basis: string | number;
}

interface StatementOfDay {
  key: "attach" | "withdraw" | "confirm";
  value: string;
  from: string;
  name?: string;
  year: number;
  code: string;
  lang: string;
}

interface RowChoice {
  year: number;
  code: string;
  lang: string;
  key: "carry" | "fetch" | "part" | "row";
  value: string;
}

type AssessmentChoices = HeadChoice | FormChoice | FileChoice | SignChoice;

type FormRowChoices = HeadChoice | DraftChoice | SaveChoice | StatementChoice | StatementOfDay | RowChoice;

interface Change {
  id: string;
  name: string;
  period: string;
  also: string;
  flipped: boolean;
  standard: string;
  before: Side;
  after: Side;
  gap: string;
  remark: string;
}

interface ChangeTable {
  title: string;
  rows: Change[];
  more: string;
  words: Record<string, string>;
}

interface ChangeLoads {
  title: string;
  rows: LoadRow[];
  words: Record<string, string>;
  more: string;
}

interface ChangesHead {
  part: "head";
  stamp: string;
  head: Head;
  ribbon?: string;
  empty?: Empty;
}

interface ChangesWaiting {
  part: "waiting";
  stamp: string;
  lead: string;
  note: string;
}

interface ChangesBody {
  part: "body";
  stamp: string;
  lead: string;
  note: string;
  others: Option[];
  tables: ChangeTable[];
  loads: ChangeLoads | null;
  kept: string;
}

interface SinceChoice {
  key: "since";
  value: string;
}

type ChangesChoices = HeadChoice | SinceChoice;

interface FileButton {
  id: string;
  name: string;
  for: string;
}

interface IndicatorGroup {
  name: string;
  options: Option[];
}

interface IndicatorList {
  label: string;
  value: string;
  groups: IndicatorGroup[];
  none: string;
}

interface DownloadsHead {
  part: "head";
  stamp: string;
  head: Head;
  empty?: Empty;
  ribbon?: string;
  title?: string;
  text?: string;
  files?: FileButton[];
  made?: Made | null;
}

interface MeetingFile {
  title: string;
  text: string;
  files: FileButton[];
  dimension?: Control;
}

interface Meeting {
  part: "meeting";
  stamp: string;
  title: string;
  made: Made | null;
  pack: MeetingFile;
  brief: MeetingFile;
}

interface ChartChooser {
  part: "chart";
  stamp: string;
  title: string;
  text: string;
  indicator: IndicatorList;
  view: Control;
}

interface Preview {
  part: "preview";
  stamp: string;
  label: string;
  none?: string;
  svg?: string;
  alt?: string;
  files?: FileButton[];
  made?: Made | null;
}

interface DownloadsChoice {
  key: "make" | "of" | "view";
  value: string;
}

type DownloadsChoices = HeadChoice | DownloadsChoice;

interface Mistakes {
  title: string;
  lines: string[];
}

interface LoadsAnswer {
  good: boolean;
  text: string;
  loads: number[];
}

interface HistoryHead {
  part: "head";
  stamp: string;
  head: Head;
  tabs: Tab[];
  tabsLabel: string;
  back: string;
  said: LoadsAnswer | null;
  ribbon: string;
  mistakes: Mistakes | null;
}

interface Find {
  value: string;
  label: string;
}

interface HistoryLoads {
  part: "loads";
  stamp: string;
  source: Control;
  find: Find;
  rows: LoadRow[];
  from: number;
  size: number;
  total: number;
  said: string;
  before: string;
  after: string;
  none: string;
  words: Record<string, string>;
}

interface Fact {
  label: string;
  text: string;
}

interface LoadedFile {
  name: string;
  about: string;
  sha: string;
  copy: boolean;
}

interface NoLoad {
  part: "one";
  stamp: string;
  none: string;
}

interface OneLoad {
  part: "one";
  stamp: string;
  none?: string;
  load: number;
  facts: Fact[];
  of: number;
  ofText: string;
  files: LoadedFile[];
  act: "undo" | "redo" | "";
  blocked: string;
  later: number[];
  made: Made | null;
  words: Record<string, string>;
}

interface LoadMoves {
  part: "moves";
  stamp: string;
  moves: Differences;
  title: string;
  none: string;
}

interface LoadRows {
  part: "rows";
  stamp: string;
  title: string;
  rows: SourceRows;
}

interface CompareSide {
  select: Control;
  label: string;
  day: Control;
}

interface CompareVersions {
  part: "compare";
  stamp: string;
  sides: CompareSide[];
  sub: string;
  trouble?: string;
  count?: string;
  moves?: Differences;
}

interface ClosedMonth {
  month: string;
  name: string;
  when: string;
  message: string;
}

interface RestatedMonth {
  month: string;
  editions: Edition[];
}

interface Restated {
  id: string;
  name: string;
  months: RestatedMonth[];
}

interface Closing {
  part: "closing";
  stamp: string;
  sub: string;
  months: Option[];
  closed: ClosedMonth[];
  restated: Restated[];
  words: Record<string, string>;
}

interface HistoryChoice {
  key: "tab" | "load" | "find" | "from" | "source" | "older" | "newer" | "older-day" | "newer-day" | "copy";
  value: string;
}

interface RevertChoice {
  key: "undo" | "redo";
  value: string;
  message: string;
}

interface CloseChoice {
  key: "close";
  value: string;
  name: string;
  message: string;
}

type HistoryChoices = HeadChoice | RowsChoice | HistoryChoice | RevertChoice | CloseChoice;

interface IndicatorFact {
  label: string;
  text: string;
  signs?: Signs;
}

interface AskedAbout {
  name: string;
  kind: string;
  key: string;
}

interface NoIndicator {
  stamp: string;
  head: Head;
  empty: Empty;
}

interface IndicatorValue {
  value: string;
  n: string;
  status: "met" | "not_met" | "at_risk" | "tracked" | "no_cases" | "no_data" | "not_applicable" | "evidence_missing";
  word: string;
  reason: string;
  facts: IndicatorFact[];
  asksTitle: string;
  asks: ((string | AskedAbout)[])[];
}

interface IndicatorCard {
  value: string;
  n: string;
  status: "met" | "not_met" | "at_risk" | "tracked" | "no_cases" | "no_data" | "not_applicable" | "evidence_missing";
  word: string;
  reason: string;
  facts: IndicatorFact[];
  asksTitle: string;
  asks: ((string | AskedAbout)[])[];
  stamp: string;
  query: Record<string, string>;
  head: Head;
  empty?: Empty;
  ribbon: string;
}

interface ViewTabs {
  label: string;
  chosen: string;
  views: Named[];
}

interface ChartTabs {
  label: string;
  chosen: string;
  views: Named[];
  title: string;
  summary: string;
}

interface ChartRemark {
  number: number;
  text: string;
  by: string;
  load: number;
}

interface ChartNotes {
  text: string;
  remarks: ChartRemark[];
}

interface MonthTable {
  caption: string;
  heads: string[];
  rows: string[][];
}

interface Part {
  name: string;
  key: string;
  value: number;
  n: number | null;
  label: string;
  out: number;
}

interface WholeValue {
  value: number;
  label: string;
}

interface Parts {
  title: string;
  kind: string;
  few: number;
  rows: Part[];
  summary: string;
  whole: WholeValue | null;
  wholeName: string;
  hint: string;
  marked: string;
  more: string;
}

interface WindowRow {
  state: "met" | "not_met" | "at_risk" | "tracked" | "no_cases" | "no_data" | "not_applicable" | "evidence_missing";
  word: string;
  period: string;
  count: string;
  missing: string;
}

interface Windows {
  title: string;
  rows: WindowRow[];
}

interface EvidenceRow {
  text: string;
  facts: string[];
  link: string;
}

interface EvidenceList {
  title: string;
  rows: EvidenceRow[];
  open: string;
  none: string;
}

interface RestatedRow {
  month: string;
  editions: Edition[];
}

interface RestatedMonths {
  title: string;
  rows: RestatedRow[];
}

interface FileBehind {
  name: string;
  rows: string;
}

interface LoadBehind {
  load: number;
  files: FileBehind[];
  more: string;
  who: string;
  message: string;
  demo: string;
}

interface LoadsBehind {
  title: string;
  rows: LoadBehind[];
  none: string;
  version: string;
}

interface Provenance {
  dots: Parts[];
  windows: Windows | null;
  evidence: EvidenceList | null;
  restated: RestatedMonths | null;
  loads: LoadsBehind;
}

interface EntryField {
  name: string;
  kind: "text" | "select" | "check" | "date" | "area";
  label: string;
  needed: boolean;
  value: string;
  unit?: string;
  options?: Option[];
  yes?: string;
}

interface StandardEntry {
  what: string;
  now: boolean;
  when: string;
  office: string;
  by: string;
  written: string;
  reason: string;
}

interface Signed {
  by: string;
  load: number;
}

interface NoteEntry {
  by: string;
  load: number;
  when: string;
  text: string;
  office: string;
}

interface ThreadRow {
  by: string;
  load: number;
  kind: string;
  text: string;
}

interface Thread {
  id: string;
  settled: boolean;
  rows: ThreadRow[];
}

interface EntryAnswer {
  form: string;
  thread: string;
  good: boolean;
  text: string;
  wrong: string[];
  number: number;
}

interface EntriesThere {
  words: Record<string, string>;
  open: Record<string, string>;
  forms: Record<string, EntryField[]>;
  kinds: Record<string, string[]>;
  ofKinds: string[];
  charted: boolean;
  standards: StandardEntry[];
  notes: NoteEntry[];
  rebases: NoteEntry[];
  threads: Thread[];
}

interface Entries {
  words: Record<string, string>;
  open: Record<string, string>;
  forms: Record<string, EntryField[]>;
  kinds: Record<string, string[]>;
  ofKinds: string[];
  charted: boolean;
  standards: StandardEntry[];
  notes: NoteEntry[];
  rebases: NoteEntry[];
  threads: Thread[];
  stamp: string;
  indicator: string;
  lang: string;
  who: string;
  said: EntryAnswer | null;
}

interface RowsBehind {
  title: string;
  sub: string;
  open: string;
  close: string;
  rows: SourceRows | null;
}

interface ChartChoice {
  key: "view";
  value: string;
}

interface EntryChoice {
  key: "enter";
  value: "standard" | "rebase" | "note" | "question" | "answer" | "settled";
  indicator: string;
  lang: string;
  fields: Record<string, string>;
}

type IndicatorChoices = HeadChoice | RowsChoice | ChartChoice | EntryChoice;

interface MonthCell {
  status: "met" | "not_met" | "at_risk" | "tracked" | "no_cases" | "no_data" | "not_applicable" | "evidence_missing";
  open: boolean;
  fresh: boolean;
  change: string;
  tone: string;
  step: number;
  say: string[];
  value?: string;
}

interface MonthsRow {
  id: string;
  name: string;
  dimension: string;
  standard: string;
  unit: string;
  cells: MonthCell[];
  total: MonthCell;
}

interface MonthHead {
  name: string;
  short: string;
  note: string;
}

interface Legend {
  label: string;
  statuses: Named[];
  tones: Named[];
  steps: string;
  open: string;
  carried: string;
  grey: string;
  dash: string;
}

interface MonthsEmpty {
  stamp: string;
  query: Record<string, string>;
  head: Head;
  empty: Empty;
}

interface MonthsFilter {
  view: string;
}

interface Months {
  stamp: string;
  query: Record<string, string>;
  head: Head;
  empty?: Empty;
  ribbon: string;
  filter: MonthsFilter;
  views: Named[];
  summary: Record<string, string>;
  months: MonthHead[];
  dimensions: Named[];
  rows: MonthsRow[];
  legend: Legend;
  leftOut: string;
  words: Record<string, string>;
}

interface ViewChoice {
  key: "view";
  value: string;
}

type MonthsChoices = HeadChoice | ViewChoice;

interface Trend {
  now: (number | null)[];
  before: (number | null)[];
  line: (number | null)[];
  provisional: boolean;
  label: string;
  special: [number, string][];
}

interface OverviewRow {
  id: string;
  name: string;
  dimension: string;
  n: string;
  value: string;
  standard: string;
  set: boolean;
  status: "met" | "not_met" | "at_risk" | "tracked" | "no_cases" | "no_data" | "not_applicable" | "evidence_missing";
  word: string;
  reason: string;
  change: string;
  prior: string;
  through: string;
  trend: Trend | null;
  signal: Signs | null;
  why?: string;
}

interface ChangesLine {
  text: string;
  open: string;
}

interface OverviewFilter {
  status: string | null;
  dimension: string | null;
}

interface OverviewEmpty {
  stamp: string;
  query: Record<string, string>;
  head: Head;
  empty: Empty;
}

interface Overview {
  stamp: string;
  query: Record<string, string>;
  head: Head;
  empty?: Empty;
  ribbon: string;
  fresh: Fresh[];
  changes: ChangesLine | null;
  first: OverviewRow[];
  rows: OverviewRow[];
  dimensions: Named[];
  statuses: Named[];
  filter: OverviewFilter;
  words: Record<string, string>;
}

interface StatusChoice {
  key: "status" | "dimension";
  value: string;
}

type OverviewChoices = HeadChoice | StatusChoice;

interface SourceChoice {
  id: string;
  name: string;
  about: string;
}

interface SourceGroup {
  name: string;
  sources: SourceChoice[];
}

interface Template {
  id: string;
  name: string;
}

interface UploadHead {
  part: "head";
  stamp: string;
  head: Head;
  ribbon: string;
  first: string;
  tabs: Tab[];
  tabsLabel: string;
  title: string;
  groups: SourceGroup[];
  source: string;
  open: string;
  choose: string;
  templates: Template[];
  made: Made | null;
}

interface ListedFile {
  id: string;
  name: string;
  size: string;
  out: string;
}

interface UploadOption {
  name: string;
  label: string;
  value: string;
  hint?: string;
  choices?: Option[];
}

interface UploadAnswer {
  key: string;
  value: string;
  text: string;
  focus: string;
  more: Record<string, string | string[]>;
  no?: boolean;
}

interface UploadQuestion {
  text: string;
  answers: UploadAnswer[];
}

interface ColumnPair {
  ours: string;
  theirs: string;
  about: string;
  same: boolean;
}

interface CheckedFile {
  file: string;
  sheet: string | null;
  rows: string;
  period: string;
  counts: string[];
  understood: string;
  columns: ColumnPair[];
  absent: string;
}

interface UploadProblem {
  severity: string;
  word: string;
  file: string;
  sheet: string;
  cell: string;
  column: string;
  found: string;
  text: string;
  expected: string;
}

interface ChangedCell {
  key: string;
  column: string;
  old: string;
  new: string;
  where: string;
}

interface GoneRow {
  key: string;
  file: string;
  where: string;
}

interface PlannedCells {
  cells: ChangedCell[];
  gone: GoneRow[];
  cellsMore: string;
  goneMore: string;
}

interface UploadPlan {
  cells: ChangedCell[];
  gone: GoneRow[];
  cellsMore: string;
  goneMore: string;
  refused: boolean;
  verdict: string;
  demo: string;
  files: CheckedFile[];
  total: string[];
  problems: UploadProblem[];
  questions: UploadQuestion[];
  moves: Differences;
  kinds: Record<string, number>;
  closed: string;
  markable: string[];
  more: string;
}

interface UploadDone {
  good: boolean;
  title: string;
  text: string;
  load?: number;
  see?: MonthLink | null;
}

interface UploadBody {
  part: "body";
  stamp: string;
  generation: number;
  result: string;
  files: ListedFile[];
  limit: number;
  options: UploadOption[];
  seems: UploadQuestion | null;
  plan: UploadPlan | null;
  done: UploadDone | null;
  words: Record<string, string>;
  made: Made | null;
}

interface UploadHistory {
  part: "history";
  stamp: string;
  none: string;
  title: string;
  rows: LoadRow[];
  words: Record<string, string>;
}

interface GridBeside {
  text: string;
  small: string;
}

interface GridRow {
  id: string;
  name: string;
  unit: string;
  sign: string;
  point: string;
  parts: boolean;
  whole: boolean;
  last: GridBeside;
  prior: GridBeside;
  cells: Record<string, string>;
  note: string;
  locked: boolean;
}

interface GridGroup {
  name: string;
  rows: GridRow[];
}

interface GridAnswer {
  text: string;
  good: boolean;
  wrong: Record<string, string[]>;
  number: number;
  asked: boolean;
  see: MonthLink | null;
}

interface Grid {
  stamp: string;
  month: string;
  control: Control;
  qualifiers: Option[];
  demo: string;
  groups: GridGroup[];
  said: GridAnswer | null;
  words: Record<string, string | string[]>;
}

interface UploadChoice {
  key: "tab" | "source" | "mark" | "make" | "clear" | "cancel" | "load" | "characters" | "so-far";
  value: string;
}

interface RemoveChoice {
  key: "remove";
  value: string;
  names: string[];
}

interface OptionChoice {
  key: "option";
  value: string;
  name: string;
}

interface HeaderChoice {
  key: "answer";
  value: string;
  column: string;
}

interface MonthChoice {
  key: "for";
  value: string;
}

interface FiguresChoice {
  key: "figures";
  value: string;
  month: string;
  cells: Record<string, Record<string, string>>;
  names: string[];
  message: string;
}

type UploadChoices = HeadChoice | UploadChoice | RemoveChoice | OptionChoice | HeaderChoice;

type GridChoices = HeadChoice | MonthChoice | FiguresChoice;
