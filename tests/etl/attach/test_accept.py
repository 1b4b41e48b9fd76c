"""What may be attached to evidence is what its name says; all else is refused with a sentence that helps."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.attach.accept import TYPES, check, cleaned
from etl.attach.file_type import type_of
from kpi.errors import AttachmentRefused
from lang import say
from tests.samples import attached, books
from tests.samples.books import parts, zipped

MOST = 10 * 1024 * 1024
GOOD = attached.good()
LANGS = ("zh-Hant", "en")


def refused(name: str, content: bytes, most: int = MOST) -> AttachmentRefused:
    with pytest.raises(AttachmentRefused) as error:
        check(name, content, most)
    for lang in LANGS:
        assert name.rsplit(".", 1)[0] in say(error.value.key, lang, **error.value.params)
    return error.value


def test_there_is_a_real_file_of_every_kind_that_is_taken():
    assert GOOD.keys() == TYPES.keys()


@pytest.mark.parametrize("ending", TYPES)
def test_a_file_that_is_what_it_says_is_taken(ending):
    found = check(f"檢測報告{ending}", GOOD[ending], MOST)
    assert (found.name, found.ending, found.media) == (f"檢測報告{ending}", ending, TYPES[ending])
    assert check(f"檢測報告{ending.upper()}", GOOD[ending], MOST).ending == ending


def test_two_spellings_of_an_ending_are_one():
    assert check("照片.JPEG", GOOD[".jpg"], MOST).ending == ".jpg"


@given(kind=st.sampled_from(list(TYPES)), other=st.sampled_from(list(TYPES)))
@settings(max_examples=60)
def test_no_good_file_passes_under_another_ending(kind, other):
    if kind != other:
        error = refused(f"報告{other}", GOOD[kind])
        assert (error.key, error.params["is"]) == ("attachment-differs", kind[1:])


@given(kind=st.sampled_from(list(TYPES)), data=st.data())
@settings(max_examples=80)
def test_a_file_that_was_cut_off_is_refused(kind, data):
    content = GOOD[kind]
    error = refused(f"報告{kind}", content[: data.draw(st.integers(0, len(content) - 30))])
    assert error.key in ("attachment-damaged", "attachment-differs", "attachment-empty")


@given(content=st.binary(max_size=400), kind=st.sampled_from(list(TYPES)), head=st.sampled_from([0, 4, 8, 20]))
@settings(max_examples=300)
def test_noise_is_refused_and_never_an_accident(content, kind, head):
    refused(f"報告{kind}", GOOD[kind][:head] + content)


@pytest.mark.parametrize(
    ("name", "key"),
    [("報告", "attachment-no-ending"), ("報告.doc", "attachment-ending"), ("報告.pdf.exe", "attachment-ending"),
     ("報告.docm", "attachment-ending"), ("報告.svg", "attachment-ending"), ("報告.html", "attachment-ending")],
)  # fmt: skip
def test_an_ending_that_is_not_taken_is_told_with_those_that_are(name, key):
    error = refused(name, b"whatever")
    assert error.key == key
    for lang in LANGS:
        assert ".pdf .png .jpg .odt" in say(key, lang, **error.params)


def test_an_empty_file_is_told():
    assert refused("報告.pdf", b"").key == "attachment-empty"


def test_one_byte_too_many_is_told_and_never_reads_like_what_may_be():
    size = len(GOOD[".pdf"])
    assert check("報告.pdf", GOOD[".pdf"], size).ending == ".pdf"
    assert refused("報告.pdf", GOOD[".pdf"], size - 1).key == "attachment-large"
    error = refused("報告.pdf", bytes(MOST + 1))
    assert (error.params["size"], error.params["most"]) == ("10.1", "10")


@pytest.mark.parametrize(
    ("content", "found"),
    [(b"MZ\x90\x00" + bytes(200), "program"), (b"\x7fELF" + bytes(200), "program"), (b"#!/bin/sh\nrm -rf /\n", "program"),
     (b"<!DOCTYPE html><html><script>alert(1)</script></html>", "html"), (b"\xef\xbb\xbf \n<HTML></HTML>", "html"),
     (b'<?xml version="1.0"?><html xmlns="x"/>', "html"), (b'<svg onload="alert(1)"/>', "xml"), (b"GIF89a" + bytes(9), "picture"),
     (zipped({"notes.txt": b"hello"}), "zip"), (b"Rar!\x1a\x07" + bytes(9), "zip"), (b"PK\x03\x04" + bytes(99), "damaged"),
     (books.xls(), "old-office"), (attached.locked_office(), "locked"), (b"{\\rtf1 x}", "rtf"), ("說明".encode(), "text"),
     (bytes(100), "other"), (b"\xff\xfe\xfd\xfc" * 9, "other")],
)  # fmt: skip
def test_content_of_another_kind_is_told_by_what_it_is(content, found):
    assert type_of(content) == found
    error = refused("報告.pdf", content)
    assert (error.key, error.params["is"]) == ("attachment-differs", found)
    for lang, unknown in zip(LANGS, ("認不出來", "nobody here knows"), strict=True):
        assert (unknown in say(error.key, lang, **error.params)) == (found == "other")


def test_a_template_is_another_kind_of_office_document():
    types = parts(attached.word())["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    content = attached.with_parts(attached.word(), {"[Content_Types].xml": types})
    assert refused("範本.docx", content).params["is"] == "office"


@pytest.mark.parametrize(
    ("ending", "more"),
    [(".docx", {"word/vbaProject.bin": b"x"}), (".xlsx", {"xl/VBAPROJECT.BIN": b"x"}), (".pptx", {"ppt/vbaProject.bin": b"x"}),
     (".xlsx", {"xl/macrosheets/sheet1.xml": b"<x/>"}), (".odt", {"Basic/Standard/Module1.xml": b"<x/>"}),
     (".ods", {"Scripts/python/run.py": b"print()"})],
)  # fmt: skip
def test_a_document_with_macros_is_refused(ending, more):
    assert refused(f"報告{ending}", attached.with_parts(GOOD[ending], more)).key == "attachment-macros"


def test_a_macro_document_under_a_plain_name_is_refused():
    assert refused("報告.docx", attached.macro_word()).key == "attachment-macros"


def test_an_empty_list_of_libraries_is_no_macro():
    content = attached.with_parts(
        GOOD[".odt"], {"Basic/Standard/script-lb.xml": b"<x/>", "Basic/script-lc.xml": b"<x/>"}
    )
    assert check("報告.odt", content, MOST).ending == ".odt"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("報告.docx", attached.locked_office()),
        ("報告.docx", attached.locked_zip()),
        ("報告.odt", attached.locked_odf()),
    ],
    ids=["office", "zip", "odf"],
)
def test_a_password_is_told_as_one(name, content):
    assert refused(name, content).key == "attachment-locked"


def test_a_document_that_unpacks_to_too_much_is_not_opened():
    content = attached.bomb()
    assert len(content) < 1_000_000
    assert refused("報告.docx", content).key == "attachment-unpacks"


@pytest.mark.parametrize(
    ("ending", "more"),
    [(".docx", {"word/document.xml": b"<w:document"}), (".xlsx", {"../../etc/passwd": b"x"}), (".odt", {"content.xml": b""}),
     (".pptx", {"ppt/presentation.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><p/>'})],
)  # fmt: skip
def test_a_document_whose_parts_are_not_right_is_damaged(ending, more):
    assert refused(f"報告{ending}", attached.with_parts(GOOD[ending], more)).key == "attachment-damaged"


MAIN_PARTS = {".docx": "word/document.xml", ".odt": "content.xml"}


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
@pytest.mark.parametrize("ending", MAIN_PARTS)
def test_parts_packed_in_a_way_that_no_office_program_opens_are_damaged(ending, packing):
    for names in ((), (MAIN_PARTS[ending],)):
        content = attached.packed(GOOD[ending], packing, *names)
        assert refused(f"報告{ending}", content).key == "attachment-damaged"


def test_parts_that_are_stored_as_they_are_are_taken():
    for ending in MAIN_PARTS:
        assert check(f"報告{ending}", attached.packed(GOOD[ending], zipfile.ZIP_STORED), MOST).ending == ending


@pytest.mark.parametrize("name", ["[Content_Types].xml", "word/document.xml", "docProps/core.xml"])
def test_a_damaged_part_in_another_packing_is_told_as_damaged(name):
    content = bytearray(attached.packed(GOOD[".docx"], zipfile.ZIP_LZMA))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        start = archive.getinfo(name).header_offset + 30 + len(name)
    content[start + 10 : start + 30] = b"\xff" * 20
    assert refused("報告.docx", bytes(content)).key == "attachment-damaged"


@pytest.mark.parametrize("ending", [".docx", ".png"])
def test_a_flipped_byte_is_found_by_its_sum(ending):
    content = bytearray(GOOD[ending])
    place = len(content) // 2 if ending == ".png" else content.index(b"word/document.xml") + 100
    content[place] ^= 0xFF
    assert refused(f"報告{ending}", bytes(content)).key == "attachment-damaged"


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [("../../etc/報告.pdf", "報告.pdf"), ("C:\\Users\\王\\報告.pdf", "報告.pdf"), ("報\r\n告\x00.pdf", "報告.pdf"),
     ("報告\u202efdp.exe", "報告fdp.exe"), ("  報 \u3000 告 .pdf. ", "報 告.pdf"), ("a<b>:c?.pdf", "a_b__c_.pdf"),
     (".pdf", "_.pdf"), ("e\u0301.pdf", "é.pdf"), ("無.pdf", "無.pdf"), ("v1.2.pdf", "v1.2.pdf")],
)  # fmt: skip
def test_a_name_loses_what_a_name_should_not_hold(given_name, kept):
    assert cleaned(given_name) == kept


@given(st.text(max_size=300) | st.text("a .b/　", max_size=200))
@settings(max_examples=1000)
def test_a_cleaned_name_is_a_name_and_stays_one(name):
    found = cleaned(name)
    assert len(found) <= 120
    assert not set(found) & set('/\\<>:"|?*\r\n\t\x00\u202e')
    assert cleaned(found) == found
