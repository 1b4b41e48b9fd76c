"""What the data tell differently from the version that stood before the last meeting, statuses that flipped first."""

from __future__ import annotations

from lang import day, number, say
from present.sentences.difference import Moved, Side, parted, row
from publish.document.elements import Block, Cell, Section, Table
from publish.pack.blocks import SIGNS, cell, head_cell, paragraph
from publish.pack.contents import Gathered

MOST = 12  # rows; the rest is counted
WIDTHS = (0.26, 0.16, 0.22, 0.22, 0.14)


def changes_page(found: Gathered, lang: str) -> Section:
    title, earlier = say("pack-changes", lang), found.earlier
    if earlier is None or earlier.version is None:
        return Section(title, (paragraph(say("pack-changes-none-earlier", lang), lang, "lead"),))
    when = day(earlier.at.astimezone(found.at.tzinfo).date(), lang)
    params = {"day": when, "version": number(earlier.version)}
    if earlier.version == found.summary.version:
        return Section(title, (paragraph(say("pack-changes-no-loads", lang, **params), lang, "lead"),))
    flipped, others = parted(found.catalogue, found.moved)
    flips, values = (len({move.indicator for move in those}) for those in (flipped, others))
    kind = {(True, True): "both", (True, False): "flips", (False, True): "values"}.get((flips > 0, values > 0), "none")
    what = say(f"chg-what-{kind}", lang, flips=flips, values=values)
    blocks: list[Block] = [paragraph(say("pack-changes-sum", lang, what=what, **params), lang, "lead")]
    moved = [*flipped, *others]
    if moved:
        blocks.append(_table(found, [row(found.catalogue, move, lang, found.moved) for move in moved[:MOST]], lang))
    if len(moved) > MOST:
        blocks.append(paragraph(say("pack-changes-more", lang, count=len(moved) - MOST), lang, "small"))
    blocks.append(paragraph(say("pack-changes-how", lang), lang, "small"))
    return Section(title, tuple(blocks))


def _table(found: Gathered, rows: list[Moved], lang: str) -> Table:
    keys = ("chg-col-indicator", "chg-col-status", "chg-col-before", "chg-col-after", "chg-col-gap")
    head = tuple(head_cell(say(key, lang), lang, end=place > 1) for place, key in enumerate(keys))
    return Table(WIDTHS, (head,), tuple(_row(one, lang) for one in rows), say("pack-changes-about", lang))


def _row(one: Moved, lang: str) -> tuple[Cell, ...]:
    before, after = one["before"], one["after"]
    status = f"{before['word']} → {after['word']}" if one["flipped"] else after["word"]
    return (
        cell(lang, one["name"], " · ".join(text for text in (one["period"], one["also"]) if text)),
        cell(lang, f"{SIGNS.get(after['status'], '')} {status}".strip(), strong=one["flipped"]),
        _side(before, lang),
        _side(after, lang),
        cell(lang, one["gap"] or one["remark"], (one["remark"] if one["gap"] else "") or one["standard"], align="end"),
    )


def _side(side: Side, lang: str) -> Cell:
    below = " · ".join(text for text in (side["n"], side["period"]) if text)
    return cell(lang, side["value"], below, strong=True, align="end")
