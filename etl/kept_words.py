"""What may be kept of the words around a table: those that are recognised, never the rest of a pattern.

Names of files and sheets, titles and labels may hold anybody's name, number or address, in a place that no list foresees.
So only periods and days, the names of sources, agencies and offices, units, and the words of reports stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from etl.reading import Document
from etl.reading.file_kind import SUFFIXES
from etl.tabular.headers import fold_header
from etl.tabular.totals import COUNTED, COUNTS, OTHERS, SUMS
from kpi.catalogue import Catalogue, Source
from kpi.dates.periods import period_in_name
from kpi.dates.roc import parse_date
from kpi.errors import DateError, Problem

MOST = 300  # characters of a name or title that are looked at
TOPICS = (
    "線上申辦 申辦案件 申辦 案件 人民陳情 陳情 首長信箱 信箱 信件 電話禮貌測試 電話禮貌 電話測試 禮貌測試 開放資料 資料集 "
    "目錄 人工統計 統計數字 組室 服務項目 辦公日曆表 辦公日曆 日曆 停止上班 停班 佐證 創新 評核項目 評核結果 評核 註記 討論 "
    "附件 標準 參考標準 作業變更 定稿"
)
WORDS = (
    "統計表 統計 清冊 清單 明細表 明細 一覽表 一覽 報表 匯出 彙整表 彙整 總表 月報 季報 年報 資料期間 統計期間 資料日期 "
    "期間 資料 機關 行政 備份 說明 代碼 摘要 工作表 更正 補件 修正 最終版 新版 舊版 副本 複本 全年 年度 月份 上半年 下半年 "
    "處理情形 辦理情形 情形"
)
LATIN = "export report data list sheet table download final copy backup template"
HEADERS = (
    "序 序號 項次 編號 姓名 陳情人 申請人 來信人 寄件人 聯絡人 聯絡方式 聯絡電話 電話 行動電話 手機 傳真 地址 通訊地址 "
    "電子郵件 EMAIL 身分證字號 出生日期 承辦人 測試人員 受測人員 主旨 內容 備註"
)
"""Headers of columns that are not taken, and are no secret themselves."""
_MONTH = r"(?:1[0-2]|0?[1-9])"
PERIODS = re.compile(
    r"(?<!\d)(?:\d{14}|\d{8}[-_]\d{6}|\d{12}|\d{5,8})(?!\d)|(?<!\d)(?:民國|西元)?\d{2,4}\s{0,9}年\s{0,9}度?"
    rf"(?:\s{{0,9}}{_MONTH}\s{{0,9}}月?份?\s{{0,9}}(?:至|到|[-~–—～])\s{{0,9}}{_MONTH}\s{{0,9}}月份?|\s{{0,9}}{_MONTH}\s{{0,9}}月份?(?:\s{{0,9}}\d{{1,2}}\s{{0,9}}日)?|\s{{0,9}}第?\s{{0,9}}[1-4一二三四]\s{{0,9}}季|\s{{0,9}}[上下]半年)?"
    rf"|(?<!\d)\d{{3,4}}[-./]{_MONTH}(?:[-./]\d{{1,2}})?(?![\d])|(?<![\d-]){_MONTH}\s{{0,9}}月份?(?:\s{{0,9}}\d{{1,2}}\s{{0,9}}日)?|(?:十[一二]?|[元一二三四五六七八九])月份?"
    r"|第[1-4一二三四]季|\((?:[1-9]|[1-9]\d)\)"
)
JOINS = re.compile(r"[\s_\-–—~～至到:：()（）、,，.。/／．+＋]*")


class Recognised:
    """The words of one catalogue and its lists of offices."""

    def __init__(self, catalogue: Catalogue, offices: Iterable[str]) -> None:
        settings = catalogue.settings
        names = [text for source in catalogue.sources.values() for text in (source.name.zh, source.name.en)]
        above = [settings.agency, *filter(None, [settings.ministry])]
        ours = [*settings.agency_names, *(name for one in above for name in (one.zh, one.en))]
        units = sorted(
            {unit.zh for unit in catalogue.units.values() if unit.zh} | {"元", "千元", "萬元", "人"}, key=len
        )
        words = [
            *names,
            *ours,
            *(one for one in offices if len(one) > 1),
            *TOPICS.split(),
            *WORDS.split(),
            *f"{COUNTS}|{SUMS}".split("|"),
        ]
        words = sorted({re.escape(one) for one in words}, key=len, reverse=True)
        latin = "|".join(sorted({*LATIN.split(), *map(re.escape, catalogue.sources), "jan", "feb", "mar", "apr", "may", "jun", "jul",
                                 "aug", "sep", "oct", "nov", "dec"}, key=len, reverse=True))  # fmt: skip
        unit = "|".join(re.escape(one) for one in reversed(units))
        self.token = re.compile(
            rf"(?P<period>{PERIODS.pattern})|(?P<unit>單位\s{{0,9}}[:：]\s{{0,9}}(?:{unit})(?:[、,，]\s{{0,9}}(?:{unit}))*(?![^\s)）]))"
            rf"|(?P<word>{'|'.join(words)}|(?<![a-z])(?:{latin}|{OTHERS})(?![a-z]))"
            r"|(?P<mark>(?<![a-z\d])[a-z](?![a-z\d])|(?<![\d.-])(?:1[0-8]\d|20[0-4]\d)(?!\d|[.-]\d))",
            re.I,
        )
        self.headers = {fold_header(one) for one in HEADERS.split()} | {
            fold_header(one) for source in catalogue.sources.values()
            for one in (*source.drop, *(header for column in source.columns.values() for header in column.headers))
        }  # fmt: skip

    def kept(self, text: str, *, marks: bool = False) -> str:
        """What is recognised in a text, with what joins it; "" where nothing is. ``marks``: a letter or a year alone
        may tell one file or sheet from another."""
        text = unicodedata.normalize("NFC", text)[:MOST]
        parts, last = [], None
        for one in self.token.finditer(text):
            if (one.lastgroup == "mark" and not marks) or (one.lastgroup == "period" and not _is_period(one.group())):
                continue
            if last is not None:
                between = text[last : one.start()]
                parts.append(between if JOINS.fullmatch(between) else " ")
            parts.append(one.group())
            last = one.end()
        return "".join(parts)

    def header(self, label: str) -> str:
        """A header of a column that is not taken, if it is one of those that are known."""
        return label if fold_header(label) in self.headers else ""

    def file_name(self, name: str, source: Source) -> str:
        """A file's name as it is stored; where nothing of it may be kept, the source names it."""
        path = PurePath(name)
        stem = self.kept(path.stem, marks=True).replace(" ", "_").strip("_-. ") or source.name.zh
        ending = path.suffix.lower()
        return stem + (path.suffix if any(ending in known for known in SUFFIXES.values()) else "")

    def document(self, document: Document) -> Document:
        """The document with names of sheets that may be kept, each once; one that says nothing is named by its place."""
        sheets, taken = [], set()
        for number, sheet in enumerate(document.sheets, start=1):
            name = sheet.name
            if name and not re.fullmatch(r"(?:sheet|工作表|table|表)?\s?\d{1,3}", name, re.I):
                name = self.kept(name, marks=True).strip() or f"工作表{number}"
            given, again = name, 1
            while given in taken:
                again += 1
                given = f"{name} ({again})"
            taken.add(given)
            sheets.append(replace(sheet, name=given))
        return replace(document, sheets=sheets)

    def problem(self, problem: Problem) -> Problem:
        """A problem as it is stored: without headers that resemble one of ours and may be anything."""
        if problem.key == "column-missing-near":
            return replace(problem, key="column-missing", found=None)
        return problem

    def counted(self, label: str) -> str:
        """The label of a total, with its number where it holds one."""
        text = unicodedata.normalize("NFKC", label[:MOST]).strip()
        if found := COUNTED.match(text):
            return f"{found.group(1) or found.group(2)} {found.group(3)} 件"
        return self.kept(label)


def _is_period(text: str) -> bool:
    """Do these digits name a day, a moment or a period near our time?"""
    text = unicodedata.normalize("NFKC", text)
    digits = re.sub(r"\D", "", text)
    if text.startswith("(") or (len(digits) <= 4 and digits != text):
        return True
    if digits != text and len(digits) not in (12, 14):
        return period_in_name(text) is not None or _is_day(text)
    if len(digits) in (12, 14):
        with suppress(ValueError):
            moment = datetime.strptime(digits, "%Y%m%d%H%M%S" if len(digits) == 14 else "%Y%m%d%H%M")
            return 1990 <= moment.year <= 2100
        return False
    if len(digits) in (7, 8):
        return not digits.startswith("0") and _is_day(digits)
    return not digits.startswith("0") and period_in_name(digits) is not None


def _is_day(text: str) -> bool:
    try:
        return 1990 <= parse_date(text).year <= 2100
    except DateError:
        return False
