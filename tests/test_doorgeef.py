# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network of the tests leaves nothing open behind it: a socket that is would fail whichever test comes next."""

import contextlib
import gc
import socket
import threading

import pytest

from tests.doorgeef import Doorgeef


@pytest.fixture
def luisteraar():
    with socket.create_server(("127.0.0.1", 0), backlog=512) as sok:
        yield sok.getsockname()[1]


@pytest.mark.parametrize("hoe", ["gewoon", "zwijgt", "houdt op"])
def test_it_stops_while_browsers_come_back_at_once(luisteraar, hoe):
    net, klaar = Doorgeef(luisteraar), threading.Event()
    if hoe == "zwijgt":
        net.zwijg()
    if hoe == "houdt op":
        net.houd_streams_op()

    def kom_terug() -> None:
        while not klaar.is_set():
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", net.poort), timeout=1) as sok:
                sok.sendall(b"GET / HTTP/1.1\r\nAccept: text/event-stream\r\n\r\n")

    draden = [threading.Thread(target=kom_terug) for _ in range(4)]
    for draad in draden:
        draad.start()
    klaar.wait(0.2)
    net.stop()
    klaar.set()
    for draad in draden:
        draad.join()
    gc.collect()  # what was left open says so here, as an error
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", net.poort), timeout=1)
