# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""An address as a QR code: in SVG for a page or a document, in letters for a terminal."""

from io import BytesIO, StringIO

import segno


def qr_svg(address: str) -> bytes:
    """Return an address as a QR code in SVG: with a white ground and the border that scanners need."""
    image = BytesIO()
    segno.make(address, error="m", micro=False).save(image, kind="svg", border=4, light="white", xmldecl=False)
    return image.getvalue()


def qr_text(address: str) -> str:
    """Return an address as a QR code of letters, for a terminal."""
    image = StringIO()
    segno.make(address, error="l", micro=False).terminal(out=image, border=2, compact=True)
    return image.getvalue()
