"""The command line of the way out: one value, or the summary, the form, a pack or a brief as a file.

``--json`` prints one JSON object. Exit 0 done, 2 refused input, 1 a fault of ours.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Annotated, ParamSpec, Protocol, runtime_checkable

import typer

from kpi.catalogue import Catalogue
from kpi.dates.periods import Period, cuts_of, named_period
from kpi.dates.roc import gregorian_year, parse_date
from kpi.errors import CatalogueError, KpiError
from kpi.evaluate import evaluate
from kpi.json_text import json_text
from kpi.observations import Book, Scope
from kpi.spc.control_chart import process_of
from lang import DEFAULT, LANGUAGES, choose, list_of, say
from lang.figures import in_words
from lang.problem import mistake
from present.form.fill import build
from publish.form.files import WRITERS as FORM_WRITERS
from publish.form.files import desk_of, files_behind, print_form
from publish.one_value import as_dict, as_words
from publish.pack.files import BRIEF_WRITERS, PACK_WRITERS, make_brief, make_pack
from publish.summary import WRITERS, summarise
from publish.summary.figures import office_named
from warehouse import Warehouse, settings
from warehouse.commit.loading import outdated_sources
from warehouse.permissions import local_actor

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


def known_language(found: str) -> str:
    """Refuse a language that there is not; raises `KpiError`."""
    if found not in LANGUAGES:
        raise KpiError("command-lang", found=found)
    return found


RANGES = {"--year": (1, 2999), "--month": (1, 12)}
(FIRST_YEAR, LAST_YEAR), (FIRST_MONTH, LAST_MONTH) = RANGES.values()
Year = Annotated[int, typer.Option("--year", min=FIRST_YEAR, max=LAST_YEAR, help="ROC (114) or Gregorian (2025)")]
Lang = Annotated[str, typer.Option("--lang", callback=known_language, help="zh-Hant or en")]


def opened(catalogue: Catalogue) -> Warehouse:
    """The warehouse; raises `KpiError` where its figures were made by other definitions than those in force."""
    warehouse = Warehouse.open(settings.home(), catalogue)
    if names := outdated_sources(warehouse):
        raise KpiError("definitions-changed", sources=tuple(catalogue.sources[name].name for name in names))
    return warehouse


def open_book(warehouse: Warehouse, period: Period) -> Book:
    """The observations, cut at the edges of a period and of the same days of last year."""
    return warehouse.book(cutoffs=cuts_of(period))


@app.command()
def value(
    indicator: str,
    start: Annotated[str, typer.Option("--from", help="first day, 114-01-01 or 2025-01-01")],
    end: Annotated[str, typer.Option("--to", help="last day")],
    office: Annotated[str | None, typer.Option("--office", help="one office instead of the agency")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object")] = False,
    lang: Lang = DEFAULT,
) -> None:
    """Print the value of one indicator over any period."""
    catalogue = settings.catalogue()
    catalogue.indicator(indicator)
    first, last = parse_date(start), parse_date(end)
    if last < first:
        raise KpiError("dates-swapped")
    period = Period(first, last)
    book = open_book(opened(catalogue), period)
    scope = Scope(office_named(book, office))
    result = evaluate(catalogue, book, indicator, period, scope)
    told = (catalogue, result, process_of(catalogue, book, indicator, period.end, scope), book.version, lang)
    print(json_text(as_dict(*told)) if as_json else "\n".join(as_words(*told)))


@app.command()
def summary(
    year: Year,
    output: Annotated[Path, typer.Option("-o", help="FILE.ods, .xlsx or .csv")],
    month: Annotated[
        int | None, typer.Option("--month", min=FIRST_MONTH, max=LAST_MONTH, help="one month instead of the year")
    ] = None,
    office: Annotated[str | None, typer.Option("--office", help="one office instead of the agency")] = None,
    lang: Lang = DEFAULT,
) -> None:
    """Write the indicator summary of a year or a month, and print its path."""
    catalogue, writer = settings.catalogue(), writer_for(output, WRITERS)
    period = named_period(gregorian_year(year), "month" if month else "year", month or 1)
    book = open_book(opened(catalogue), period)
    write(output, writer(summarise(catalogue, book, period, office), lang))


@app.command()
def form(
    year: Year,
    as_of: Annotated[str, typer.Option("--as-of", help="cut-off of the form, 114-12-10 or 2025-12-10")],
    output: Annotated[Path, typer.Option("-o", help="FILE.odt, .ods, .docx, .xlsx or .pdf")],
    sources: Annotated[bool, typer.Option("--sources", help="say of every figure where it came from")] = False,
    lang: Lang = DEFAULT,
) -> None:
    """Write the yearly self-assessment, and print its path."""
    catalogue, writer = settings.catalogue(), writer_for(output, FORM_WRITERS)
    warehouse, day = opened(catalogue), parse_date(as_of)
    desk = desk_of(warehouse, gregorian_year(year), day)
    behind = files_behind(warehouse) if sources else None
    write(output, writer(print_form(desk, build(desk, day, lang), local_actor().name, settings.now(), files=behind)))


@app.command()
def pack(
    year: Year,
    month: Annotated[int, typer.Option("--month", min=FIRST_MONTH, max=LAST_MONTH)],
    output: Annotated[Path, typer.Option("-o", help="FILE.odp, .pptx or .pdf")],
    lang: Lang = DEFAULT,
) -> None:
    """Write the monthly pack for the management meeting, and print its path."""
    writer = writer_for(output, PACK_WRITERS)
    warehouse = opened(settings.catalogue())
    made = make_pack(warehouse, gregorian_year(year), month, lang, settings.now(), local_actor().name)
    write(output, writer(made))


@app.command()
def brief(
    year: Year,
    dimension: Annotated[str, typer.Option("--dimension", help="basic, delivery ...: its key or its name")],
    output: Annotated[Path, typer.Option("-o", help="FILE.odt, .docx or .pdf")],
    as_of: Annotated[str | None, typer.Option("--as-of", help="cut-off, 114-12-10 or 2025-12-10")] = None,
    lang: Lang = DEFAULT,
) -> None:
    """Write one page about a dimension, and print its path."""
    writer = writer_for(output, BRIEF_WRITERS)
    warehouse, day = opened(settings.catalogue()), parse_date(as_of) if as_of else None
    made = make_brief(warehouse, gregorian_year(year), day, dimension, lang, settings.now(), local_actor().name)
    write(output, writer(made))


Given = ParamSpec("Given")


def writer_for(output: Path, writers: Mapping[str, Callable[Given, bytes]]) -> Callable[Given, bytes]:
    """The writer of a file by its ending; raises `KpiError` where there is none, or no folder to write into."""
    writer = writers.get(output.suffix.lower())
    if writer is None:
        raise KpiError("summary-ending-unknown", file=output.name, known=list(writers))
    if not output.parent.is_dir():
        raise KpiError("command-no-folder", file=str(output), folder=str(output.parent))
    return writer


def write(output: Path, content: bytes) -> None:
    """Write a file and print its path; raises `KpiError` where that cannot be."""
    try:
        output.write_bytes(content)
    except IsADirectoryError:
        raise KpiError("command-is-folder", file=str(output)) from None
    except PermissionError:
        raise KpiError("command-not-permitted", file=str(output)) from None
    except OSError as error:
        raise KpiError("summary-not-written", file=str(output), why=error.strerror or str(error)) from None
    print(output)


def _shown(params: Mapping[str, object], lang: str) -> dict[str, object]:
    """Names, days, periods and texts of the catalogue as people write them."""
    return {k: list_of(v, lang, 8, k) if isinstance(v, list) else _in_words(v, lang) for k, v in params.items()}


def _in_words(value: object, lang: str) -> object:
    return in_words(value, lang, None)  # type: ignore[arg-type]  # only amounts ask the catalogue: a refusal holds none


@runtime_checkable
class Misused(Protocol):
    """A mistake in the command's words, as typer raises it."""

    def format_message(self) -> str: ...


def _mistake(error: Misused, lang: str) -> str:
    """What is wrong with the command's words; what we have no sentence for as typer says it."""
    kind, param = type(error).__name__, getattr(error, "param", None)
    name = param.opts[0] if param else getattr(error, "option_name", "")
    if kind == "NoSuchOption":
        return say("command-no-option", lang, found=name)
    if kind in ("MissingParameter", "BadOptionUsage") and name:
        return say("command-missing", lang, name=name if name.startswith("-") else name.upper())
    if kind == "BadParameter" and name in RANGES:
        low, high = map(str, RANGES[name])
        return say("command-range", lang, name=name, found=_after(name), low=low, high=high)
    return error.format_message()


def _after(option: str) -> str:
    """What was typed for an option the last time; "" where it was not."""
    found = ""
    for word, value in pairwise([*sys.argv, ""]):
        name, sign, joined = word.partition("=")
        if name == option:
            found = joined if sign else value
    return found


def _tell(text: str) -> None:
    print(text, file=sys.stderr)


def main() -> None:
    """Run, and turn refusals into sentences and exit codes."""
    lang = choose(_after("--lang"))
    try:
        sys.exit(app(standalone_mode=False) or 0)
    except typer.Exit as stop:
        sys.exit(stop.exit_code)
    except CatalogueError as refused:
        for problem in refused.problems:
            _tell(mistake(problem, lang))
        _tell(say(refused.key, lang, **refused.params))
        sys.exit(2)
    except KpiError as refused:
        _tell(say(refused.key, lang, **_shown(refused.params, lang)))
        sys.exit(2)
    except typer.Abort:
        sys.exit(130)
    except Exception as error:
        if isinstance(error, Misused):  # a mistake in the command's words
            _tell(_mistake(error, lang))
            sys.exit(2)
        _tell(f"{type(error).__name__}: {error}")
        sys.exit(1)


if __name__ == "__main__":
    main()
