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


def listen(adressen: list[str], poort: int) -> list[socket.socket]:
    """Take one port of several addresses: all, or none. Who serves them begins to listen. Raises CannotListen."""
    with ExitStack() as open_:
        soks = []
        for adres in adressen:
            familie = socket.AF_INET6 if ":" in adres else socket.AF_INET
            sok = open_.enter_context(socket.socket(familie, socket.SOCK_STREAM))
            sok.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                sok.bind((adres, poort))
            except OSError as fout:
                raise CannotListen(_why(fout, adres, poort)) from fout
            soks.append(sok)
        open_.pop_all()
        return soks


def _why(fout: OSError, adres: str, poort: int) -> str:
    if fout.errno == errno.EADDRNOTAVAIL:
        return f"{adres} is geen adres van deze computer. Laat LAN=1 zelf het adres zoeken."
    if fout.errno == errno.EADDRINUSE:
        return f"Poort {poort} op {adres} is al in gebruik. Draait Wijkwijzer al? Kies anders een poort: PORT=8001."
    return f"{adres}:{poort} is niet te gebruiken: {fout.strerror}."
