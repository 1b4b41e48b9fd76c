"""What a clerk does: choose a source, drop a file, see what is wrong or what would change, load; fill in the grid; download."""

import re
import shutil

from openpyxl import load_workbook

from tests.browser import drawn
from tests.conftest import sql
from tools.serving import serve
from warehouse import Warehouse
from warehouse.upkeep.verify import verify

HEAD = "案件編號,收文日期,結案日期,承辦單位,陳情人\n"


def opened(page, url):
    page.goto(f"{url}/upload?source=petitions")
    page.wait_for_selector("input[data-focus=files]", state="attached")
    page.wait_for_selector(".st-key-up-hidden input[type=file]", state="attached")  # the framework's own
    drawn(page)


def drop(page, name, text):
    content = text if isinstance(text, bytes) else text.encode("utf-8")
    page.locator("input[data-focus=files]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})


def test_a_good_file_is_previewed_loaded_and_then_changes_nothing(live, page, catalogue):
    url, home = live
    opened(page, url)
    drop(page, "陳情_11411.csv", HEAD + "P1,1141103,1141120,永續發展組,王小明\nP2,1141104,,秘書室,李小華\n")
    page.wait_for_selector("text=新增 2 列")
    page.wait_for_selector("text=示範資料會全部移除")
    warehouse = Warehouse.open(home, catalogue)
    version = warehouse.version()
    page.locator("button[data-focus=load]").click()
    page.wait_for_selector(".said.good")
    assert warehouse.version() == version + 1
    assert warehouse.loads()[0].files[0].name == "陳情_11411.csv"
    assert sql(warehouse, "SELECT count(*) FROM facts_petitions")[0] == (2,)
    opened(page, url)
    drop(page, "陳情_11411.csv", HEAD + "P1,1141103,1141120,永續發展組,王小明\nP2,1141104,,秘書室,李小華\n")
    page.wait_for_selector("text=內容與現有資料完全相同")
    assert warehouse.version() == version + 1


def test_a_bad_file_is_refused_calmly_with_every_cell_and_nothing_is_loaded(shared, page, catalogue):
    url, home = shared
    warehouse = Warehouse.open(home, catalogue)
    version = warehouse.version()
    opened(page, url)
    drop(page, "陳情_11411.csv", HEAD + "P1,1141303,,永續發展組,x\nP2,1141104,,火星組,x\n<b>P3</b>,,,秘書室,x\n")
    page.wait_for_selector("table.problems")
    shown = page.locator("table.problems").inner_text()
    for part in ("B2", "1141303", "D3", "火星組", "B4"):
        assert part in shown
    assert page.locator("button[data-focus=load]:enabled").count() == 0
    assert warehouse.version() == version
    assert "petitions" in warehouse.last_refusals()


def test_figures_typed_into_the_grid_are_a_load_like_any_other(live, page, catalogue):
    url, home = live
    page.goto(f"{url}/upload?tab=figures")
    page.wait_for_selector("input.cell:enabled")
    drawn(page)
    row = page.locator("tr", has_text="線上申辦客服電話").first
    row.locator("input.cell").fill("1,234")
    page.locator("button.go").click()
    page.wait_for_selector(".said.good")
    warehouse = Warehouse.open(home, catalogue)
    record = warehouse.loads()[0]
    assert (record.source, record.added) == ("figures", 1)
    assert [row.numerator for row in warehouse.figures()] == [1234.0]


def test_the_summary_and_a_chart_can_be_downloaded(app, page, tmp_path):
    page.goto(f"{app}/downloads?indicator=applications_on_time_rate&month=11")
    page.wait_for_selector("button[data-focus=make-xlsx]")
    drawn(page)
    with page.expect_download(timeout=60_000) as waiting:
        page.locator("button[data-focus=make-xlsx]").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert re.search(r"114 ?年", path.name)
    book = load_workbook(path)
    cells = [cell.value for sheet in book for line in sheet.iter_rows() for cell in line]
    assert "申辦案件依限辦結率" in cells
    assert sum(len(sheet._charts) for sheet in book) > 0
    for kind, start in (("png", b"\x89PNG"), ("svg", b"<svg")):
        with page.expect_download(timeout=60_000) as waiting:
            page.locator(f"button[data-focus=make-{kind}]").click()
        waiting.value.save_as(tmp_path / f"chart.{kind}")
        assert (tmp_path / f"chart.{kind}").read_bytes().startswith(start)


def test_a_clerks_round_trip(live, page, catalogue, tmp_path):
    """Bad file, problem workbook, mended file, preview, load, undo, redo."""
    url, home = live
    warehouse = Warehouse.open(home, catalogue)
    opened(page, url)
    drop(page, "陳情_11410.csv", HEAD + "P7,1141003,1141020,永續發展組,王小明\n")
    page.locator("button[data-focus=load]").click()
    page.wait_for_selector(".said.good")
    before = sql(warehouse, "SELECT * FROM facts_petitions ORDER BY ALL")
    opened(page, url)
    drop(page, "陳情_11411.csv", HEAD + "P8,1141303,,永續發展組,王小明\nP9,1141104,,秘書室,李小華\n")
    page.wait_for_selector("table.problems")
    with page.expect_download(timeout=60_000) as waiting:
        page.locator("button[data-focus=mark]").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    assert "日期" in sheet["B2"].comment.text
    assert sheet["E2"].value is None
    sheet["B2"] = "1141103"
    mended = tmp_path / "陳情_11411.xlsx"
    book.save(mended)
    opened(page, url)
    page.locator("input[data-focus=files]").set_input_files(str(mended))
    page.wait_for_selector("details.moved")
    assert "陳情" in page.locator("details.moved").inner_text()
    page.locator("button[data-focus=load]").click()
    page.wait_for_selector(".said.good")
    after = sql(warehouse, "SELECT * FROM facts_petitions ORDER BY ALL")
    assert len(after) == len(before) + 2
    load = warehouse.loads()[0].load
    page.locator("a[data-focus=open-load]").click()
    page.wait_for_selector(f"h1:has-text('第 {load} 號載入')")
    for act, rows in (("undo", before), ("redo", after)):
        page.locator(f"button[data-focus={act}]").click()
        page.locator("input[data-focus=reason]").fill("試一次")
        page.locator(f"button[data-focus=sure-{act}]").click()
        page.wait_for_selector(".said.good")
        page.wait_for_selector(f"button[data-focus={'redo' if act == 'undo' else 'undo'}]")
        assert sql(warehouse, "SELECT * FROM facts_petitions ORDER BY ALL") == rows
        assert warehouse.loads()[0].message == "試一次"


def test_a_load_is_cancelled_with_nothing_changed(live, page, catalogue):
    url, home = live
    warehouse = Warehouse.open(home, catalogue)
    version = warehouse.version()
    opened(page, url)
    rows = (f"P{n},114{n % 9 + 1:02d}{n % 27 + 1:02d},,永續發展組,王小明\n" for n in range(60_000))
    drop(page, "陳情_114年.csv", HEAD + "".join(rows))
    page.wait_for_selector("button[data-focus=load]:enabled", timeout=60_000)
    page.locator("button[data-focus=load]").click()
    page.locator("button[data-focus=cancel]").click()
    page.wait_for_selector("button[data-focus=load]:enabled", timeout=60_000)
    drawn(page)
    assert warehouse.version() == version
    page.locator("button[data-focus=load]").click()
    page.wait_for_selector(".said.good", timeout=60_000)
    assert warehouse.version() == version + 1


def test_a_browser_that_is_closed_in_the_middle_leaves_a_whole_load_or_none(live, chrome, catalogue):
    url, home = live
    warehouse = Warehouse.open(home, catalogue)
    size, moments = 40_000, (0, 700, 1500, 2500)  # ms after the click

    def loaded() -> set[int]:
        of = "SELECT count(*) FROM facts_petitions WHERE case_no LIKE ?"
        return {sql(warehouse, of, [f"ZZ{turn}-%"])[0][0] for turn in range(len(moments))}

    for turn, moment in enumerate(moments):
        rows = "".join(f"ZZ{turn}-{n},114{n % 9 + 1:02d}{n % 27 + 1:02d},,永續發展組,王小明\n" for n in range(size))
        context = chrome.new_context(viewport={"width": 1440, "height": 900}, locale="zh-TW")
        page = context.new_page()
        opened(page, url)
        drop(page, "陳情_114年.csv", HEAD + rows)
        page.wait_for_selector("button[data-focus=load]:enabled")
        page.locator("button[data-focus=load]").click()
        page.wait_for_timeout(moment)
        context.close()
        assert loaded() <= {0, size}
    with warehouse.writing():  # after whoever was writing
        assert loaded() <= {0, size}
    assert [one for one in verify(warehouse) if one.severity == "error"] == []


def test_doubtful_characters_are_asked_about(shared, page, catalogue):
    url, home = shared
    opened(page, url)
    text = HEAD.replace("陳情人", "案件類別") + "P5,1141103,,永續發展組,堃\n"
    drop(page, "陳情_11411.csv", text.encode("big5hkscs"))
    page.wait_for_selector("text=這些字都對嗎")
    assert page.locator("button[data-focus=load]:enabled").count() == 0
    page.locator("button[data-focus=yes-characters]").click()
    page.locator("button[data-focus=load]:enabled").click()
    page.wait_for_selector(".said.good")
    assert sql(Warehouse.open(home, catalogue), "SELECT category FROM facts_petitions WHERE case_no = 'P5'") == [
        ("堃",)
    ]


def test_a_header_that_nearly_fits_is_asked_about(shared, page, catalogue):
    url, home = shared
    opened(page, url)
    drop(page, "陳情_11411.csv", HEAD.replace("收文日期", "收文日其") + "P6,1141103,,永續發展組,x\n")
    page.wait_for_selector("text=是不是「收文日期」")
    assert page.locator("button[data-focus=load]:enabled").count() == 0
    page.locator("button[data-focus=yes-received]").click()
    page.wait_for_selector("button[data-focus=load]:enabled")
    page.locator("button[data-focus=load]").click()
    page.wait_for_selector(".said.good")
    assert Warehouse.open(home, catalogue).spellings("petitions") == {"收文日其": "received"}


def test_a_figure_far_from_the_usual_is_asked_about_once_in_the_grid(live, page, catalogue):
    url, home = live
    page.goto(f"{url}/upload?tab=figures&for=11410")
    page.wait_for_selector("input.cell:enabled")
    row = page.locator("tr", has_text="線上申辦客服電話").first
    row.locator("input.cell").fill("120")
    page.locator("button.go:enabled").click()
    page.wait_for_selector(".said.good")
    page.goto(f"{url}/upload?tab=figures&for=11411")
    page.wait_for_selector("select:has(option[value='11411'][selected])")
    page.wait_for_selector("td[data-label*='10 月']:has-text('120')")
    row.locator("input.cell").fill("1200")
    page.locator("button.go:enabled").click()
    page.wait_for_selector(".said.bad:has-text('和平常差很多')")
    warehouse = Warehouse.open(home, catalogue)
    assert [one.numerator for one in warehouse.figures()] == [120.0]
    box = row.locator(".sure input")
    assert box.evaluate("node => node.getRootNode().activeElement === node")
    box.check()
    row.locator("input.cell").fill("1300")  # another figure, another question
    assert not box.is_checked()
    box.check()
    page.locator("button.go:enabled").click()
    page.wait_for_selector(".said.good")
    assert [one.numerator for one in warehouse.figures()] == [120.0, 1300.0]
    assert "已確認沒有打錯" in warehouse.loads()[0].message


def test_the_first_wrong_row_of_the_grid_has_the_focus(shared, page):
    url, _ = shared
    page.goto(f"{url}/upload?tab=figures&for=11411")
    page.wait_for_selector("input.cell:enabled")
    cells = page.locator("input.cell:not(.part)")
    cells.nth(0).fill("12")
    cells.nth(2).fill("很多")
    cells.nth(3).fill("不少")
    page.locator("button.go:enabled").click()
    page.wait_for_selector(".said.bad")
    assert cells.nth(2).evaluate("node => node.getRootNode().activeElement === node")


def test_the_grid_opens_at_the_month_that_is_due(demo_home, page, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(demo_home, home)
    with serve(home, KPI_TODAY="2026-11-27") as url:
        page.goto(f"{url}/upload?tab=figures")
        page.wait_for_selector(
            "h2:has-text('115 年 10 月')"
        )  # demonstration figures end in December 114 and are due to nobody
        row = page.locator("tr", has_text="線上申辦客服電話").first
        row.locator("input.cell").fill("120")
        page.locator("button.go:enabled").click()
        page.wait_for_selector(".said.good")
        page.goto(f"{url}/upload?tab=figures&for=11508")
        page.wait_for_selector("h2:has-text('115 年 8 月')")
