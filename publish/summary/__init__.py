"""The indicator summary of any period as a file: .ods, .xlsx or .csv."""

from __future__ import annotations

from publish.summary.csv_file import to_csv
from publish.summary.figures import Months, Summary, summarise
from publish.summary.ods_file import to_ods
from publish.summary.xlsx_file import to_xlsx

WRITERS = {".ods": to_ods, ".xlsx": to_xlsx, ".csv": to_csv}
"""Writer by the ending of the file's name; each takes a `Summary` and a language and gives bytes."""

__all__ = ["WRITERS", "Months", "Summary", "summarise", "to_csv", "to_ods", "to_xlsx"]
