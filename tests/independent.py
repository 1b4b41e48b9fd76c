"""Every indicator recomputed with plain pandas, straight from the demonstration exports.

Written from the definitions alone; imports nothing of the dashboard but what writes ``metrics.yml``
out in full, so that agreement with it means something.
``value(indicator, start, end, office)`` returns ``(value, numerator, denominator)``; rates are fractions. Counts and
points in time have no denominator, medians no numerator (their denominator is the number of cases). Valid evidence
has the value 1.0. None where there is no case, no data, or where an office has no such figure.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

from kpi.catalogue.shorthand import expand
from tests.independent_clock import Calendar, Case, due, entry, taken

DATA = Path(__file__).parents[1] / "data"
DEMO = DATA / "demo"
REACH = (date(2023, 1, 1), date(2025, 12, 31))  # what the exports of cases cover
AGENCY = ("經濟部產業發展署", "經濟部工業局")
BAD = ("不滿意", "非常不滿意")
OPEN_FORMATS = {"CSV", "JSON", "XML", "GEOJSON", "KML", "GML", "ODS", "RDF", "API"}
MAXIMUM = {"總機語音": 45, "總機人工": 45, "承辦人": 55}  # raw points
PASS = 80
NOTHING = (None, None, None)

POINTS = {
    "website_category_browsing", "programme_site_items", "mit_firms", "mit_products", "mit_industries", "mit_classes",
    "online_services", "downloadable_forms", "technology_programmes", "youtube_views", "youtube_subscribers",
    "facebook_followers",
}  # fmt: skip
QUOTIENTS = {
    "biomedical_investment_share", "biomedical_information_share", "email_availability", "staff_survey_response_rate",
    "facebook_monthly_views",
}  # fmt: skip
WINDOWS = {  # months of the window that holds the last day
    "phone_tests_per_window": 4, "phone_tests_switchboard_monthly": 1, "phone_tests_office_monthly": 1,
    "website_link_checks": 1, "website_content_reviews": 12,
}  # fmt: skip
COUNTS = {
    "applications_completed", "petitions_received", "petitions_dissatisfied", "mailbox_handled", "mailbox_dissatisfied",
    "phone_tests_switchboard_monthly", "phone_tests_office_monthly", "phone_tests_per_window",
}  # fmt: skip
QUANTILES = {"applications_days_median": 0.5, "applications_days_p90": 0.9, "petitions_days_median": 0.5}
DATASETS = {"open_datasets", "datasets_current_rate", "datasets_open_format_rate"}


# ---- reading ------------------------------------------------------------------------------------------------------


def day_of(cell: object) -> pd.Timestamp:
    """114/11/03, 1141103, or a real date; the first line of a cell of two. Blank gives NaT."""
    if cell is None or cell is pd.NaT or (isinstance(cell, float) and np.isnan(cell)):
        return pd.NaT
    if isinstance(cell, date):
        return pd.Timestamp(cell)
    text = str(cell).split("\n")[0].strip()
    year, month, day = text.split("/") if "/" in text else (text[:3], text[3:5], text[5:])
    return pd.Timestamp(int(year) + 1911, int(month), int(day))


def days_of(column: pd.Series) -> pd.Series:
    known = {cell: day_of(cell) for cell in column.dropna().unique()}
    return pd.to_datetime(column.map(known)).astype("datetime64[s]")


@cache
def table(source: str) -> pd.DataFrame:
    """All files of a source, one below the other; headers without line breaks."""
    paths = sorted((DEMO / source).glob("*.xlsx")) or [DEMO / f"{source}.xlsx"]
    frames = [pd.read_excel(path, engine="calamine", dtype=object) for path in paths]
    for frame in frames:  # the first pair of supplements is numbered in some years
        frame.columns = [re.sub(r"\s|(?<=日)1$", "", head) for head in frame.columns]
    return pd.concat(frames, ignore_index=True)


@cache
def offices() -> pd.DataFrame:
    frame = table("offices").set_index("組室名稱", drop=False)
    return frame.assign(first=days_of(frame["起日"]), last=days_of(frame["迄日"]).fillna(pd.Timestamp.max.floor("s")))


@cache
def spellings() -> dict[str, str]:
    names = {name: name for name in offices().index}
    for name, row in offices().iterrows():
        names |= dict.fromkeys(str(row["別名"]).split(";"), name)
    return names


@cache
def family(office: str) -> frozenset[str]:
    """The office and those whose chain of successors leads to it."""
    found = {office}
    while more := {name for name, row in offices().iterrows() if row["承接組室"] in found} - found:
        found |= more
    return frozenset(found)


def office_names(column: pd.Series) -> pd.Series:
    return column.astype(str).str.split("\n").str[0].map(spellings())


@cache
def working() -> np.ndarray:
    """Working days of the office calendars, less the local closures."""
    closed = days_of(table("closures")["日期"])
    return open_days()[~open_days().isin(closed)].to_numpy("datetime64[D]")


@cache
def open_days() -> pd.Series:
    frames = [pd.read_csv(path, encoding="utf-8-sig", dtype=str) for path in sorted((DATA / "calendar").glob("*.csv"))]
    table_ = pd.concat(frames)
    return pd.to_datetime(table_.loc[table_["是否放假"] == "0", "西元日期"], format="%Y%m%d").sort_values()


# ---- limits -------------------------------------------------------------------------------------------------------


@cache
def calendar() -> Calendar:
    return Calendar(working().tolist())


@cache
def office_calendar() -> Calendar:
    """Without the local closures."""
    return Calendar(open_days().to_numpy("datetime64[D]").tolist())


def clock(start: pd.Series, end: pd.Series, limit, in_calendar=False, extended=None, pauses=(), gone=False):
    """``due``, ``day`` and ``num`` of entering the rate, and ``days`` taken, of each case that has a first day.

    ``gone``: withdrawn. As known on the last day of the exports.
    """
    size, asked = len(start), REACH[1]
    columns = [start, end, pd.Series(pd.NaT, start.index) if extended is None else extended]
    received, ended, moved = (days_or_none(column) for column in columns)
    kinds, gone = ~np.broadcast_to(in_calendar, size), np.broadcast_to(gone, size)
    pairs = [list(zip(days_or_none(notice), days_or_none(answer), strict=True)) for notice, answer in pauses]
    found = []
    for row, limit_ in enumerate(np.asarray(limit, int).tolist()):
        if received[row] is None:
            found.append((None, None, np.nan, np.nan))
            continue
        waits = tuple(column[row] for column in pairs if column[row][0] is not None)
        case = Case(received[row], ended[row], limit_, kinds[row], waits, moved[row], gone[row])
        entered = entry(case, calendar(), asked) or (None, np.nan)
        days = np.nan if case.end is None else taken(case, calendar())
        found.append((due(case, calendar(), asked), *entered, days))
    frame = pd.DataFrame(found, start.index, ["due", "day", "num", "days"])
    return frame.assign(**{name: pd.to_datetime(frame[name]).astype("datetime64[s]") for name in ("due", "day")})


def days_or_none(column: pd.Series) -> list[date | None]:
    return column.to_numpy("datetime64[D]").tolist()


def on_time(cases: pd.DataFrame) -> pd.DataFrame:
    return cases[["day", "num"]].assign(den=1.0)


# ---- facts: one row per case with day, office, numerator, denominator ---------------------------------------------


@cache
def applications() -> pd.DataFrame:
    raw, items = table("applications"), table("services").set_index("申辦項目")
    names = ["收件日期", "補正通知日", "補正完成日", "補正通知日2", "補正完成日2", "展延至", "辦結日期"]
    frame = raw.assign(**{name: days_of(raw[name]) for name in names}, office=office_names(raw["承辦組室"]))
    pauses = [(frame["補正通知日"], frame["補正完成日"]), (frame["補正通知日2"], frame["補正完成日2"])]
    in_calendar = (frame["申辦項目"].map(items["日別"]) == "日曆日").to_numpy()
    limit = frame["申辦項目"].map(items["處理時限"]).to_numpy(float)
    timed = clock(
        frame["收件日期"], frame["辦結日期"], limit, in_calendar, frame["展延至"], pauses, frame["案件狀態"] == "撤回"
    )
    return frame.join(timed)


@cache
def petitions() -> pd.DataFrame:
    raw = table("petitions")
    frame = raw.assign(**{name: days_of(raw[name]) for name in ("收文日期", "結案日期", "展延至")})
    frame["office"] = office_names(raw["承辦單位"])
    return frame.join(clock(frame["收文日期"], frame["結案日期"], np.full(len(raw), 30), False, frame["展延至"]))


@cache
def mailbox() -> pd.DataFrame:
    raw = table("mailbox").rename(columns={"回覆日期回覆類型": "回覆日期"})
    frame = raw.assign(**{name: days_of(raw[name]) for name in ("收信日期", "回覆日期", "評定日期", "再次說明日期")})
    return frame.assign(office=office_names(raw["承辦單位/承辦人"]), bad=raw["滿意度"].isin(BAD))


@cache
def phone_tests() -> pd.DataFrame:
    raw = table("phone_tests")
    score = (raw["總分"].astype(float) / raw["測試類別"].map(MAXIMUM).astype(float) * 100).clip(upper=100)
    return raw.assign(day=days_of(raw["測試日期"]), office=office_names(raw["受測組室"]), score=score)


def facts(indicator: str) -> pd.DataFrame:
    """``day, num, den, office`` of the cases that count; the value of a median stands in ``num``."""
    if indicator.startswith("applications"):
        frame = applications()
        done, online = frame["案件狀態"].isin(["核准", "駁回"]), frame["申請方式"] == "線上"
        made = {
            "applications_completed": lambda: pd.DataFrame({"day": frame["辦結日期"], "num": (done & online) * 1.0}),
            "applications_online_share": lambda: pd.DataFrame({"day": frame["收件日期"], "num": online * 1.0}),
            "applications_supplement_rate": lambda: pd.DataFrame(
                {"day": frame["收件日期"], "num": frame.filter(regex="補正通知日").notna().any(axis=1) * 1.0}
            ),
            "applications_on_time_rate": lambda: on_time(frame),
        }.get(indicator, lambda: pd.DataFrame({"day": frame["辦結日期"].where(done), "num": frame["days"]}))()
    elif indicator.startswith("petitions"):
        frame = petitions()
        received = pd.DataFrame({"day": frame["收文日期"], "num": 1.0})
        made = {
            "petitions_received": lambda: received,
            "petitions_dissatisfied": lambda: received.assign(num=frame["滿意度"].isin(BAD) * 1.0),
            "petitions_on_time_rate": lambda: on_time(frame),
            "petitions_days_median": lambda: pd.DataFrame({"day": frame["結案日期"], "num": frame["days"]}),
        }[indicator]()
    elif indicator.startswith("mailbox"):
        frame = mailbox()
        bad, received = frame["bad"] * 1.0, frame["收信日期"]
        rated, again = frame["評定日期"].where(frame["bad"]), frame["再次說明日期"]
        made = {
            "mailbox_handled": lambda: pd.DataFrame({"day": received, "num": 1.0}),
            "mailbox_dissatisfied": lambda: pd.DataFrame({"day": received, "num": bad}),
            "mailbox_dissatisfied_rate": lambda: pd.DataFrame({"day": received, "num": bad}),
            "mailbox_dissatisfied_rate_of_raters": lambda: pd.DataFrame(
                {"day": frame["評定日期"].where(frame["滿意度"].notna()), "num": bad}
            ),
            "mailbox_on_time_rate": lambda: on_time(clock(received, frame["回覆日期"], np.full(len(frame), 6))),
            "mailbox_second_answer_on_time_rate": lambda: on_time(clock(rated, again, np.full(len(frame), 5))),
        }[indicator]()
    else:
        frame = phone_tests()
        num = {
            "phone_tests_switchboard_monthly": frame["測試類別"].isin(["總機語音", "總機人工"]) * 1.0,
            "phone_tests_office_monthly": (frame["測試類別"] == "承辦人") * 1.0,
            "phone_score_mean": frame["score"],
            "phone_pass_rate": (frame["score"] >= PASS) * 1.0,
        }.get(indicator, pd.Series(1.0, frame.index))
        made = pd.DataFrame({"day": frame["day"], "num": num})
    made = made.assign(den=1.0, office=frame["office"])
    return made[made["day"].notna()].sort_values("day", kind="stable")


@cache
def facts_of(indicator: str, office: str | None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Days, numerators and offices, by day; of one office with its predecessors."""
    frame = facts(indicator)
    if office is not None:
        frame = frame[frame["office"].isin(family(office))]
    return frame["day"].to_numpy("datetime64[D]"), frame["num"].to_numpy(float), frame["office"].to_numpy(object)


# ---- values -------------------------------------------------------------------------------------------------------


def value(indicator: str, start: date, end: date, office: str | None = None) -> tuple:
    """Value, numerator and denominator from ``start`` to ``end`` (its last day is the cut-off)."""
    if office is not None and not any(in_force(name, start, end) for name in family(office)):
        return NOTHING
    if indicator in hand_counted():
        return figure(indicator, start, end) if office is None else NOTHING
    if indicator in DATASETS:
        return snapshot(indicator, end) if office is None else NOTHING
    if indicator in qualitative():
        return (1.0, None, None) if evidence(indicator, end, office) else NOTHING
    end = min(end, REACH[1])
    start = window_start(indicator, start, end)
    if start < REACH[0] or start > end:
        return NOTHING
    days, num, tested = facts_of(indicator, office)
    low, high = np.searchsorted(days, np.datetime64(start), "left"), np.searchsorted(days, np.datetime64(end), "right")
    num, n = num[low:high], int(high - low)
    if indicator == "phone_tests_offices_covered":
        return coverage(set(tested[low:high]), end, office)
    if indicator in COUNTS:
        return num.sum(), num.sum(), None
    if indicator in QUANTILES:
        return (float(pd.Series(num).quantile(QUANTILES[indicator])), None, n) if n else (None, None, 0)
    return (num.sum() / n if n else None), num.sum(), n


def window_start(indicator: str, start: date, end: date) -> date:
    """The first day of the window (January, May, September; the month; the year) that holds ``end``."""
    months = WINDOWS.get(indicator)
    return date(end.year, (end.month - 1) // months * months + 1, 1) if months else start


@cache
def in_force(office: str, start: date, end: date) -> bool:
    row = offices().loc[office]
    return bool(row["first"] <= pd.Timestamp(end) and pd.Timestamp(start) <= row["last"])


def coverage(tested: set[str], end: date, office: str | None) -> tuple:
    """Offices with a test (their own or a predecessor's) of the offices in force on the last day."""
    asked = offices().index if office is None else family(office)
    names = [name for name in asked if in_force(name, end, end)]
    reached = sum(bool(family(name) & tested) for name in names)
    return (reached / len(names) if names else None), reached, len(names)


# ---- figures, datasets, evidence ----------------------------------------------------------------------------------


@cache
def definitions() -> dict:
    """``metrics.yml`` in the long way: what is asked, so of the program; how it comes out is worked out here."""
    return expand(yaml.safe_load((DATA.parent / "metrics.yml").read_text(encoding="utf-8"))).values


@cache
def indicators() -> dict[str, dict]:
    return definitions()["indicators"]


@cache
def ids_by_name() -> dict[str, str]:
    return {item["name"]["zh"]: key for key, item in indicators().items()}


@cache
def hand_counted() -> frozenset[str]:
    return frozenset(key for key, item in indicators().items() if item["source"] == "figures")


@cache
def qualitative() -> frozenset[str]:
    return frozenset(key for key, item in indicators().items() if item["source"] == "evidence")


def number_of(cell: object) -> float:
    """1612, 約 1,612, 57%, 90%以上."""
    digits = float(re.sub(r"[約以上,%\s]", "", str(cell)))
    return digits / 100 if "%" in str(cell) else digits


@cache
def table_of_figures() -> pd.DataFrame:
    raw = table("figures")
    value_, top, bottom = (
        raw[name].map(number_of, na_action="ignore").astype(float) for name in ("數值", "分子", "分母")
    )
    return pd.DataFrame({
        "id": raw["指標"].map(ids_by_name()), "first": days_of(raw["起日"]), "last": days_of(raw["迄日"]),
        "num": value_.fillna(top), "den": bottom,
    })  # fmt: skip


@cache
def rows_of(indicator: str) -> tuple[np.ndarray, ...]:
    rows = table_of_figures().query("id == @indicator").sort_values("last")
    first = rows["first"].fillna(rows["last"])
    return (
        first.to_numpy("datetime64[D]"),
        rows["last"].to_numpy("datetime64[D]"),
        rows["num"].to_numpy(),
        rows["den"].to_numpy(),
    )


def figure(indicator: str, start: date, end: date) -> tuple:
    """Hand-counted: a point is the last on or before ``end``; a sum takes rows wholly inside, none across an edge."""
    first, last, num, den = rows_of(indicator)
    low, high = np.datetime64(window_start(indicator, start, end)), np.datetime64(end)
    if indicator in POINTS:
        known = np.flatnonzero(last <= high)
        return (num[known[-1]], num[known[-1]], None) if len(known) else NOTHING
    inside = (low <= first) & (last <= high)
    if ((first <= high) & (low <= last) & ~inside).any() or not inside.any():
        return NOTHING
    if indicator not in QUOTIENTS:
        return num[inside].sum(), num[inside].sum(), None
    if np.isnan(den[inside]).any():  # n not given: never summed or averaged
        return (num[inside][0], num[inside][0], None) if inside.sum() == 1 else NOTHING
    top, bottom = num[inside].sum(), den[inside].sum()
    return (top / bottom if bottom else None), top, bottom


@cache
def snapshots() -> dict[date, pd.DataFrame]:
    found = {}
    for path in sorted((DEMO / "datasets").glob("*.csv")):
        frame = pd.read_csv(path, encoding="utf-8-sig", dtype=str)
        ours = frame[frame["提供機關"].isin(AGENCY)].drop_duplicates("資料集識別碼")
        found[day_of(path.stem[-7:]).date()] = ours
    return found


@cache
def snapshot(indicator: str, end: date) -> tuple:
    """The last snapshot on or before ``end``."""
    known = [day for day in snapshots() if day <= end]
    if not known:
        return NOTHING
    frame, as_of = snapshots()[max(known)], pd.Timestamp(max(known))
    if indicator == "open_datasets":
        return float(len(frame)), float(len(frame)), None
    if indicator == "datasets_open_format_rate":
        hits = [bool(OPEN_FORMATS & set(cell.upper().split(";"))) for cell in frame["檔案格式"]]
    else:
        pairs = [
            (interval(text), pd.Timestamp(day[:10]))
            for text, day in zip(frame["更新頻率"], frame["詮釋資料更新時間"], strict=True)
        ]
        hits = [day + step >= as_of for step, day in pairs if step is not None]
    return (sum(hits) / len(hits) if hits else None), float(sum(hits)), float(len(hits))


def interval(text: str) -> pd.DateOffset | None:
    """每1年, 每 6 月, 每月, 每日; 不定期更新 has none."""
    match = re.fullmatch(r"每(\d*)(年|月|日)", text.replace(" ", ""))
    unit = {"年": "years", "月": "months", "日": "days"}
    return pd.DateOffset(**{unit[match[2]]: int(match[1] or 1)}) if match else None


@cache
def evidence(indicator: str, day: date, office: str | None = None) -> dict | None:
    """The newest evidence valid on a day (until the end of its year when nothing else is said), or None."""
    found = []
    for row in table("evidence").to_dict("records"):
        first, last = day_of(row["資料日期"]).date(), day_of(row["有效迄日"])
        last = date(first.year, 12, 31) if last is pd.NaT else last.date()
        of_office = office is None or spellings().get(row["組室"]) in family(office)
        if ids_by_name()[row["參考標準"]] == indicator and first <= day <= last and of_office:
            level = row["等級"] if isinstance(row["等級"], str) else None
            found.append({"from": first, "until": last, "level": level, "statement": row["佐證說明"]})
    return max(found, key=lambda item: item["from"], default=None)
