"""The keeper's commands: history, undo, redo, diff, close, inbox, watch, backup, restore, verify."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from etl.commands.inbox import Taken, folders, run_once
from etl.commands.plan_report import move_json, move_line
from etl.commands.progress_bar import errors, out, progress, tell_behind
from etl.commands.stopping import begun, stands
from etl.retime import redo_load, undo_load
from kpi.catalogue import Catalogue
from kpi.dates.roc import parse_date
from kpi.errors import Busy, CatalogueError, DateError, Problem, StoreLost
from kpi.json_text import json_text
from lang import DEFAULT, list_of, number, say
from lang.problem import mistake
from warehouse import LoadRecord, Warehouse, settings
from warehouse.commit.closing import close as close_month
from warehouse.permissions import local_actor
from warehouse.reads.version_differences import moves_between
from warehouse.upkeep.backup import backup as write_backup
from warehouse.upkeep.restore import restore as put_back
from warehouse.upkeep.verify import Finding
from warehouse.upkeep.verify import verify as verify_all

Lang = Annotated[str, typer.Option("--lang", help="zh-Hant or en")]
Json = Annotated[bool, typer.Option("--json", help="one JSON object")]
Why = Annotated[str, typer.Option("-m", help="why")]


def register(app: typer.Typer, opened: Callable[[], Warehouse]) -> None:
    """Add the commands to ``app``; ``opened`` opens the warehouse."""

    @app.command()
    def history(
        limit: Annotated[int, typer.Option(help="how many")] = 50,
        source: Annotated[str | None, typer.Option(help="of one source")] = None,
        as_json: Json = False,
        lang: Lang = DEFAULT,
    ) -> None:
        """List the loads: who, when, which file, how many rows, why."""
        warehouse = opened()
        if source is not None:
            warehouse.catalogue.source(source)
        records = warehouse.loads(limit=limit, source=source)
        if as_json:
            print(json_text({"loads": [_record_json(record) for record in records]}))
        for record in [] if as_json else records:
            out.print(_record_line(record, warehouse.catalogue, lang))

    @app.command()
    def undo(load: int, message: Why = "", lang: Lang = DEFAULT) -> None:
        """Take back a load: a new version without it."""
        done = undo_load(opened(), load, local_actor(), message, settings.now())
        out.print(say("undone", lang, load=load, version=number(done.version)))

    @app.command()
    def redo(load: int, message: Why = "", lang: Lang = DEFAULT) -> None:
        """Do an undone load again: a new version with it."""
        done = redo_load(opened(), load, local_actor(), message, settings.now())
        out.print(say("redone", lang, load=load, version=number(done.version)))

    @app.command()
    def diff(older: int, newer: int, as_json: Json = False, lang: Lang = DEFAULT) -> None:
        """Say which indicators two versions tell differently."""
        warehouse = opened()
        found = moves_between(warehouse, older, newer)
        if as_json:
            print(json_text({"moves": [move_json(move) for move in found]}))
            return
        for move in found:
            out.print(move_line(move, warehouse.catalogue, lang))
        out.print(say("diff-count", lang, count=len(found), older=number(older), newer=number(newer)))

    @app.command()
    def close(month: str, name: str, message: Why = "", lang: Lang = DEFAULT) -> None:
        """Close a month (11411 or 2025-11) by name; later changes to it need a reason."""
        version = close_month(opened(), _month(month), local_actor(), name, message, settings.now())
        out.print(say("month-closed-done", lang, month=month, name=name, version=number(version)))

    @app.command()
    def inbox(lang: Lang = DEFAULT) -> None:
        """Load once what lies in the inbox folders."""
        warehouse = opened()
        taken = list(_taken(warehouse, lang))
        if not taken:
            out.print(say("inbox-empty", lang, folder=str(warehouse.home / "inbox")))
        if any(one.state not in ("loaded", "unchanged") for one in taken):
            raise typer.Exit(2)

    @app.command()
    def watch(every: Annotated[float, typer.Option(help="seconds")] = 2.0, lang: Lang = DEFAULT) -> None:
        """Load what is dropped into the inbox folders, until it is ended."""
        warehouse = opened()
        stopped = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: stopped.set())
        folders(warehouse)
        out.print(say("inbox-watching", lang, folder=str(warehouse.home / "inbox"), seconds=f"{every:g}"))
        told: tuple[Problem, ...] = ()
        while not stopped.is_set():
            with suppress(Busy, CatalogueError):  # somebody takes it, or writes the catalogue, just now
                found = settings.in_force()
                if found.problems != told:
                    told = found.problems
                    for problem in told:
                        errors.print(mistake(problem, lang))
                if not found.problems and found.catalogue is not warehouse.catalogue:
                    former, warehouse = warehouse, opened()  # what is loaded goes by the definitions of now
                    former.close()
                    folders(warehouse)
                    out.print(say("inbox-definitions", lang))
                for one in _taken(warehouse, lang):
                    if one.load:
                        tell_behind(warehouse, lang)
                    if stopped.is_set():
                        break
            stopped.wait(every)

    @app.command()
    def backup(file: Path, lang: Lang = DEFAULT) -> None:
        """Write everything to one file."""
        with progress(say("progress-backup", lang)) as tell:
            count = write_backup(opened(), file, tell)
        out.print(say("backup-done", lang, file=file.name, count=count))

    @app.command()
    def restore(file: Path, lang: Lang = DEFAULT) -> None:
        """Put a backup in place; the warehouse that was there is moved aside, not deleted."""
        begun.append(stands())
        _, former = put_back(settings.home(), file, settings.catalogue(), settings.now())
        version = opened().version()  # with the indicators as they are declared now
        out.print(say("restore-done", lang, file=file.name, version=number(version)))
        if former:
            out.print(say("restore-aside", lang, folder=str(former)))

    @app.command()
    def verify(as_json: Json = False, lang: Lang = DEFAULT) -> None:
        """Read everything again and say what is wrong and how to repair it."""
        try:
            warehouse = Warehouse(settings.home(), settings.catalogue())
            with progress(say("progress-verify", lang)) as tell:
                found = verify_all(warehouse, lambda share, what: tell(share))
        except StoreLost as error:
            found = [Finding("error", error.key, error.params)]
        wrong = [one for one in found if one.severity == "error"]
        if as_json:
            said = [{"severity": f.severity, "key": f.key, "message": say(f.key, lang, **f.params)} for f in found]
            print(json_text({"sound": not wrong, "findings": said}))
        for finding in [] if as_json else found:
            (errors if finding.severity == "error" else out).print(say(finding.key, lang, **finding.params))
        if not as_json:
            out.print(say("verify-wrong" if wrong else "verify-sound", lang, count=len(wrong)))
        if wrong:
            raise typer.Exit(2)


def _taken(warehouse: Warehouse, lang: str) -> Iterator[Taken]:
    """Take what lies in the inbox, and print each file as it is done."""
    for one in run_once(warehouse, local_actor(), settings.now, lang):
        good = one.state in ("loaded", "unchanged")
        (out if good else errors).print(f"{one.source}/{one.file}  {one.text}")
        yield one


def _month(text: str) -> date:
    """The first day of a month written as 11411, 114-11, 2025-11 or 202511."""
    digits = "".join(sign for sign in text if sign.isdigit())
    year, month = digits[:-2], digits[-2:]
    if len(digits) not in (5, 6):
        raise DateError("date-unreadable", found=text)
    return parse_date(f"{year}-{month}-01")


def _record_line(record: LoadRecord, catalogue: Catalogue, lang: str) -> str:
    source = catalogue.sources.get(record.source)
    state = "undone" if record.undone else record.kind
    words = say(f"history-state-{state}", lang, load=record.of or record.load)
    rows = f"+{number(record.added)} ~{number(record.changed)} -{number(record.removed)}"
    files = list_of([file.name for file in record.files], lang, 3, "files") if record.files else ""
    parts = [
        f"#{record.load}", f"{settings.local(record.at):%Y-%m-%d %H:%M}", record.actor, source.name.get(lang) if source else record.source,
        words, rows, files, " ".join(file.sha256[:12] for file in record.files[:1]), record.message,
    ]  # fmt: skip
    return "  ".join(part for part in parts if part)


def _record_json(record: LoadRecord) -> dict[str, object]:
    files = [{"file": f.name, "sha256": f.sha256, "rows": f.rows, "copy": f.copy} for f in record.files]
    return {
        "load": record.load, "at": record.at.isoformat(), "actor": record.actor, "source": record.source,
        "message": record.message, "kind": record.kind, "of": record.of, "undone": record.undone, "version": record.version,
        "added": record.added, "changed": record.changed, "removed": record.removed, "unchanged": record.unchanged,
        "files": files,
    }  # fmt: skip
