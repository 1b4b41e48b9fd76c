"""Start a real Streamlit server on loopback and a real Chromium, for tests, benchmarks and pictures."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--font-render-hinting=none"]  # fmt: skip


LOGS: dict[int, Path] = {}  # port -> what the server on it wrote


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serve(home: Path, script: Path | None = None, **more: str) -> Iterator[str]:
    """The address of a server whose data are in ``home``, of the dashboard or of another ``script``; it ends with the block."""
    port = free_port()
    program = ["ui"] if script is None else ["streamlit", "run", str(script)]
    command = [sys.executable, "-m", *program, f"--server.port={port}", "--server.address=127.0.0.1",
               "--server.headless=true", "--browser.gatherUsageStats=false"]  # fmt: skip
    env = {**os.environ, "KPI_HOME": str(home), **more}
    LOGS[port] = Path(home) / f"server-{port}.log"
    log = LOGS[port].open("w+")
    server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)
    try:
        _await(f"http://127.0.0.1:{port}/_stcore/health", server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        try:
            server.wait(60)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
        log.close()
    if server.returncode:
        raise RuntimeError(f"the server ended with {server.returncode}:\n{LOGS[port].read_text()}")


def _await(url: str, server: subprocess.Popen, log, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if server.poll() is not None:
            log.seek(0)
            raise RuntimeError(f"the server stopped:\n{log.read()}")
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"no answer from {url} within {seconds} s")


def chromium_path() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise RuntimeError("Chromium is missing (Debian: apt install chromium)")


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        try:
            yield started
        finally:
            started.close()
