"""The command line of the way in. ``--json`` prints one JSON object; exit 0 done, 2 refused input, 1 a fault of ours."""

from __future__ import annotations

import signal
import sys
from dataclasses import replace as replace_fields
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from etl import demo as demonstration
from etl.commands.plan_report import load_json, print_plan
from etl.commands.progress_bar import errors, out, progress, tell_behind
from etl.commands.stopping import begun, stopped
from etl.commands.template import template as build_template
from etl.commands.upkeep import register
from etl.intake import FileReport, note_refusal, prepare
from etl.intake import load as commit_plan
from etl.reading import content_of, readable_name, ready
from etl.refusal_words import explained
from etl.retime import clocks_again
from etl.verdict import files_are_right
from kpi.catalogue.schema import schema as catalogue_schema
from kpi.dates.periods import Period
from kpi.dates.roc import parse_date
from kpi.errors import CatalogueError, KpiError, LoadRefused, MonthClosed, Problem
from kpi.json_text import json_text
from lang import DEFAULT, list_of, roc, say
from lang.problem import mistake
from warehouse import Warehouse, settings
from warehouse.commit.loading import Counts, refresh_definitions
from warehouse.permissions import local_actor

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
STOPPED = 130
Lang = Annotated[str, typer.Option("--lang", help="zh-Hant or en")]
opened: list[Warehouse] = []  # by the command that runs


def _day(text: str | None) -> date | None:
    return parse_date(text) if text else None


def _warehouse() -> Warehouse:
    warehouse = Warehouse.open(settings.home(), settings.catalogue())
    opened.append(warehouse)
    demonstration.load_calendars(warehouse, local_actor(), settings.now(), DEFAULT)
    refresh_definitions(warehouse, local_actor(), settings.catalogue_path().name, clocks_again(warehouse))
    if not begun:
        begun.append(warehouse.newest())
    return warehouse


register(app, _warehouse)


@app.command()
def demo(lang: Lang = DEFAULT) -> None:
    """Fill an empty warehouse with the bundled demonstration exports."""
    warehouse = _warehouse()
    with progress(say("progress-demo", lang, what="")) as bar:
        done = demonstration.load_demo(
            warehouse, local_actor(), settings.now(), lang,
            lambda share, what: bar(share, say("progress-demo", lang, what=what)),
        )  # fmt: skip
    key = "loaded" if done else "demo-there"
    out.print(say(key, lang, version=warehouse.version()))


@app.command()
def load(
    source: str,
    files: list[Path],
    start: Annotated[str | None, typer.Option("--from", help="first day covered")] = None,
    end: Annotated[str | None, typer.Option("--to", help="last day covered")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="day of a snapshot")] = None,
    replace: Annotated[bool | None, typer.Option("--replace/--add", help="replace the period, or add to it")] = None,
    headers: Annotated[
        list[str] | None, typer.Option("--header", help="a header and its column: 收文日=received")
    ] = None,
    characters: Annotated[
        bool, typer.Option("--characters", help="the characters that were asked about are right")
    ] = False,
    so_far: Annotated[bool, typer.Option("--so-far", help="a month that is not over is covered up to today")] = False,
    message: Annotated[str, typer.Option("-m", help="why")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="read and check only")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object")] = False,
    lang: Lang = DEFAULT,
) -> None:
    """Load files of one source, all or none."""
    catalogue = settings.catalogue()
    catalogue.source(source)
    first, last = _day(start), _day(end)
    if first and last and last < first:
        raise KpiError("dates-swapped")
    if (first is None) != (last is None):
        first, last = first or last, last or first
    for path in files:
        if not path.is_file():
            raise KpiError("file-missing", file=str(path))
    ready()
    warehouse = _warehouse()
    contents = [(readable_name(path), content_of(path)) for path in files]
    with progress(say("progress-reading", lang)) as bar:

        def tell(share: float, what: str) -> None:
            bar(share, say(what, lang))

        plan = prepare(
            warehouse, source, contents, today=settings.today(), period=Period(first, last) if first and last else None,
            as_of=_day(as_of), replace_period=replace, progress=tell, seen=dry_run,
            confirmed=dict(one.rsplit("=", 1) for one in headers or () if "=" in one), characters=characters, so_far=so_far,
        )  # fmt: skip
        version, key = warehouse.version(), "dry-run"
        if not dry_run and not plan.refused:
            try:
                done = commit_plan(
                    warehouse, plan, local_actor(), message, settings.now(),
                    lambda share: tell(0.85 + 0.15 * share, "progress-writing"),
                )  # fmt: skip
            except MonthClosed as error:
                plan = plan.refused_for(Problem("error", error.key, explained(error, lang), file=plan.files[0].file))
            else:
                version, key = done.version, "loaded" if done.load else "loaded-nothing"
                plan = replace_fields(plan, files=tuple(map(_counted, plan.files, done.counts)))
    if plan.refused:
        if not dry_run:
            note_refusal(warehouse, plan, settings.now())
        right = files_are_right(problem for report in plan.files for problem in report.problems)
        key = "load-open" if right else "load-refused"
    if as_json:
        print(json_text(load_json(plan, version, lang)))
    else:
        print_plan(plan, out, errors, catalogue, lang)
        (errors if plan.refused else out).print(say(key, lang, version=version))
    if plan.refused:
        raise typer.Exit(2)


def _counted(report: FileReport, counts: Counts) -> FileReport:
    return replace_fields(report, counts=counts)


@app.command()
def check(lang: Lang = DEFAULT) -> None:
    """Check metrics.yml, and write its JSON Schema for editors."""
    path = settings.catalogue_path()
    catalogue = settings.catalogue()
    schema = path.with_name("metrics.schema.json")
    schema.write_text(json_text(catalogue_schema(), indent=1) + "\n", encoding="utf-8")
    counts = {
        "sources": len(catalogue.sources),
        "indicators": len(catalogue.indicators),
        "standards": len(catalogue.standards),
    }
    out.print(say("catalogue-sound", lang, file=path.name, schema=schema.name, **counts))


@app.command()
def template(
    source: str,
    output: Annotated[
        Path | None, typer.Option("-o", help="FILE.ods or .xlsx; SOURCE.xlsx where it is not said")
    ] = None,
    lang: Lang = DEFAULT,
) -> None:
    """Write a template of a source."""
    catalogue = settings.catalogue()
    catalogue.source(source)
    warehouse = _warehouse()
    path = output or Path(f"{source}.xlsx")
    items = list(dict.fromkeys(row["item"] for row in warehouse.services()))
    offices = [office.name for office in warehouse.offices() if office.end is None]
    ending = ".ods" if path.suffix.lower() == ".ods" else ".xlsx"
    path.write_bytes(build_template(catalogue, source, lang, offices, items, ending))
    print(path)


@app.command()
def status(
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object")] = False, lang: Lang = DEFAULT
) -> None:
    """Say which sources are there, through which day, and the last loads."""
    warehouse = _warehouse()
    book = warehouse.book()
    loads = warehouse.loads(limit=5)
    if as_json:
        sources = {
            name: {"through": reach.through.isoformat() if reach.through else None, "demo": reach.demo}
            for name, reach in sorted(book.reach.items())
        }
        recent = [
            {
                "load": r.load,
                "at": r.at.isoformat(),
                "actor": r.actor,
                "source": r.source,
                "message": r.message,
                "version": r.version,
            }
            for r in loads
        ]
        print(json_text({"version": book.version, "sources": sources, "loads": recent}))
        return
    out.print(say("status-version", lang, version=book.version))
    for name, source in warehouse.catalogue.sources.items():
        reach = book.reach.get(name)
        words = say("status-through", lang, day=roc(reach.through)) if reach and reach.through else ""
        if reach is None and not warehouse.loads(limit=1, source=name):
            words = say("status-none", lang)
        mark = say("status-demo", lang) if reach and reach.demo else ""
        out.print(f"{source.name.get(lang)}  {words}{mark}".rstrip())


def _shown(refused: KpiError, lang: str) -> dict[str, Any]:
    return {k: list_of(v, lang, 8, k) if isinstance(v, list) else v for k, v in explained(refused, lang).items()}


def _stop(lang: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    errors.print(stopped(lang))
    sys.exit(STOPPED)


def main() -> None:
    """Run, and turn refusals into sentences and exit codes."""
    lang = sys.argv[sys.argv.index("--lang") + 1] if "--lang" in sys.argv[:-1] else DEFAULT
    try:
        code = app(standalone_mode=False) or 0
        if code == STOPPED:  # how Typer hands on an interrupt
            raise KeyboardInterrupt
        sys.exit(code)
    except typer.Exit as stop:
        sys.exit(stop.exit_code)
    except CatalogueError as refused:
        for problem in refused.problems:
            errors.print(mistake(problem, lang))
        errors.print(say(refused.key, lang, **refused.params))
        sys.exit(2)
    except LoadRefused as refused:
        print_plan(refused.report, errors, errors, settings.catalogue(), lang)
        errors.print(say(refused.key, lang))
        sys.exit(2)
    except KpiError as refused:
        sentence = say(refused.key, lang, **_shown(refused, lang))
        if "--json" in sys.argv:  # a refusal is an object too
            print(json_text({"files": [], "message": sentence}))
        errors.print(sentence)
        sys.exit(2)
    except (typer.Abort, KeyboardInterrupt):
        _stop(lang)
    except Exception as error:
        if str(error) == "Query interrupted":  # how DuckDB hands it on
            _stop(lang)
        if hasattr(error, "format_message"):  # a mistake in the command's words
            errors.print(error.format_message())
            sys.exit(2)
        errors.print(f"{type(error).__name__}: {error}")
        sys.exit(1)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done and said; only the process is still to end
        for warehouse in opened:
            tell_behind(warehouse, lang)


if __name__ == "__main__":
    main()
