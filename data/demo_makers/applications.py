"""Applications (人民申請案件): one file per month of receipt, as the cases stood on 114-12-31."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from demo_makers.common import END, PUBLISHED, YEARS, Out, Work, chance, days, roc
from demo_makers.reference import OFFICES, SERVICES, Service, office_on

ONLINE_COMPLETED = 33748  # published: 2025-01-01 to 2025-12-10
PER_WORKING_DAY = {2023: 127.0, 2024: 138.0, 2025: 154.5}  # growth; 2025 a little too many, the surplus is taken out
OFFLINE = {2023: 0.054, 2024: 0.045, 2025: 0.036}
LATE = {2023: 0.024, 2024: 0.020, 2025: 0.015}
PACE = {2023: 1.0, 2024: 0.95, 2025: 0.88}
SEASON = (0.96, 0.90, 1.04, 1.0, 1.0, 0.98, 0.97, 0.99, 1.02, 1.03, 1.04, 1.02)
LUNAR_NEW_YEAR = (date(2023, 1, 22), date(2024, 2, 10), date(2025, 1, 29))
TYPHOON = (date(2024, 7, 24), date(2024, 8, 9))  # fewer cases come in, more are late
HEADERS = [
    "案件編號", "申辦項目", "承辦組室", "申請方式", "申請人", "聯絡電話", "收件日期", "補正通知日", "補正完成日",
    "補正通知日2", "補正完成日2", "處理時限", "展延至", "辦結日期", "案件狀態",
]  # fmt: skip


@dataclass
class Case:
    service: Service
    received: date
    method: str
    notice: date | None = None
    done: date | None = None
    notice_2: date | None = None
    done_2: date | None = None
    extended: date | None = None
    completed: date | None = None
    status: str = "審查中"

    @property
    def published(self) -> bool:
        """Whether it is one of the 33,748."""
        inside = self.completed is not None and date(2025, 1, 1) <= self.completed <= PUBLISHED
        return inside and self.method == "線上" and self.status in ("核准", "駁回")

    @property
    def plain(self) -> bool:
        return self.notice is None and self.extended is None and self.status == "核准"


def volume(rng: random.Random, day: date, work: Work) -> int:
    """Cases received on a day: by year, month and weekday; few on days off, fewer near the Lunar New Year."""
    mean = PER_WORKING_DAY[day.year] * SEASON[day.month - 1]
    if day not in work.known:
        return max(0, round(rng.gauss(mean * 0.012, 1)))
    mean *= (1.12, 1.03, 1.0, 0.97, 0.9, 0.55, 0.5)[day.weekday()]
    if any(-6 <= (day - feast).days <= 9 for feast in LUNAR_NEW_YEAR):
        mean *= 0.7
    if TYPHOON[0] <= day <= TYPHOON[1]:
        mean *= 0.72
    return max(1, round(rng.gauss(mean, mean**0.5 * 1.3)))


def supplements(rng: random.Random, case: Case, work: Work) -> int:
    """Give the case its pairs of 補正 dates. Returns the working days of its own time that had passed by the last."""
    spent = rng.randint(1, max(1, case.service.limit // 4))
    case.notice = work.after(case.received, spent)
    case.done = work.after(case.notice, rng.randint(2, 12))
    if rng.random() < 0.12:
        gap = rng.randint(1, max(1, case.service.limit // 6))
        case.notice_2 = work.after(case.done, gap)
        case.done_2 = work.after(case.notice_2, rng.randint(2, 8))
        spent += gap
    return spent


def due_day(case: Case, work: Work) -> date:
    """Last day of the limit: waiting for supplements stops the clock; a calendar limit moves off a day off."""
    pairs = [(case.notice, case.done), (case.notice_2, case.done_2)]
    if case.service.calendar:
        waited = sum((done - notice).days for notice, done in pairs if notice and done)
        return work.next(case.received + timedelta(days=case.service.limit + waited))
    waited = sum(work.between(notice, done) for notice, done in pairs if notice and done)
    return work.after(case.received, case.service.limit + waited)


def settle(rng: random.Random, case: Case, work: Work) -> None:
    """Decide when and how a case ends."""
    year = case.received.year
    supplemented = rng.random() < 0.066 - 0.004 * (year - 2023)
    spent = supplements(rng, case, work) if supplemented else 0
    due, last = due_day(case, work), case.done_2 or case.done
    room = work.between(last or case.received, due)
    if supplemented and case.notice_2 is None and rng.random() < 0.03:
        case.done, case.status = None, "駁回"  # never supplemented
        case.completed = work.after(case.notice, rng.randint(15, 25))
        return
    roll = rng.random()
    late = LATE[year] * (2.6 if TYPHOON[0] <= case.received <= TYPHOON[1] else 1)
    if roll < 0.012:
        overdue = rng.random() < 0.04
        ahead = room + rng.randint(1, 6) if overdue else rng.randint(1, max(1, room // 2))
        case.completed, case.status = work.after(last or case.received, ahead), "撤回"
        return
    case.status = "駁回" if rng.random() < 0.045 else "核准"
    if roll < 0.012 + late:
        case.completed = work.after(due, 1 + int(rng.expovariate(0.25)))
        if case.received >= date(2025, 6, 1) and rng.random() < 0.10:
            case.completed = None  # still open at the end, overdue
    elif roll < 0.012 + late + 0.012:
        case.extended = work.after(due, rng.randint(5, 20))
        case.completed = work.after(due, rng.randint(1, work.between(due, case.extended)))
        if rng.random() < 0.06:
            case.completed = work.after(case.extended, rng.randint(1, 5))
    elif not supplemented and case.received in work.known and rng.random() < 0.012:
        case.completed = case.received
    else:
        share = rng.betavariate(2.2, 3.4) * PACE[year]
        case.completed = work.after(last or case.received, min(room, max(1, round(room * share) - spent // 2)))


def as_of_end(case: Case) -> Case:
    """Take away what was not yet known on 114-12-31."""
    if case.completed is None or case.completed > END:
        case.completed, case.status = None, "審查中"
        for field in ("notice", "done", "notice_2", "done_2"):
            if (day := getattr(case, field)) and day > END:
                setattr(case, field, None)
        if (case.notice and not case.done) or (case.notice_2 and not case.done_2):
            case.status = "補正中"
    if case.extended and case.completed is None and case.extended > END + timedelta(days=20):
        case.extended = None
    return case


def cases() -> list[Case]:
    """All cases by day of receipt, the number completed online in the published period exact."""
    rng, work, found = chance("applications"), Work(), []
    weights = [service.weight for service in SERVICES]
    for day in days(date(YEARS[0], 1, 1), END):
        for service in rng.choices(SERVICES, weights, k=volume(rng, day, work)):
            away = day in work.known and rng.random() < OFFLINE[day.year]
            method = ("臨櫃" if rng.random() < 0.4 else "郵寄") if away else "線上"
            case = Case(service, day, method)
            settle(rng, case, work)
            found.append(as_of_end(case))
    surplus = sum(case.published for case in found) - ONLINE_COMPLETED
    assert surplus >= 0, f"{-surplus} cases too few: raise PER_WORKING_DAY"
    spare = [place for place, case in enumerate(found) if case.published and case.plain and case.received.year == 2025]
    taken = set(rng.sample(spare, surplus))
    return [case for place, case in enumerate(found) if place not in taken]


def make(out: Out) -> None:
    """36 files. Dates are 114/11/03, real dates or 1141103, the same way within a file; two files use aliases."""
    by_month: dict[tuple[int, int], list[Case]] = {}
    for case in cases():
        by_month.setdefault((case.received.year, case.received.month), []).append(case)
    for (year, month), found in by_month.items():
        spell = (roc, lambda day: day, lambda day: roc(day, ""))[month % 3]
        short = {name: OFFICES[name].split(";")[0] for name in OFFICES} if month == 6 else {}
        stamp, rows = f"{year - 1911}{month:02}", []
        for number, case in enumerate(found, 1):
            office = office_on(case.service.office, case.received)
            rows.append((
                f"A{stamp}{number:04}", case.service.name, short.get(office, office), case.method,
                f"申請人{number % 500:04}", "00-0000-0000", spell(case.received), spell(case.notice), spell(case.done),
                spell(case.notice_2), spell(case.done_2), case.service.limit, spell(case.extended),
                spell(case.completed), case.status,
            ))  # fmt: skip
        headers = [f"{head}1" if year == 2023 and head in ("補正通知日", "補正完成日") else head for head in HEADERS]
        out.workbook(f"applications/線上申辦案件_{stamp}.xlsx", headers, rows, "申辦案件")
