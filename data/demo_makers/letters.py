"""Letters to the head of the agency (首長信箱) and petitions (人民陳情): one file a year, by day of receipt."""

from __future__ import annotations

import random
from datetime import date, timedelta

from demo_makers.common import END, PUBLISHED, YEARS, Out, Work, chance, days, roc
from demo_makers.reference import OFFICES, office_on

LETTERS = {2023: (690, 41), 2024: (748, 45), 2025: (825, 46)}  # to 10 December, after
DISSATISFIED = {2023: (44, 3), 2024: (42, 2), 2025: (39, 2)}
PETITIONS = {2023: (79, 5), 2024: (86, 5), 2025: (94, 6)}
DISSATISFIED_PETITIONS = {2023: 3, 2024: 2, 2025: 0}
OFFICE_WEIGHTS = dict(zip(OFFICES, (22, 10, 10, 12, 16, 12, 14, 3, 3), strict=True))
SURNAMES = "王李張陳林"
GOOD = ["非常滿意", "滿意", "滿意", "普通"]
BAD = ["不滿意", "不滿意", "非常不滿意"]
MAILBOX_HEADERS = [
    "序", "郵件編號", "收信日期", "案件類別", "承辦單位/承辦人", "處理狀態", "回覆日期\n回覆類型", "回覆主旨", "回覆對象EMAIL",
    "滿意度", "評定日期", "再次說明日期", "文號",
]  # fmt: skip
PETITION_HEADERS = [
    "案件編號", "收文日期", "案件類別", "來源", "承辦單位", "陳情人", "處理期限", "展延至", "結案日期", "辦理情形", "滿意度", "文號",
]  # fmt: skip


def receipts(rng: random.Random, year: int, counts: tuple[int, int], work: Work) -> list[date]:
    """Days of receipt: so many up to 10 December, so many after it; fewer on days off, more after the typhoons."""
    cut, found = date(year, PUBLISHED.month, PUBLISHED.day), []
    for first, last, count in (
        (date(year, 1, 1), cut, counts[0]),
        (cut + timedelta(days=1), date(year, 12, 31), counts[1]),
    ):
        span = days(first, last)
        weights = [(1.0 if day in work.known else 0.3) * (1.5 if day.month in (7, 8) else 1.0) for day in span]
        found += rng.choices(span, weights, k=count)
    return sorted(found)


def office_of(rng: random.Random, day: date) -> str:
    return office_on(rng.choices(list(OFFICE_WEIGHTS), list(OFFICE_WEIGHTS.values()))[0], day)


def document_no(received: date, place: int) -> str:
    """文號. The fifth petition of a year and the letter of the same place bear the same one: one matter, two ways in."""
    return f"{received.year - 1911}{600000 + place:06}"


def mailbox(out: Out, work: Work) -> None:
    """Answered within 6 working days mostly; over a third of the writers rate; about 5 in 100 are dissatisfied."""
    rng = chance("mailbox")
    for year in YEARS:
        letters = []
        for received in receipts(rng, year, LETTERS[year], work):
            wait = rng.randint(7, 12) if rng.random() < 0.04 else min(6, 1 + int(rng.betavariate(2.5, 2) * 6))
            answered = work.after(received, wait)
            if received > date(2025, 10, 1) and rng.random() < 0.01:
                answered = None
            answered = answered if answered and answered <= END else None
            rated = answered and answered + timedelta(days=rng.randint(0, 9))
            rated = rated if rated and rated <= END else None
            letters.append([received, answered, rated, None, None])
        cut = date(year, PUBLISHED.month, PUBLISHED.day)
        for share, inside in ((0, True), (1, False)):
            able = [row for row in letters if row[2] and (row[0] <= cut) is inside]
            for row in rng.sample(able, DISSATISFIED[year][share]):
                row[3] = rng.choice(BAD)
        for row in letters:
            if row[3]:
                again = work.after(row[2], rng.randint(6, 9) if rng.random() < 0.05 else rng.randint(1, 5))
                row[4] = again if again <= END and rng.random() > 0.015 else None
            elif row[2] and rng.random() < 0.36:
                row[3] = rng.choice(GOOD)
            else:
                row[2] = None
        out.workbook(f"mailbox/首長信箱_{year - 1911}年.xlsx", MAILBOX_HEADERS, letter_rows(rng, letters), "首長信箱")


def letter_rows(rng: random.Random, letters: list[list]) -> list[tuple]:
    rows, numbers = [], {}
    for place, (received, answered, rated, rating, again) in enumerate(letters, 1):
        stamp = f"{received.year - 1911}{received.month:02}"
        numbers[stamp] = numbers.get(stamp, 0) + 1
        status = "處理中" if answered is None else "錄存續辦" if rng.random() < 0.03 else "結案"
        reply = answered and f"{roc(answered)}\n{'電子郵件' if rng.random() < 0.93 else '書面'}"
        category = rng.choice(["產業輔導", "租稅優惠", "園區管理", "環保節能", "工廠管理", "其他"])
        rows.append((
            place, f"M{stamp}{numbers[stamp]:03}", roc(received), category,
            f"{office_of(rng, received)}\n{rng.choice(SURNAMES)}○○", status, reply, "（展示用主旨）",
            f"writer{place:04}@example.com", rating, roc(rated), roc(again),
            document_no(received, place) if place % 40 == 5 else None,
        ))  # fmt: skip
    return rows


def petitions(out: Out, work: Work) -> None:
    """30 working days, a few extended or late. Dates have 7 digits (1141103)."""
    rng = chance("petitions")
    for year in YEARS:
        rows, numbers = [], {}
        received_days = receipts(rng, year, PETITIONS[year], work)
        unhappy = set(rng.sample(range(10, 70), DISSATISFIED_PETITIONS[year]))
        for place, received in enumerate(received_days, 1):
            due, extended, roll = work.after(received, 30), None, rng.random()
            closed = work.after(received, max(1, min(30, round(30 * rng.betavariate(2.4, 2.6)))))
            if roll < 0.025:
                closed = work.after(due, rng.randint(1, 6))
            elif roll < 0.06:
                extended = work.after(due, rng.randint(10, 20))
                closed = work.after(due, rng.randint(1, 10))
            elif roll < 0.075:
                closed = received
            closed = closed if closed <= END else None
            last = max(due, extended or due)
            state = (
                ("依限辦結" if closed <= last else "逾限辦結") if closed else "處理中" if last >= END else "逾期待辦"
            )
            rating = (
                rng.choice(BAD) if place in unhappy else rng.choice(GOOD) if closed and rng.random() < 0.3 else None
            )
            stamp = f"{year - 1911}{received.month:02}"
            numbers[stamp] = numbers.get(stamp, 0) + 1
            rows.append((
                f"P{stamp}{numbers[stamp]:02}", roc(received, ""),
                rng.choice(["行政興革建議", "行政違失舉發", "行政法令查詢", "權益維護"]),
                rng.choice(["電子交換", "電子郵件", "電子郵件", "人民陳情"]), office_of(rng, received),
                f"陳情人{place:04}", roc(due, ""), roc(extended, ""), roc(closed, ""), state, rating,
                document_no(received, place),
            ))  # fmt: skip
        out.workbook(f"petitions/人民陳情_{year - 1911}年.xlsx", PETITION_HEADERS, rows, "人民陳情")


def make(out: Out) -> None:
    work = Work()
    mailbox(out, work)
    petitions(out, work)
