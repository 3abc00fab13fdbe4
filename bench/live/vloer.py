# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The floor: the least that sends every post to every stream. asyncio alone; nothing stored, checked or rendered.

python -m bench.live.vloer PORT
"""

import asyncio
import sys

GET_KOP = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\nevent: welkom\ndata: {}\n\n"
ANTWOORD = b"HTTP/1.1 204 No Content\r\n\r\n"

stromen: set[asyncio.StreamWriter] = set()
gezonden: list[bytes] = []


def _kop(rauw: bytes, naam: bytes) -> int:
    """Return a number from the header; 0 when it is not there."""
    for regel in rauw.split(b"\r\n")[1:]:
        sleutel, _, waarde = regel.partition(b": ")
        if sleutel.lower() == naam:
            return int(waarde)
    return 0


async def bedien(lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
    """Serve one connection: posts one after the other, or a stream until it is closed."""
    try:
        while True:
            kop = await lezer.readuntil(b"\r\n\r\n")
            if kop.startswith(b"GET"):
                na = _kop(kop, b"last-event-id")
                schrijver.write(GET_KOP + (b"".join(gezonden[na:]) if na else b""))
                stromen.add(schrijver)
                await lezer.read()
                return
            lijf = await lezer.readexactly(_kop(kop, b"content-length"))
            bericht = b"id: %d\ndata: %s\n\n" % (len(gezonden) + 1, lijf)
            gezonden.append(bericht)
            for stroom in stromen:
                stroom.write(bericht)
            schrijver.write(ANTWOORD)
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        stromen.discard(schrijver)
        schrijver.close()


async def main(poort: int) -> None:
    """Serve until killed."""
    server = await asyncio.start_server(bedien, "127.0.0.1", poort, backlog=4096)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
