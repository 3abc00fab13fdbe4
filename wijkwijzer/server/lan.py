# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Serving the room on the laptop's own network: a second place to listen, and its address for phones."""

import errno
import socket
from contextlib import ExitStack

NO_NETWORK = (
    "Deze computer zit nu op geen netwerk, dus telefoons kunnen hem niet bereiken. Zet wifi aan, of maak met deze "
    "computer zelf een wifi-netwerk (hotspot), en probeer het opnieuw. U kunt ook zelf het adres opgeven, zoals "
    "LAN=192.168.1.20."
)


class CannotListen(Exception):
    """An address can't be listened to; the message, in Dutch, says why."""


def listen(addresses: list[str], port: int) -> list[socket.socket]:
    """Take one port of several addresses: all, or none. Who serves them begins to listen. Raises CannotListen."""
    with ExitStack() as stack:
        sockets = []
        for address in addresses:
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            sock = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                sock.bind((address, port))
            except OSError as error:
                raise CannotListen(_why(error, address, port)) from error
            sockets.append(sock)
        stack.pop_all()
        return sockets


def _why(error: OSError, address: str, port: int) -> str:
    if error.errno == errno.EADDRNOTAVAIL:
        return f"{address} is geen adres van deze computer. Laat LAN=1 zelf het adres zoeken."
    if error.errno == errno.EADDRINUSE:
        return f"Poort {port} op {address} is al in gebruik. Draait Wijkwijzer al? Kies anders een poort: PORT=8001."
    return f"{address}:{port} is niet te gebruiken: {error.strerror}."
