# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The child process in which WeasyPrint runs: one JSON order on stdin, one PDF on stdout.

Order:  {"html": str, "middelen": {name: base64}, "lettertypen": folder, "grenzen": {"geheugen": bytes, "cpu": seconds}}
Exit:   0 = PDF on stdout; REFUSED = an address outside the order was asked for; OUT_OF_MEMORY = memory ran out;
        FAILED = anything else. The reason is the last line on stderr. Limits can also end it by a signal.

It sets its own limits before it imports anything heavy, so that the server needs no code between fork and exec
(unsafe in a process with threads), and it never imports Django.
"""

import base64
import gc
import hashlib
import io
import json
import logging
import re
import resource
import sys
import unicodedata
from pathlib import Path
from typing import Any, NoReturn
from xml.etree import ElementTree

REFUSED, OUT_OF_MEMORY, FAILED = 3, 4, 5
SCHEMA = "middel:"

# Fontconfig writes its cache and nothing else writes, so small files and few descriptors are enough.
MAX_FILE = 16 * 1024 * 1024
MAX_OPEN = 64

# PDF/A wants every XMP schema that it doesn't know itself to be described in the file (ISO 19005-2, 6.6.2.3).
PDF_UA = b"""<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def set_limits(geheugen: int, cpu: int) -> None:
    """Bound this process: `geheugen` bytes of address space, `cpu` seconds; no core file."""
    resource.setrlimit(resource.RLIMIT_AS, (geheugen, geheugen))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_FILE, MAX_FILE))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MAX_OPEN, MAX_OPEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def add_pdfua(_document: Any, pdf: Any) -> None:
    """Finisher: claim PDF/UA-1 in the XMP metadata beside the PDF/A-2a claim that WeasyPrint wrote."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    xmp = metadata.stream[0]
    eind = re.search(rb"</(?:\w+:)?RDF>", xmp)
    if eind is None:
        raise ValueError("XMP metadata without rdf:RDF")
    metadata.stream[0] = xmp[: eind.start()] + PDF_UA + xmp[eind.start() :]


def known_characters_only(tekst: str, lettertypen: Path) -> str:
    """`tekst` with each character that a font lacks shown as □, and invisible ones left out.

    A glyph that is missing (an emoji, say) would break both standards and the text layer of the whole page.
    """
    tekst = unicodedata.normalize("NFC", tekst)
    vreemd = {teken for teken in set(tekst) if not (teken in "\n\r\t" or " " <= teken <= "~" or "\xa0" <= teken <= "ÿ")}
    if not vreemd:
        return tekst
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415 - only if needed

    bekend = set.intersection(*(set(TTFont(pad, lazy=True).getBestCmap()) for pad in lettertypen.glob("*.ttf")))
    vervang = {}
    for teken in vreemd:
        if ord(teken) not in bekend:
            soort = unicodedata.category(teken)
            vervang[ord(teken)] = (
                " " if soort in ("Cc", "Zl", "Zp", "Zs") else "" if soort in ("Cf", "Mn", "Me") else "□"
            )
    return tekst.translate(vervang)


def draw(opdracht: dict[str, Any]) -> bytes:
    """Render one order. Same order in, same bytes out; raises FatalURLFetchingError for a foreign address."""
    # After the limits were set, and never in the server, which imports this module for its exit codes.
    from weasyprint import HTML  # noqa: PLC0415
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # noqa: PLC0415

    lettertypen = Path(opdracht["lettertypen"])
    middelen = {}
    for naam, inhoud in opdracht["middelen"].items():
        middelen[naam] = base64.b64decode(inhoud)
        if naam.endswith(".svg"):
            middelen[naam] = known_characters_only(middelen[naam].decode(), lettertypen).encode()
            ElementTree.fromstring(middelen[naam])  # noqa: S314 - ours; a broken one must not become a hole
    soorten = {"svg": "image/svg+xml", "png": "image/png", "css": "text/css"}

    class Ophaler(URLFetcher):  # type: ignore[misc]  # untyped upstream
        """Answers only for what came with the order: no file, no network."""

        def __init__(self) -> None:
            """Leave out the parent's http, ftp and file handlers, which must never be reached."""
            self.geweigerd: list[str] = []

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            naam = url.removeprefix(SCHEMA)
            if not url.startswith(SCHEMA) or naam not in middelen:
                # Not an ordinary exception: WeasyPrint would log that one and leave a hole in the page.
                self.geweigerd.append(url)
                raise FatalURLFetchingError(f"adres geweigerd: {url[:200]}")
            soort = soorten.get(naam.rpartition(".")[2], "application/octet-stream")
            return URLFetcherResponse(url, middelen[naam], {"Content-Type": soort})

    html = known_characters_only(opdracht["html"], lettertypen)
    kenmerk = hashlib.sha256(json.dumps([html, opdracht["middelen"]], sort_keys=True).encode())
    uit = io.BytesIO()
    # With a base, a relative address reaches the fetcher and is refused; without one it is silently left out.
    ophaler = Ophaler()
    HTML(string=html, base_url=SCHEMA, url_fetcher=ophaler).write_pdf(
        uit,
        finisher=add_pdfua,
        pdf_variant="pdf/a-2a",
        pdf_identifier=kenmerk.hexdigest()[:32].encode(),
        custom_metadata=False,
    )
    if ophaler.geweigerd:
        # While it draws an SVG, WeasyPrint swallows even this exception.
        raise FatalURLFetchingError(f"adres geweigerd: {ophaler.geweigerd[0][:200]}")
    return uit.getvalue()


def stop(code: int, reden: str) -> NoReturn:
    """Say why on one line of stderr and leave."""
    sys.stderr.write(reden.replace("\n", " ")[:500] + "\n")
    sys.exit(code)


def main() -> None:
    """Read, bound, render, write."""
    opdracht = json.load(sys.stdin.buffer)
    set_limits(**opdracht["grenzen"])
    logging.disable(logging.CRITICAL)
    gc.disable()
    try:
        pdf = draw(opdracht)
    except (MemoryError, SystemError):  # a C library without memory may fail without saying why: SystemError
        stop(OUT_OF_MEMORY, "geheugen op")
    except Exception as fout:  # noqa: BLE001 - the parent turns any failure into one clear message
        stop(FAILED, f"{type(fout).__name__}: {fout}")
    except BaseException as fout:  # noqa: BLE001 - FatalURLFetchingError is meant not to be an Exception
        stop(REFUSED if type(fout).__name__ == "FatalURLFetchingError" else FAILED, str(fout))
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
