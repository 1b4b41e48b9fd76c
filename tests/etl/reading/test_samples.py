"""Every sample of a format or of an attack is read right, or refused with the right sentence, in little time and memory."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from etl.reading import Unreadable, read, sandbox
from etl.reading.limits import BYTES
from lang import say
from tests.samples import SAMPLES, books, formats, hostile

MODULES = {formats.__name__, hostile.__name__}
NAMES = sorted(name for name, one in SAMPLES.items() if one.make.__module__ in MODULES)
ROOT = Path(__file__).parents[3]

MEASURED = """
import resource, sys
from etl.reading import Unreadable, read
name, content = sys.argv[1], sys.stdin.buffer.read()
try:
    read(name, content)
    print("read")
except Unreadable as error:
    print(error.problem.key)
# Its own peak since it began: ru_maxrss would also count the process that started it.
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024)
"""


@pytest.mark.parametrize("name", NAMES)
def test_samples_are_read_or_refused(name):
    one = SAMPLES[name]
    content = one.make()
    if one.rows is not None:
        found = read(one.file, content)
        table = [row for row in found.sheets[0].rows if any(cell != "" for cell in row)]
        assert [str(cell) for cell in table[0][:4]] == books.HEADERS[:4]
        assert len(table) == 1 + one.rows
        assert one.key is None or (one.key, one.cell) in {(note.key, note.cell) for note in found.notes}
        problems = found.notes
    else:
        with pytest.raises(Unreadable) as refused:
            read(one.file, content)
        assert refused.value.problem.key == one.key
        problems = [refused.value.problem]
    for problem in problems:
        for lang in ("zh-Hant", "en"):
            assert say(problem.key, lang, **problem.params)


@pytest.mark.parametrize("name", [name for name in NAMES if SAMPLES[name].make.__module__ == hostile.__name__])
def test_hostile_files_take_little_time_and_memory(name):
    one = SAMPLES[name]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, one.file],
        input=one.make(),
        capture_output=True,
        cwd=ROOT,
        timeout=30,
        check=True,
    )
    said, megabytes = done.stdout.split()
    assert said.decode() == ("read" if one.rows is not None else one.key)
    assert int(megabytes) < 1024


def test_what_a_workbook_says_beside_its_values():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["B2"], sheet["D4"] = "a", "=1+1", "#N/A"
    sheet["D4"].data_type = "e"
    sheet.merge_cells("A1:B1")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("x").sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    first, second = read("a.xlsx", out.getvalue()).sheets
    assert (first.hidden_rows, first.hidden_columns, first.merged) == ({2}, {2}, ((0, 0, 0, 1),))
    assert (first.formulas, first.unvalued, first.rows[3][3]) == (1, ((1, 1),), "#N/A")
    assert (first.hidden, second.hidden) == (False, True)


@pytest.mark.parametrize("number_format", [27, 28, 30, 31, 36, 50, 52, 57, 58])
def test_the_built_in_date_formats_of_taiwan_come_out_as_dates(number_format):
    parts = books.parts(books.xlsx(("a", [["日期"], [46001]])))
    style = f'<cellXfs count="2"><xf/><xf numFmtId="{number_format}" applyNumberFormat="1"/></cellXfs>'.encode()
    styles = parts["xl/styles.xml"]
    start, end = styles.index(b"<cellXfs"), styles.index(b"</cellXfs>") + len(b"</cellXfs>")
    parts["xl/styles.xml"] = styles[:start] + style + styles[end:]
    path = "xl/worksheets/sheet1.xml"
    parts[path] = parts[path].replace(b'r="A2"', b'r="A2" s="1"')
    cell = read("a.xlsx", books.zipped(parts)).sheets[0].rows[1][0]
    assert (cell.year, cell.month, cell.day) == (2025, 12, 10)
    assert isinstance(cell, date)


def test_hidden_rows_of_a_workbook_in_odf():
    found = read("a.ods", books.ods(visibility="collapse"))
    assert found.sheets[0].hidden_rows == {0, 1, 2}


def test_readings_beside_characters_are_no_part_of_the_text():
    found = books.parts(books.ods())
    ruby = "<text:ruby><text:ruby-base>興</text:ruby-base><text:ruby-text>ㄒㄧㄥ</text:ruby-text></text:ruby>革"
    found["content.xml"] = found["content.xml"].decode().replace("興革", ruby).encode()
    assert read("a.ods", books.zipped(found)).sheets[0].rows[1][4] == "興革"
    page = books.html([["類別", "x"], ["<ruby>興<rp>(</rp><rt>ㄒㄧㄥ</rt><rp>)</rp></ruby>革", "y"]])
    assert read("a.xls", page).sheets[0].rows[1][0] == "興革"


def test_merged_cells_of_a_web_table():
    text = "<table><tr><td rowspan=2>甲<br>乙<td colspan=2>丙</tr><tr><td>1<td>2</table>"
    sheet = read("a.xls", text.encode()).sheets[0]
    assert sheet.rows == [["甲\n乙", "丙", ""], ["", "1", "2"]]
    assert sheet.merged == ((0, 0, 1, 0), (0, 1, 0, 2))


def test_waiting_can_be_stopped():
    class Stop(Exception):
        pass

    def tell(share):
        raise Stop

    with pytest.raises(Stop):
        read("a.xls", books.html([["x" * 50] * 40] * 5000), tell)


def test_the_browser_takes_files_as_large_as_the_reader():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["maxUploadSize"] * 1024 * 1024 == BYTES


def test_a_reader_that_is_slow_to_start_still_gets_the_whole_file(monkeypatch):
    popen = subprocess.Popen
    slow = ["sh", "-c", 'sleep 1; exec "$0" "$@"']
    monkeypatch.setattr(subprocess, "Popen", lambda command, **more: popen([*slow, *command], **more))
    monkeypatch.setattr(sandbox, "NURSERY", sandbox._Nursery())
    rows = [books.HEADERS, *[["P1", "1141103", "", "甲組", "興革" * 20]] * 4000]
    assert len(read("a.xls", books.html(rows)).sheets[0].rows) == 4001
