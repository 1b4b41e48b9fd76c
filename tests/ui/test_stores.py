"""What a page shows by number is of the store that it was drawn from; after a restore the number is another thing's."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.typed_in.form_entry import write_row
from lang import say
from tests.conftest import ACTOR, NOW
from ui.assessment import actions as assessment_actions
from ui.assessment import row_actions
from ui.history import actions as history_actions
from ui.parts.drawing import FILES
from ui.shared import cached
from ui.shared.messages import Heard, Message, Unheard, read, unheard
from ui.shell import address, page_context
from ui.shell.reader_choice import Choice
from warehouse import Version
from warehouse.reads.form_records import records

FORMER = "0123456789ab"
NUMBERS = st.integers(0, 999_999_999)
STORES = st.from_regex("[0-9a-f]{12}", fullmatch=True)


class Rerun(BaseException):
    pass


@pytest.fixture
def streamlit(monkeypatch):
    """The session and the address of a page, for every module that keeps something in them."""

    def rerun():
        raise Rerun

    found = SimpleNamespace(session_state={}, query_params={}, rerun=rerun)
    for module in (address, assessment_actions, page_context, history_actions, row_actions):
        monkeypatch.setattr(module, "st", found)
    return found


@pytest.fixture
def house(demo_copy, monkeypatch):
    """A warehouse as the pages have it."""
    watcher = SimpleNamespace(version=None, trouble=None)

    def look():
        watcher.version = demo_copy.newest()

    watcher.look = look
    look()
    monkeypatch.setattr(cached, "_house", lambda: SimpleNamespace(catalogue=demo_copy.catalogue, warehouse=demo_copy))
    monkeypatch.setattr(cached, "watcher", lambda: watcher)
    return demo_copy


# -- addresses -------------------------------------------------------------------------------------------------------


@given(number=NUMBERS, store=STORES, other=STORES)
def test_an_address_names_a_number_of_one_store(number, store, other):
    version, params = Version(store, 5), {"load": str(Version(other, number))}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(address, "st", SimpleNamespace(query_params=params))
        assert address.numbered("load", version) == (number if store == other else None)
        assert address.replaced("load", version) is (store != other)


@given(number=NUMBERS, store=STORES, other=STORES)
def test_a_bare_number_gets_the_store_that_is_there_and_keeps_it(number, store, other):
    params = {"load": str(number)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(address, "st", SimpleNamespace(query_params=params))
        assert address.numbered("load", Version(store, 5)) == number
        assert params == {"load": f"{store}-{number}"}
        assert address.numbered("load", Version(other, 5)) == (number if store == other else None)


@given(text=st.text(max_size=40))
def test_what_is_no_number_is_none_and_stays_as_it_is(text):
    params = {"load": text}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(address, "st", SimpleNamespace(query_params=params))
        number = address.numbered("load", Version(FORMER, 5))
    assert number is None or text in (params["load"], f"-{text}", str(number), params["load"].partition("-")[2])
    assert number is not None or params == {"load": text}


# -- what is clicked -------------------------------------------------------------------------------------------------


def test_a_message_says_from_which_store_it_was_drawn():
    told = {"line": "a", "unheard": [{"number": 1, "what": "open", "value": 5, "store": FORMER}]}
    (one,) = unheard(told, Heard())[1]
    found = read(one.what, one.value, one.store)
    assert (found.store, found.value, found.named) == (FORMER, "5", f"{FORMER}-5")
    del told["unheard"][0]["store"]
    with pytest.raises(Unheard):
        unheard(told, Heard())


def test_a_load_that_is_clicked_opens_as_one_of_the_store_of_the_page(streamlit, house):
    streamlit.session_state[address.KEY] = Choice()
    page_context.on_message(Message("open", value="5", store=FORMER))
    assert streamlit.session_state[page_context.OPENED] == ("history", {"load": f"{FORMER}-5"})
    history_actions.on_message(Message("open", value="7", store=FORMER))
    assert streamlit.query_params["load"] == f"{FORMER}-7"
    history_actions.on_message(Message("choose", "load", "", store=FORMER))  # back to the list
    assert "load" not in streamlit.query_params


def test_an_edition_that_is_clicked_is_one_of_the_store_of_the_page(streamlit, house):
    streamlit.query_params["view"] = "editions"
    assessment_actions.on_message(Message("choose", "edition", "2", store=FORMER))
    assert streamlit.query_params["edition"] == f"{FORMER}-2"
    page = SimpleNamespace(version=house.newest(), lang="en")
    assert assessment_actions.edition(page.version) is None
    assert assessment_actions.said(page) == {"good": False, "text": say("number-replaced", "en")}
    assessment_actions.on_message(Message("choose", "edition", "", store=FORMER))
    assert "edition" not in streamlit.query_params
    assert assessment_actions.said(page) is None


def test_every_link_to_a_load_bears_its_store():
    """All are made in one place, where the store of the page is known."""
    places = [path.name for path in FILES.values() for _ in re.finditer(r"history\?load=", path.read_text("utf-8"))]
    assert places == ["messages.js"]


# -- acts ------------------------------------------------------------------------------------------------------------


def state(warehouse):
    return [(load.load, load.undone, load.kind) for load in warehouse.loads(limit=999)], warehouse.version()


@pytest.mark.parametrize(
    ("key", "value", "more"),
    [("undo", "9", {}), ("redo", "9", {}), ("close", "2025-10-01", {"name": "王科長"})],
)
def test_no_load_of_another_store_is_undone_and_no_month_closed(streamlit, house, key, value, more):
    before = state(house)
    history_actions.on_message(Message("choose", key, value, more=more, number=9, day=date(2025, 10, 1), store=FORMER))
    with pytest.raises(Rerun):
        history_actions.act("en")
    said = history_actions.said()
    assert (said.good, said.text) == (False, say("store-replaced", "en"))
    assert state(house) == before


def test_one_of_this_store_is(streamlit, house):
    history_actions.on_message(Message("choose", "undo", "9", number=9, store=house.newest().store))
    with pytest.raises(Rerun):
        history_actions.act("en")
    assert history_actions.said().good
    assert house.loads(limit=1, only={9})[0].undone


def test_a_store_that_was_replaced_a_moment_ago_is_known_at_once(streamlit, house):
    """The watcher of the pages has not asked yet."""
    cached.watcher().version = Version(FORMER, 3)
    history_actions.on_message(Message("choose", "undo", "9", number=9, store=FORMER))
    with pytest.raises(Rerun):
        history_actions.act("en")
    assert not history_actions.said().good
    assert not house.loads(limit=1, only={9})[0].undone


CODE = "E2.1b"
OF = {"year": "2025", "code": CODE, "lang": "zh-Hant"}


def row_page(house):
    last = date(2025, 12, 10)
    return page_context.Filled("zh-Hant", house.newest(), Choice(2025, until=last), last, last)


def saving(house, basis: str, store: str) -> row_actions.RowResult:
    message = Message(
        "choose", "save", "受理 {人民陳情受理件數}。", more=OF | {"as_of": "", "basis": basis}, store=store
    )
    row_actions.on_message(message)
    with pytest.raises(Rerun):
        row_actions.act(row_page(house))
    return row_actions.said(CODE)


@pytest.mark.parametrize("key", row_actions.ACTS)
def test_nothing_is_saved_under_a_row_of_another_store(streamlit, house, key):
    before = state(house)
    row_actions.on_message(Message("choose", key, "文字", more=OF | {"basis": "0", "from": "2025-05-20"}, store=FORMER))
    with pytest.raises(Rerun):
        row_actions.act(row_page(house))
    said = row_actions.said(CODE)
    assert (said.good, said.text) == (False, say("store-replaced", "zh-Hant"))
    assert said.mine == ("文字" if key == "save" else None)  # what was typed stays
    assert state(house) == before


def test_what_was_typed_over_a_text_of_another_store_is_put_beside_the_one_of_this(streamlit, house):
    """The page has followed the restore, and what is typed in it stayed; its number is that of another load here."""
    store = house.newest().store
    done = write_row(
        house, 2025, CODE, "zh-Hant", "那時的。", None, "那時的。", row_page(house).choice.until, ACTOR, NOW, 0
    )
    said = saving(house, f"{FORMER}-{done.load}", store)
    assert (said.good, said.mine) == (False, "受理 {人民陳情受理件數}。")
    assert [one.text for one in records(house).written] == ["那時的。"]
    assert saving(house, f"{store}-{done.load}", store).good


def test_no_form_of_another_store_is_signed_off(streamlit, house):
    page, before = row_page(house), state(house)
    assessment_actions.on_message(Message("choose", "sign", more={"name": "主任秘書"}, store=FORMER))
    with pytest.raises(Rerun):
        assessment_actions.act(page)
    assert assessment_actions.said(page) == {"good": False, "text": say("store-replaced", "zh-Hant")}
    assert state(house) == before
    assessment_actions.on_message(Message("choose", "sign", more={"name": "主任秘書"}, store=page.version.store))
    with pytest.raises(Rerun):
        assessment_actions.act(page)
    assert assessment_actions.said(page)["good"]
    assert [one.number for one in records(house).signed(2025)] == [1]


# -- rows ------------------------------------------------------------------------------------------------------------


def test_a_row_is_saved_as_itself_whatever_the_reader_opened_meanwhile(streamlit, house):
    """The next row, another year and the other language were clicked before the save was heard."""
    streamlit.query_params["row"] = "1"
    more = OF | {"as_of": "", "basis": "0"}
    row_actions.on_message(
        Message("choose", "save", "受理 {人民陳情受理件數}。", more=more, store=house.newest().store)
    )
    page = row_page(house)
    with pytest.raises(Rerun):
        row_actions.act(replace(page, lang="en", choice=replace(page.choice, year=2024, until=None)))
    assert row_actions.said(CODE).good
    assert [(one.year, one.code, one.lang) for one in records(house).written] == [(2025, CODE, "zh-Hant")]


@pytest.mark.parametrize("odd", [{"year": "0"}, {"year": "99999"}, {"year": "x"}, {"code": "x"}, {"lang": "xx"}])
@pytest.mark.parametrize("key", ["save", "draft"])
def test_a_row_that_is_not_there_is_refused(streamlit, house, key, odd):
    with pytest.raises(Unheard):
        row_actions.on_message(Message("choose", key, "文字", more=OF | odd, store=house.newest().store))
    assert row_actions.ASKED not in streamlit.session_state
