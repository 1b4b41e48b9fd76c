"""A page of a foreign origin gets no socket, and the server asks nobody outside who it is itself."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from tools.serving import serve


@contextmanager
def proxy():
    """A place through which every request to the outside would go; gives its address and what asked for it."""
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen() -> None:
            while True:
                try:
                    caller, _ = listening.accept()
                except OSError:
                    return
                with caller:
                    asked.append(caller.recv(2000).decode("latin-1").partition("\r\n")[0])
                    caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\n9.9.9.9")

        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", asked


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with proxy() as (address, asked):
        way = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), address)
        with serve(tmp_path_factory.mktemp("empty"), no_proxy="127.0.0.1", **way) as url:
            yield url, asked


def handshake(url: str, origin: str) -> int:
    """The status that a socket of a page of some origin is answered with."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    connection.request("GET", "/_stcore/stream", headers={
        "Origin": origin, "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    })  # fmt: skip
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.parametrize("origin", ["https://example.org", "http://9.9.9.9", "null", "http://127.0.0.1.example.org"])
def test_a_foreign_origin_is_refused_and_nobody_outside_is_asked(served, origin):
    url, asked = served
    assert handshake(url, origin) == 403
    assert asked == []


def test_the_page_itself_gets_its_socket(served):
    url, _ = served
    assert handshake(url, url) == 101


def test_no_page_that_embeds_this_one_may_steer_it(served):
    url, _ = served
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
    connection.request("GET", "/_stcore/host-config")
    assert json.loads(connection.getresponse().read())["allowedOrigins"] == []
