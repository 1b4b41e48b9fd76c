"""What the keeper does to metrics.yml while people read: a mistake harms nobody, a good file comes into force as it is saved."""

import re
import shutil

from tools.serving import serve
from warehouse import settings


def test_a_mistake_harms_no_page_and_a_good_file_needs_no_restart(demo_home, page, tmp_path):
    home, metrics = tmp_path / "home", tmp_path / "metrics.yml"
    shutil.copytree(demo_home, home)
    good = settings.catalogue_path().read_text(encoding="utf-8")
    metrics.write_text(good, encoding="utf-8")
    with serve(home, KPI_METRICS=str(metrics)) as url:
        page.goto(f"{url}/overview")
        page.wait_for_selector("text=首長信箱不滿意率")
        metrics.write_text(
            good.replace("kind: at_least, value: 3", "kind: at_least, value: three", 1), encoding="utf-8"
        )
        page.goto(f"{url}/history")
        page.wait_for_selector("text=有 1 處錯誤")
        line = next(n for n, text in enumerate(metrics.read_text(encoding="utf-8").splitlines(), 1) if "three" in text)
        told = page.locator("ul.mistakes").inner_text()
        assert f"metrics.yml:{line}" in told
        assert "standards[website_category_browsing].value" in told
        assert "這裡要填數字" in told
        page.goto(f"{url}/history?lang=en")
        page.wait_for_selector("ul.mistakes:has-text('a number belongs here')")
        told = page.locator("ul.mistakes").inner_text()
        assert f"metrics.yml:{line}" in told
        assert not re.search("[\u3000-\u9fff\uff00-\uffef]", told)
        page.goto(f"{url}/overview?lang=zh-Hant")
        page.wait_for_selector("text=首長信箱不滿意率")
        metrics.write_text(good.replace("首長信箱不滿意率", "信箱不滿意比率"), encoding="utf-8")
        page.wait_for_selector("text=信箱不滿意比率")  # the open page draws itself anew
        page.goto(f"{url}/history")
        page.wait_for_selector("h1:has-text('歷程')")
        assert page.locator("ul.mistakes").count() == 0


def test_a_first_start_with_a_mistake_says_which_line_it_is(page, tmp_path):
    metrics = tmp_path / "metrics.yml"
    good = settings.catalogue_path().read_text(encoding="utf-8")
    metrics.write_text(good.replace("kind: at_least, value: 3", "kind: at_least, value: three", 1), encoding="utf-8")
    with serve(tmp_path, KPI_METRICS=str(metrics)) as url:
        page.goto(f"{url}/overview")
        page.wait_for_selector("text=metrics.yml:")
        assert "這裡要填數字" in page.locator("pre").inner_text()
