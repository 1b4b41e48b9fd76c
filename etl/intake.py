"""From files to a plan, and from a plan to a commit. The page and the command line both use these two steps."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from pathlib import PurePath
from typing import TypedDict, Unpack

import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types
import pyarrow.compute as pc  # type: ignore[import-untyped]  # pyarrow says no types

from etl.checks.alike_keys import keys_alike
from etl.checks.around import Around
from etl.checks.coverage import calendar_known, covers, due_dates, future, rows_inside
from etl.checks.doubtful_characters import KEYS as DOUBTS
from etl.checks.doubtful_characters import doubts
from etl.checks.overlaps import beside_files
from etl.checks.rules import check
from etl.checks.source_rules import check_source, compare_source
from etl.derived_columns import Limits, derive
from etl.kept_words import Recognised
from etl.problem_order import in_order
from etl.reading import Document, Unreadable, read
from etl.redacted_copies import clean_copy
from etl.retime import clocks_again, redo_load, undo_load
from etl.tabular.cells import Names
from etl.tabular.data_rows import sort_rows
from etl.tabular.file_content import Origin
from etl.tabular.headers import Guess, Spellings
from etl.tabular.headless import headless_sheets
from etl.tabular.likely_source import another
from etl.tabular.office_pages import with_offices
from etl.tabular.second_table import table_below
from etl.tabular.struck_out import KEYS as STRUCK
from etl.tabular.struck_out import struck_out
from etl.tabular.tables import Table, find_tables
from etl.tabular.torn_rows import KEYS as TORN
from etl.tabular.torn_rows import RowLike, torn_rows
from etl.tabular.typed_table import Frame, type_table
from kpi.catalogue import Source
from kpi.dates.periods import Period
from kpi.dates.workdays import WorkCalendar
from kpi.errors import LoadRefused, Problem
from warehouse import Warehouse, refusals
from warehouse.commit.load_request import Counts, FileIn, Incoming, Kept, Loaded
from warehouse.commit.loading import Preview, commit, permit, preview
from warehouse.permissions import Actor
from warehouse.reads.reference_lists import Service

__all__ = ["FileReport", "Plan", "load", "newest_month", "note_refusal", "prepare", "redo_load", "undo_load"]

LONGEST_NAME, LONGEST_MESSAGE = 255, 2_000  # characters
Progress = Callable[[float, str], None]  # share done, what is being done (a key of the language catalogue)


@dataclass(frozen=True)
class FileReport:
    """What was understood of one file. ``columns``: column -> the header it was found under.

    ``guesses`` are headers that wait for an answer; ``hidden_known``: does the format tell which rows are hidden?
    """

    file: str
    sha256: str
    rows_read: int
    counts: Counts
    problems: tuple[Problem, ...]
    columns: dict[str, str]
    sheet: str = ""
    period: Period | None = None
    as_of: date | None = None
    kind: str = ""
    encoding: str | None = None
    guesses: tuple[Guess, ...] = ()
    hidden_known: bool = True
    origin: Origin | None = field(default=None, repr=False, compare=False)
    stored: str = ""  # the file's name as it is kept: only what is recognised of it

    @property
    def refused(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)


class _Known(TypedDict, total=False):
    """What is known of a file that could be read: fields of `FileReport`."""

    period: Period | None
    as_of: date | None
    kind: str
    encoding: str | None
    guesses: tuple[Guess, ...]
    hidden_known: bool
    origin: Origin


@dataclass(frozen=True)
class Plan:
    """Checked files, and what loading them would change. ``incoming`` is None when any file was refused."""

    source: str
    files: tuple[FileReport, ...]
    incoming: Incoming | None
    preview: Preview | None = None  # what it would change, None where that was not asked for

    @property
    def refused(self) -> bool:
        return self.incoming is None

    def refused_for(self, problem: Problem) -> Plan:
        """The same plan, refused for one more reason."""
        first, *others = self.files
        return replace(self, files=(replace(first, problems=(*first.problems, problem)), *others), incoming=None)

    @property
    def total(self) -> Counts:
        fields = ("added", "changed", "removed", "unchanged")
        return Counts(*(sum(getattr(file.counts, field) for file in self.files) for field in fields))


@dataclass(frozen=True)
class _Terms:
    """What holds for every file of an upload."""

    warehouse: Warehouse
    name: str
    source: Source
    names: Names
    spellings: Spellings
    today: date
    period: Period | None
    as_of: date | None
    characters: bool
    demo: bool
    coming: frozenset[str]
    words: Recognised
    so_far: bool
    years: frozenset[int]  # that have a calendar
    demonstrated: bool  # are the rows that are there demonstration rows only?
    limits: Limits
    calendar: WorkCalendar  # of no day where nothing is timed


def prepare(
    warehouse: Warehouse, source_name: str, files: list[tuple[str, bytes]], *, today: date, period: Period | None = None,
    as_of: date | None = None, replace_period: bool | None = None, demo: bool = False, progress: Progress | None = None,
    seen: bool = False, confirmed: dict[str, str] | None = None, characters: bool = False,
    coming: frozenset[str] = frozenset(), so_far: bool = False, opened: Mapping[str, Document] | None = None,
) -> Plan:  # fmt: skip
    """Read and check files of one source. Nothing is written.

    Parameters
    ----------
    period, as_of
        What the files cover; where not given, it is taken from each file's name, title or rows.
    replace_period
        Whether rows of the covered period that are not in the file are removed; None: the source's default.
    confirmed
        Headers that a person has confirmed -> column ("": to be left out).
    characters
        Whether a person has confirmed the doubtful characters (see `etl.checks.doubtful_characters`).
    seen
        Whether somebody looks before it is loaded: then what it would change is worked out.
    coming
        Names under which content will be kept that comes along with the rows (what is attached).
    so_far
        Whether a period that is not over is covered up to today only.
    opened
        What was read already, by the hash of the content.
    """
    source = warehouse.catalogue.source(source_name)
    tell = progress or (lambda share, what: None)
    confirmed = confirmed or {}

    def look_up() -> _Terms:
        names, services = _names(warehouse)
        return _Terms(
            warehouse, source_name, source, names, Spellings(source, warehouse.spellings(source_name), confirmed), today,
            period, as_of, characters, demo, coming, Recognised(warehouse.catalogue, names.offices), so_far,
            frozenset(warehouse.calendar_years()), source_name in warehouse.demo_sources(),
            Limits(services if source.clocks else []), warehouse.work_calendar() if source.clocks else WorkCalendar((), ()),
        )  # fmt: skip

    done: list[tuple[FileReport, Frame | None]] = []
    with ThreadPoolExecutor(1) as beside:  # while the reader's process reads the first file
        terms = beside.submit(look_up)
        for index, (path, content) in enumerate(files):

            def part(share: float, index: int = index) -> None:
                tell((index + share) / len(files) * 0.8, "progress-reading")

            part(0.0)
            document = _read(path, content, opened or {}, part)
            others = [(report.period or _day(report.as_of), frame) for report, frame in done if frame]
            done.append(_one(path, content, document, terms.result(), part, others))
    reports = [report for report, _ in done]
    whole = [(report, frame) for report, frame in done if frame is not None]
    if not files or len(whole) < len(done) or any(report.refused for report in reports):
        return Plan(source_name, tuple(reports), None)
    tell(0.85, "progress-comparing")
    replaces = source.load == "replace" or source.kind == "snapshot" if replace_period is None else replace_period
    table = _table(terms.result(), whole)
    told = due_dates([frame for _, frame in whole], source, table, terms.result().years)
    reports = [replace(report, problems=(*report.problems, *more)) for report, more in zip(reports, told, strict=True)]
    records = tuple(FileIn(r.stored, r.sha256, r.rows_read, r.period, r.as_of) for r in reports)
    learned = tuple((header, column) for header, column in confirmed.items() if column in source.columns)
    incoming = Incoming(source_name, table, records, replaces, demo, learned)
    if not seen:
        return Plan(source_name, tuple(reports), incoming)
    shown = preview(warehouse, incoming, clocks_again(warehouse))
    reports = [replace(report, counts=count) for report, count in zip(reports, shown.counts, strict=True)]
    return Plan(source_name, tuple(reports), incoming, shown)


def load(
    warehouse: Warehouse, plan: Plan, actor: Actor, message: str, at: datetime,
    tell: Callable[[float], None] = lambda share: None, *, unattended: bool = False,
) -> Loaded:  # fmt: skip
    """Commit a plan. ``tell`` hears the share done and may raise to cancel. ``unattended``: the message is no reason.

    Raises
    ------
    LoadRefused
        When the plan holds errors; the warehouse is untouched.
    """
    if plan.incoming is None:
        permit(actor, warehouse, plan.source, {None})
        note_refusal(warehouse, plan, at)
        raise LoadRefused(plan)

    return commit(
        warehouse, _with_copies(plan.incoming, plan.files), actor, message[:LONGEST_MESSAGE], at, clocks_again(warehouse),
        tell=tell, unattended=unattended,
    )  # fmt: skip


def newest_month(plan: Plan, source: Source) -> date | None:
    """The first day of the newest month of which files tell anything; None of lists."""
    if plan.incoming is None or not source.counts:
        return None
    days = [report.as_of for report in plan.files if report.as_of]
    if source.date:
        days += [pc.max(plan.incoming.table[source.date]).as_py()]
    ends = [report.period.end for report in plan.files if report.period]
    days = [min([day, *([max(ends)] if ends else [])]) for day in days if day] or ends  # nothing after it is counted
    return max(days).replace(day=1) if days else None


def _with_copies(incoming: Incoming, reports: Sequence[FileReport]) -> Incoming:
    """What comes in, with what is kept of each file. The demonstration's files are there anyway."""
    if incoming.demo:
        return incoming
    pairs = zip(incoming.files, reports, strict=True)
    files = [
        replace(file, copy=Kept(partial(clean_copy, report.origin))) if report.origin else file
        for file, report in pairs
    ]
    return replace(incoming, files=tuple(files))


def note_refusal(warehouse: Warehouse, plan: Plan, at: datetime) -> None:
    """Remember that an upload was refused (the warehouse itself stays untouched)."""
    refusals.note(warehouse.home, plan.source, [report.stored for report in plan.files], at)


def _names(warehouse: Warehouse) -> tuple[Names, list[Service]]:
    """The names that files may write, and the service items whose names are among them."""
    offices = {alias: office.name for office in warehouse.offices() for alias in (*office.aliases, office.name)}
    services = warehouse.services()
    items = {alias: row["item"] for row in services for alias in (*(row["aliases"] or ()), row["item"])}
    return Names(offices, items, warehouse.catalogue.indicator_by_name()), services


def _called(path: str) -> str:
    return PurePath(path).name[-LONGEST_NAME:]


def _read(
    path: str, content: bytes, opened: Mapping[str, Document], tell: Callable[[float], None]
) -> Document | Unreadable:
    """The document, or why it cannot be read."""
    try:
        return opened.get(hashlib.sha256(content).hexdigest()) or read(
            _called(path), content, lambda share: tell(share * 0.4)
        )
    except Unreadable as error:
        return error


def _one(
    path: str, content: bytes, opened: Document | Unreadable, terms: _Terms, tell: Callable[[float], None],
    others: list[tuple[Period | None, Frame]],
) -> tuple[FileReport, Frame | None]:  # fmt: skip
    source = terms.source
    name = _called(path)
    digest = hashlib.sha256(content).hexdigest()

    document: Document | None = None

    def report(
        problems: Sequence[Problem], rows: int = 0, tables: Sequence[Table] = (), **more: Unpack[_Known]
    ) -> FileReport:
        columns = {c: table.headers[i] for table in tables[:1] for c, i in table.columns.items()}
        sheets = "、".join(table.sheet for table in tables)
        stored, order = (
            terms.words.file_name(name, source),
            [sheet.name for sheet in document.sheets] if document else [],
        )
        ordered = tuple(in_order(problems, order))
        return FileReport(name, digest, rows, Counts(), ordered, columns, sheets, stored=stored, **more)

    if isinstance(opened, Unreadable):
        return report([opened.problem]), None
    document = terms.words.document(opened)
    tell(0.4)
    document, named = with_offices(document, source, terms.spellings, terms.names.offices)
    found = find_tables(document, source, terms.spellings, terms.names.offices)
    asked = {(one.sheet, one.params["id"]) for one in named if one.severity == "error"}
    missing = [one for one in found.problems if (one.sheet, one.params.get("id")) not in asked]
    problems = [*document.notes, *named, *missing]
    tables: list[Table] = []
    for table in found.tables:
        sorted_out, told = sort_rows(name, table, source)
        alike = RowLike.of(table, source, terms.names, terms.today)
        if below := table_below(name, sorted_out, terms.spellings, alike):
            sorted_out, told = sort_rows(name, replace(table, left_out=below[0]), source)
            told.append(below[1])
        tables.append(sorted_out)
        problems += told
        problems += torn_rows(document, sorted_out, source, terms.names, terms.today)
        problems += struck_out(document, sorted_out)
    problems += headless_sheets(document, tables, source, terms.names, terms.today)
    unfit = any(problem.severity == "error" for problem in found.problems)
    problems = another(document, tables, terms.name, terms.warehouse.catalogue, refused=unfit) + problems
    problems += doubts(document, tables, terms.characters)
    more: _Known = {
        "kind": document.kind, "encoding": document.encoding, "guesses": found.guesses,
        "hidden_known": all(sheet.hidden_rows is not None for sheet in document.sheets),
        "origin": Origin(content, document, tables, terms.words),
    }  # fmt: skip
    if not tables or any(
        problem.severity == "error" and problem.key not in DOUBTS | TORN | STRUCK | {"block-beside", "table-below"}
        for problem in problems
    ):
        return report(problems, tables=tables, **more), None
    tell(0.5)
    frame = type_table(name, tables, source, terms.names, terms.today, epoch=document.epoch)
    tell(0.8)
    rows = len(frame)
    frame.problems = problems + frame.problems
    around = Around(terms.warehouse, terms.name, coming=terms.coming, demo=terms.demo, demonstrated=terms.demonstrated)
    check(frame, terms.warehouse.catalogue)
    check_source(frame, around)
    covered, point = covers(frame, source, terms.period, terms.as_of)
    if terms.so_far and covered and covered.start <= terms.today < covered.end:
        covered = Period(covered.start, terms.today)
    future(frame, source, covered, point, terms.today)
    rows_inside(frame, source, covered)
    calendar_known(frame, source, covered, terms.years)
    files = [other for _, other in others]

    def called(other: str) -> str:
        return terms.words.file_name(other, source)

    keys_alike(frame, files, called, terms.warehouse, clears=around.clears)
    beside_files(frame, covered or _day(point), others, called)
    compare_source(frame, replace(around, period=covered, others=tuple(files)))
    more["period"], more["as_of"] = covered, point
    return report(frame.problems, rows, tables, **more), frame


def _day(day: date | None) -> Period | None:
    return Period(day, day) if day else None


def _table(terms: _Terms, done: list[tuple[FileReport, Frame]]) -> pa.Table:
    """All files as one table: of a key that several files bear, the row of the latest period stands."""
    source = terms.source

    def last_day(index: int) -> tuple[date, int]:
        period = done[index][0].period
        return period.end if period else date.min, index

    parts = []
    for index in sorted(range(len(done)), key=last_day):
        report, frame = done[index]
        size = len(frame)
        columns = {name: frame.arrow(name) for name in source.columns}
        if source.kind == "snapshot":
            columns["as_of"] = pa.array([report.as_of] * size, pa.date32())
        columns |= {
            "file": pa.array([index] * size, pa.int32()), "sheet": pa.array(frame.sheets, pa.string()),
            "row": pa.array(frame.numbers, pa.int64()),
        }  # fmt: skip
        parts.append(pa.table(columns))
    table = pa.concat_tables(parts)
    if len(parts) > 1 and source.key:
        keys = zip(*(table[name].to_pylist() for name in source.identity), strict=True)
        last = {value: row for row, value in enumerate(keys)}
        if len(last) < table.num_rows:
            table = table.take(pa.array(sorted(last.values())))
    for name, values in derive(table, source, terms.calendar, terms.limits).items():
        table = table.append_column(name, values)
    return table
