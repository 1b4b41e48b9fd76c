"""Names in the catalogue that must exist elsewhere in it. Each rule is one function that yields problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kpi.catalogue.definitions import Catalogue, Days, OnTime, misfit
from kpi.catalogue.source import ColumnType, Compare, Source
from kpi.catalogue.yaml_positions import Path, line_of, named
from kpi.errors import Problem, did_you_mean
from kpi.sentence import Sentence

NEEDED = (
    "figures", "evidence", "offices", "services", "calendar", "closures", "standards", "rebases", "notes", "remarks", "attachments",
    "framework", "innovations", "results", "editions",
)  # fmt: skip
Unknown = tuple[Path, str, Iterable[str]]  # path, what was named, what there is


def cross_checks(catalogue: Catalogue, lines: dict[Path, int], values: object, file: str) -> Iterator[Problem]:
    """All rules, all problems. ``values``: the file as it was read, for the names of its entries."""
    for rule in (
        framework_names,
        source_names,
        late_names,
        derived_columns,
        state_codes,
        indicator_names,
        measure_columns,
        measure_codes,
        standard_names,
    ):
        for path, found, known in rule(catalogue):
            names = sorted(str(name) for name in known)
            expected = ", ".join(did_you_mean(found, names) or names[:8])
            place = named(path, values)
            yield Problem(
                "error", "catalogue-unknown-name", {"path": place, "found": found, "expected": expected},
                file=file, line=line_of(lines, path), column=place, found=found, expected=expected,
            )  # fmt: skip
    yield from sources_needed(catalogue, lines, file)
    yield from rows_told_apart(catalogue, lines, values, file)
    yield from codes_listed(catalogue, lines, values, file)
    yield from standard_ids_once(catalogue, lines, file)
    yield from standards_fit(catalogue, lines, file)
    yield from placeholders_read(catalogue, lines, file)


def framework_names(catalogue: Catalogue) -> Iterator[Unknown]:
    for code, row in catalogue.framework.items():
        if row.dimension not in catalogue.dimensions:
            yield ("framework", code, "dimension"), row.dimension, catalogue.dimensions


def source_names(catalogue: Catalogue) -> Iterator[Unknown]:
    for name, source in catalogue.sources.items():
        columns = source.known_columns()
        used = [(field, getattr(source, field)) for field in ("date", "office", "category", "only_names")]
        used += [("key", value) for value in source.key]
        used += [("order", value) for chain in source.order for value in chain]
        used += [("states", value) for state in source.states for value in (state.column, state.day)]
        for clock in source.clocks.values():
            named = [clock.start, clock.end, clock.extended_to, *clock.where, *clock.completed]
            used += [("clocks", value) for value in (*named, *(c for pair in clock.pauses for c in pair))]
        for field, value in used:
            if value and value not in columns:
                yield ("sources", name, field), value, columns


def late_names(catalogue: Catalogue) -> Iterator[Unknown]:
    for name in catalogue.settings.late_after:
        if name not in catalogue.sources:
            yield ("settings", "late_after", name), name, catalogue.sources


def derived_columns(catalogue: Catalogue) -> Iterator[Unknown]:
    """What is worked out of columns names those that are there."""
    for name, source in catalogue.sources.items():
        for key, derived in source.derived.items():
            asked = {field: getattr(derived, field, None) for field in ("points", "by", "updated", "interval")}
            for field, column in asked.items():
                if column and column not in source.columns:
                    yield ("sources", name, "derived", key, field), column, source.columns


def state_codes(catalogue: Catalogue) -> Iterator[Unknown]:
    """What a row can say of itself is in the list of codes."""
    for name, source in catalogue.sources.items():
        for index, state in enumerate(source.states):
            known = [code.zh for code in source.columns[state.column].codes] if state.column in source.columns else []
            for value in (*state.open, *state.over):
                if known and value not in known:
                    yield ("sources", name, "states", index), value, known


def indicator_names(catalogue: Catalogue) -> Iterator[Unknown]:
    for key, item in catalogue.indicators.items():
        for field, known in (
            ("framework", catalogue.framework),
            ("unit", catalogue.units),
            ("source", catalogue.sources),
        ):
            if getattr(item, field) not in known:
                yield ("indicators", key, field), getattr(item, field), known


def measure_columns(catalogue: Catalogue) -> Iterator[Unknown]:
    for key, item in catalogue.indicators.items():
        source, measure = catalogue.sources.get(item.source), item.measure
        if source is None:
            continue
        if isinstance(measure, OnTime | Days) and measure.clock not in source.clocks:
            yield ("indicators", key, "measure", "clock"), measure.clock, source.clocks
        columns = source.known_columns()
        for field in ("where", "of"):
            asked = getattr(measure, field, {})
            others = [name for one in asked.values() if isinstance(one, Compare) for name in one.or_]
            for column in (*asked, *others):
                if column not in columns:
                    yield ("indicators", key, "measure", field, column), column, columns
        for field in ("date", "column"):
            column = getattr(measure, field, None)
            if column and column not in columns:
                yield ("indicators", key, "measure", field), column, columns


def measure_codes(catalogue: Catalogue) -> Iterator[Unknown]:
    """A value that a measure asks for must be in the column's list of codes."""
    for key, item in catalogue.indicators.items():
        source = catalogue.sources.get(item.source)
        for field in ("where", "of"):
            for column, condition in getattr(item.measure, field, {}).items():
                spec = source.columns.get(column) if source else None
                if spec is None or not spec.codes or isinstance(condition, Compare):
                    continue
                known = {code.zh for code in spec.codes}
                for value in condition if isinstance(condition, tuple) else (condition,):
                    if value not in known:
                        yield ("indicators", key, "measure", field, column), str(value), known


def standard_names(catalogue: Catalogue) -> Iterator[Unknown]:
    for index, standard in enumerate(catalogue.standards):
        if standard.indicator not in catalogue.indicators:
            yield ("standards", index, "indicator"), standard.indicator, catalogue.indicators


def sources_needed(catalogue: Catalogue, lines: dict[Path, int], file: str) -> Iterator[Problem]:
    """The sources that the program itself reads and writes are there."""
    for name in NEEDED:
        if name not in catalogue.sources:
            path = f"sources.{name}"
            line = line_of(lines, ("sources",))
            yield Problem("error", "catalogue-missing-key", {"path": path}, file=file, line=line, column=path)


def rows_told_apart(catalogue: Catalogue, lines: dict[Path, int], values: object, file: str) -> Iterator[Problem]:
    """Every row says which it is, and a case when it was: a blank would be taken as a name, or left out of every figure."""
    for name, source in catalogue.sources.items():
        key = next((column for column in source.key if _always(source, column)), None)
        blank = [] if key else list(source.key[:1])
        if source.kind == "cases" and source.date and not _always(source, source.date):
            blank.append(source.date)
        for column in dict.fromkeys(blank):
            if column in source.columns:
                path = ("sources", name, "columns", column)
                place = named(path, values)
                yield Problem(
                    "error", "catalogue-may-be-blank", {"path": place}, file=file, line=line_of(lines, path), column=place
                )  # fmt: skip


def _always(source: Source, column: str) -> bool:
    """Is a column in every file, and filled in every row? One that is not the file's own is."""
    spec = source.columns.get(column)
    return spec is None or (spec.required and spec.filled)


def codes_listed(catalogue: Catalogue, lines: dict[Path, int], values: object, file: str) -> Iterator[Problem]:
    """A column of codes says which there are: of none every cell would be wrong."""
    for name, source in catalogue.sources.items():
        for column, spec in source.columns.items():
            if spec.type is ColumnType.code and not spec.codes:
                path = ("sources", name, "columns", column)
                place = named((*path, "codes"), values)
                yield Problem(
                    "error", "catalogue-missing-key", {"path": place}, file=file, line=line_of(lines, path), column=place
                )  # fmt: skip


def standard_ids_once(catalogue: Catalogue, lines: dict[Path, int], file: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, standard in enumerate(catalogue.standards):
        if standard.id in seen:
            line = line_of(lines, ("standards", index))
            yield Problem("error", "catalogue-repeated", {"path": standard.id}, file=file, line=line, found=standard.id)
        seen.add(standard.id)


def standards_fit(catalogue: Catalogue, lines: dict[Path, int], file: str) -> Iterator[Problem]:
    for index, standard in enumerate(catalogue.standards):
        item = catalogue.indicators.get(standard.indicator)
        if item and (key := misfit(item, standard.kind)):
            params = {"path": f"standards[{standard.id}]", "expected": Sentence(key), "found": standard.kind.value}
            line = line_of(lines, ("standards", index))
            yield Problem("error", "catalogue-wrong", params, file=file, line=line, found=standard.kind.value)


def placeholders_read(catalogue: Catalogue, lines: dict[Path, int], file: str) -> Iterator[Problem]:
    """Every placeholder in our own results of the form stands for something, in each language."""
    from kpi.form.template import parse  # it reads catalogues itself, so it is not there yet when this file is

    for code, row in catalogue.framework.items():
        texts = {"zh": row.result.zh, "en": row.result.en} if row.result else {}
        for lang, text in texts.items():
            for place, words in enumerate(text.split("\n")):
                path = ("framework", code, "result", lang)
                for problem in parse(words, catalogue).problems:
                    yield Problem(
                        "error", problem.key, problem.params, file=file, line=line_of(lines, (*path, place)),
                        column=".".join(path), found=problem.params["found"],
                    )  # fmt: skip
