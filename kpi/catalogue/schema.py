"""The JSON Schema of ``metrics.yml`` for editors: what each key means, and what may stand there, in both ways of writing.

An editor that knows it shows the words below where the mouse rests on a key. What an entry must have at all is left to
``python -m etl check``: in a group a part of it stands above.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kpi.catalogue.definitions import Catalogue
from kpi.catalogue.evidence_rows import EvidenceRows
from kpi.catalogue.places import ROWS
from kpi.catalogue.shorthand import NAMES

COUNTED = "The rows that are counted: column and value, or a list of values, or a comparison."
ONLY_OF = "The rows that count at all (the denominator of a share): column and value, or a list, or a comparison."
BY_DATE = "The date column by which a row belongs to a month; without it that of the source."

SECTIONS = {
    "settings": "The agency, and what holds for the whole dashboard (設定).",
    "units": "What is counted (單位): a name of your own, and how it is written.",
    "dimensions": "The parts of the yearly form (構面), in its order: a name of your own, and its title.",
    "framework": "The rows of the yearly self-assessment (自行評核表) by their codes, in the form's order.",
    "sources": "What is loaded (資料來源): each kind of file, its columns and its rules, by a name of your own.",
    "indicators": "What is measured (指標): a name of your own, and how it is worked out.",
    "standards": "The reference standards (參考標準): what must be reached, who set it and from when it holds.",
    "authorities": "Who sets standards (訂定者): a name of your own for set_by, and the words for it.",
    "documents": "Where standards are written (依據): a name of your own for written, and the words for it.",
    "evidence_rows": "What the indicators and standards of all rows that are met by evidence (佐證) have in common.",
}
STANDARD = {
    "id": "A name of its own that no other standard has.",
    "indicator": "The indicator that it is for.",
    "kind": "How it is judged: at_least, at_most, range, frequency, time_limit, not_worse_than_last_year, evidence or tracked.",
    "office": "The office that it holds for, in place of the agency's; left out for the agency.",
    "value": "The bound: the least, the most, the low end of a range, how often in a window, or the days of a time limit. "
    "A rate is a fraction: 0.05 for 5%.",
    "high": "The upper end of a range; value is its lower end.",
    "good": "The bound of the level “good” (良好).",
    "excellent": "The bound of the level “excellent” (優異).",
    "window": "The months of a window of a frequency: 1, 2, 3, 4, 6 or 12.",
    "rolling": "true: the window ends with every month; false: windows follow the calendar.",
    "each_office": "true: every office must meet it; false: the agency as a whole.",
    "path": "How a bound for the year is spread over its months: even, or season, as in past years.",
    "from": "The first day on which it holds, such as 2025-01-01 or 114-01-01.",
    "to": "The last day on which it holds; left out while it holds.",
    "set_by": "Who set it: a name of authorities, or the words in both languages.",
    "written": "Where it is written: a name of documents, or the words in both languages.",
    "reason": "Why it was set, in both languages.",
    "rows": "Makes this a group: the standards below it, for each of which holds what stands here.",
}
"""Standards of every kind."""

PROPERTIES: dict[str, dict[str, str]] = {
    "Catalogue": SECTIONS,
    "Settings": {
        "timezone": "The time zone of the agency, such as Asia/Taipei.",
        "agency": "The agency's name.",
        "ministry": "The ministry above the agency, for the title of the form.",
        "agency_names": "The names under which the agency's data sets are listed, former ones too.",
        "attachment_mb": "How large a file that is attached to evidence may be, in MiB.",
        "late_after": "For each source the days after the end of a month by which its file is expected.",
    },
    "Unit": {
        "zh": "In Chinese, such as 件.",
        "en": "In English, plural, such as cases.",
        "one": "In English, singular, such as case; left out where it is the same.",
        "parts": "true: there may be a part of one, as half a day; false: whole numbers only.",
    },
    "Text": {"zh": "The Chinese text.", "en": "The English text."},
    "FrameworkRow": {
        "dimension": "The part of the form (構面) that it belongs to: a name of dimensions.",
        "item": "The item (評核項目).",
        "indicator": "The indicator (評核指標), as the form words it.",
        "standard": "The reference standard (次評核指標／參考標準), as the form words it.",
        "kind": "How it is judged, as a standard's kind; a row with evidence needs none.",
        "result": "What its result (評核結果說明) reads until an office writes it; figures stand in braces.",
        "evidence": "The row is met by evidence (佐證): the name of the indicator and of the standard that it brings.",
        "rows": "Makes this a group: the rows below it, for each of which holds what stands here.",
    },
    "EvidenceRows": {
        "definition": "How such an indicator is defined; {standard} stands for the words of its row.",
        "unit": "The unit of a statement: a name of units.",
        "from": STANDARD["from"],
        "set_by": STANDARD["set_by"],
        "written": STANDARD["written"],
    },
    "Source": {
        "name": "What people call it.",
        "about": "What a row of it is, and where the file comes from.",
        "kind": "cases have a date each; a snapshot is a list as of a day; figures are counted by hand; evidence, reference lists, "
                "and entries made on the pages are the program's own.",
        "date": "The column whose day says to which period a row belongs.",
        "key": "The columns that together tell one row from every other.",
        "load": "add: a file is added to what is there; replace: it stands in its place.",
        "office": "The column that names the office in charge.",
        "category": "The column by which figures may be split besides offices.",
        "columns": "Its columns, by a name of your own.",
        "drop": "Headers of columns with personal data: they are never stored.",
        "order": "Lists of date columns in their order in time: none may lie before one that stands earlier.",
        "states": "What a row says of itself, against a day of it: blank while it is open, filled when it is over.",
        "clocks": "Time limits (處理時限), by a name of your own.",
        "derived": "Columns that are worked out of others, by a name of your own.",
        "only_names": "The column that must hold one of agency_names; rows of other agencies are left out.",
    },
    "Column": {
        "type": "What its cells hold.",
        "headers": "The headers by which exports name it; the first is that of the template.",
        "about": "What it holds, as the template explains it.",
        "required": "true: a file without this column is refused.",
        "filled": "true: a row in which it is blank is refused.",
        "future": "true: a date may lie after today.",
        "month": "Which day a month that stands for a date means: its first or its last.",
        "codes": "The closed list of its values.",
        "cut": "Marks after which a person is named: what follows is cut off.",
        "sample": "A value for the sample row of the template.",
        "low": "The least number that it may hold.",
        "high": "The greatest number that it may hold.",
        "percent": "true: a number that may be written with %.",
        "free": "true: a person's own words, kept as they were typed.",
    },
    "Code": {
        "zh": "The value as it is stored.",
        "en": "Its English.",
        "also": "Other spellings that files use for it.",
    },
    "State": {
        "column": "The column in which the row says how it stands.",
        "day": "The date column that must agree with it.",
        "open": "The values with which the day is blank.",
        "over": "The values with which the day is filled.",
        "severity": "error: such a row is refused; warning: it is told.",
    },
    "Clock": {
        "start": "The date column from which days are counted.",
        "end": "The date column at which counting stops.",
        "where": "The rows that have this limit at all: column and value, or a list of values, or a comparison.",
        "completed": "The rows whose end is a completion; a withdrawal is none.",
        "limit": "The limit in days, or service: as the list of services says.",
        "days": "working or calendar days; left out: as the list of services says.",
        "extended_to": "The date column to which the limit may have been extended (展延).",
        "pauses": "Pairs of date columns between which the clock stands still, as while a supplement (補正) is awaited.",
    },
    "Scaled": {
        "kind": "scaled: raw points as a share of 100.",
        "points": "The column with the raw points.",
        "by": "The column that says which maximum holds.",
        "maximum": "For each value of that column the parts, and the most points of each.",
    },
    "NextUpdate": {
        "kind": "next_update: the day by which a data set is to be updated again.",
        "updated": "The date column of its last update.",
        "interval": "The column with how often it is updated.",
    },
    "Indicator": {
        "name": "What people call it.",
        "definition": "What exactly is counted, in a sentence that a stranger understands.",
        "source": "The source that it is worked out from: a name of sources.",
        "measure": "How it is worked out. A hand-counted figure needs none.",
        "unit": "What is counted: a name of units; percent for rates.",
        "behaviour": "How its months become one value. Only a hand-counted figure must say it.",
        "direction": "Which way is better; left out where neither is.",
        "framework": "The row of the form that it belongs to: a code of framework.",
        "window": "The months that its value counts: 1, 2, 3, 4, 6 or 12; left out for the year up to the cut-off.",
        "decimals": "Places after the point; left out for the usual ones.",
        "by_workday": "true: the count depends on how many days were worked.",
        "not_comparable": "Why an earlier year cannot be compared, in both languages.",
        "rows": "Makes this a group: the indicators below it, for each of which holds what stands here.",
    },
    "NotComparable": {
        "zh": "The reason in Chinese.",
        "en": "The reason in English.",
        "before": "Only periods that reach back before this day are not compared; left out: none is.",
    },
    "Count": {"kind": "count: the number of rows.", "where": COUNTED, "of": ONLY_OF, "date": BY_DATE},
    "Share": {"kind": "share: the part of rows that the condition holds for.", "where": COUNTED, "of": ONLY_OF, "date": BY_DATE},
    "Mean": {"kind": "mean: the mean of a column.", "column": "The column with the numbers.", "of": ONLY_OF, "date": BY_DATE},
    "OnTime": {"kind": "on_time: the part of cases within their limit; open overdue ones count.", "clock": "The clock of the source."},
    "Days": {
        "kind": "days: how long cases took.",
        "clock": "The clock of the source.",
        "quantile": "0.5 for the median, 0.9 for the 90th percentile.",
    },
    "Coverage": {"kind": "coverage: offices with a row, of the offices in force.", "of": ONLY_OF, "date": BY_DATE},
    "FigureMeasure": {
        "kind": "figure: counted by hand.",
        "parts": "true: numerator and denominator are no counts but hours or money.",
    },
    "EvidenceMeasure": {"kind": "evidence: a statement that is valid on the day."},
    "Compare": {
        "not": "None of these values.",
        "any_of": "At least one of these, in a column of several values.",
        "at_least": "This or more: a value, or another column of the row.",
        "at_most": "This or less: a value, or another column of the row.",
        "present": "true: it is filled; false: it is blank.",
        "or": "Other columns: it is enough that one of all meets the condition.",
    },
    "ColumnRef": {"column": "Another column of the same row."},
}  # fmt: skip
"""Model -> its key -> what it means."""


def schema() -> dict[str, Any]:
    """The schema, every property of it with a description. Raises `LookupError` for a key that has no words above."""
    found = Catalogue.model_json_schema()
    models = found["$defs"]
    models["EvidenceRows"] = EvidenceRows.model_json_schema(ref_template="#/$defs/{model}")
    models["EvidenceRows"].pop("$defs", None)
    for section in NAMES.values():
        found["properties"][section] = {"additionalProperties": {"$ref": "#/$defs/Text"}, "type": "object"}
    found["properties"]["evidence_rows"] = {"$ref": "#/$defs/EvidenceRows"}
    kinds = found["properties"]["standards"]["items"]
    found["properties"]["standards"]["items"] = {"anyOf": kinds["oneOf"]}  # what a group says fits several kinds
    for section in ("framework", "indicators", "standards"):
        given = found["properties"][section]
        below = {key: given[key] for key in ("type", "items", "additionalProperties") if key in given}
        for name in _models(given):
            models[name].pop("required", None)
            models[name]["properties"][ROWS] = dict(below)
            if section == "framework":
                models[name]["properties"]["evidence"] = {"type": "string"}
    for name, model in (*models.items(), ("Catalogue", found)):
        for key, place in model.get("properties", {}).items():
            if key in NAMES:
                place.pop("$ref", None)
                place["anyOf"] = [{"$ref": "#/$defs/Text"}, {"type": "string"}]
            place["description"] = PROPERTIES.get(name, STANDARD)[key]
    return found


def _models(place: Any) -> Iterator[str]:
    """The models that a place of the schema refers to."""
    if isinstance(place, dict):
        if isinstance(place.get("$ref"), str):
            yield place["$ref"].rsplit("/", 1)[-1]
        place = [value for key, value in place.items() if key != "discriminator"]
    for value in place if isinstance(place, list) else ():
        yield from _models(value)
