# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The child process in which WeasyPrint runs: one JSON order on stdin, one PDF on stdout.

Order:  {"html": str, "assets": {name: base64}, "fonts": folder, "limits": {"memory": bytes, "cpu": seconds}}
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
SCHEME = "asset:"

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


def set_limits(memory: int, cpu: int) -> None:
    """Bound this process: `memory` bytes of address space, `cpu` seconds; no core file."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_FILE, MAX_FILE))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MAX_OPEN, MAX_OPEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def add_pdfua(_document: Any, pdf: Any) -> None:
    """Finisher: claim PDF/UA-1 in the XMP metadata beside the PDF/A-2a claim that WeasyPrint wrote."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    xmp = metadata.stream[0]
    end = re.search(rb"</(?:\w+:)?RDF>", xmp)
    if end is None:
        raise ValueError("XMP metadata without rdf:RDF")
    metadata.stream[0] = xmp[: end.start()] + PDF_UA + xmp[end.start() :]


def known_characters_only(text: str, fonts: Path) -> str:
    """`text` with each character that a font lacks shown as □, and invisible ones left out.

    A glyph that is missing (an emoji, say) would break both standards and the text layer of the whole page.
    """
    text = unicodedata.normalize("NFC", text)
    strange = {char for char in set(text) if not (char in "\n\r\t" or " " <= char <= "~" or "\xa0" <= char <= "ÿ")}
    if not strange:
        return text
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415 - only if needed

    known = set.intersection(*(set(TTFont(path, lazy=True).getBestCmap()) for path in fonts.glob("*.ttf")))
    replacements = {}
    for char in strange:
        if ord(char) not in known:
            category = unicodedata.category(char)
            replacements[ord(char)] = (
                " " if category in ("Cc", "Zl", "Zp", "Zs") else "" if category in ("Cf", "Mn", "Me") else "□"
            )
    return text.translate(replacements)


def draw(order: dict[str, Any]) -> bytes:
    """Render one order. Same order in, same bytes out; raises FatalURLFetchingError for a foreign address."""
    # After the limits were set, and never in the server, which imports this module for its exit codes.
    from weasyprint import HTML  # noqa: PLC0415
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # noqa: PLC0415

    fonts = Path(order["fonts"])
    assets = {}
    for name, content in order["assets"].items():
        assets[name] = base64.b64decode(content)
        if name.endswith(".svg"):
            assets[name] = known_characters_only(assets[name].decode(), fonts).encode()
            ElementTree.fromstring(assets[name])  # noqa: S314 - ours; a broken one must not become a hole
    types = {"svg": "image/svg+xml", "png": "image/png", "css": "text/css"}

    class Fetcher(URLFetcher):  # type: ignore[misc]  # untyped upstream
        """Answers only for what came with the order: no file, no network."""

        def __init__(self) -> None:
            """Leave out the parent's http, ftp and file handlers, which must never be reached."""
            self.refused: list[str] = []

        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            name = url.removeprefix(SCHEME)
            if not url.startswith(SCHEME) or name not in assets:
                # Not an ordinary exception: WeasyPrint would log that one and leave a hole in the page.
                self.refused.append(url)
                raise FatalURLFetchingError(f"address refused: {url[:200]}")
            content_type = types.get(name.rpartition(".")[2], "application/octet-stream")
            return URLFetcherResponse(url, assets[name], {"Content-Type": content_type})

    html = known_characters_only(order["html"], fonts)
    digest = hashlib.sha256(json.dumps([html, order["assets"]], sort_keys=True).encode())
    out = io.BytesIO()
    # With a base, a relative address reaches the fetcher and is refused; without one it is silently left out.
    fetcher = Fetcher()
    HTML(string=html, base_url=SCHEME, url_fetcher=fetcher).write_pdf(
        out,
        finisher=add_pdfua,
        pdf_variant="pdf/a-2a",
        pdf_identifier=digest.hexdigest()[:32].encode(),
        custom_metadata=False,
    )
    if fetcher.refused:
        # While it draws an SVG, WeasyPrint swallows even this exception.
        raise FatalURLFetchingError(f"address refused: {fetcher.refused[0][:200]}")
    return out.getvalue()


def stop(code: int, reason: str) -> NoReturn:
    """Say why on one line of stderr and leave."""
    sys.stderr.write(reason.replace("\n", " ")[:500] + "\n")
    sys.exit(code)


def main() -> None:
    """Read, bound, render, write."""
    order = json.load(sys.stdin.buffer)
    set_limits(**order["limits"])
    logging.disable(logging.CRITICAL)
    gc.disable()
    try:
        pdf = draw(order)
    except (MemoryError, SystemError):  # a C library without memory may fail without saying why: SystemError
        stop(OUT_OF_MEMORY, "out of memory")
    except Exception as error:  # noqa: BLE001 - the parent turns any failure into one clear message
        stop(FAILED, f"{type(error).__name__}: {error}")
    except BaseException as error:  # noqa: BLE001 - FatalURLFetchingError is meant not to be an Exception
        stop(REFUSED if type(error).__name__ == "FatalURLFetchingError" else FAILED, str(error))
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
