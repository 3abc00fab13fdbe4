# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""An address as a QR code: in SVG for a page or a document, in letters for a terminal."""

from io import BytesIO, StringIO

import segno


def qr_svg(adres: str) -> bytes:
    """Return an address as a QR code in SVG: with a white ground and the border that scanners need."""
    beeld = BytesIO()
    segno.make(adres, error="m", micro=False).save(beeld, kind="svg", border=4, light="white", xmldecl=False)
    return beeld.getvalue()


def qr_text(adres: str) -> str:
    """Return an address as a QR code of letters, for a terminal."""
    beeld = StringIO()
    segno.make(adres, error="l", micro=False).terminal(out=beeld, border=2, compact=True)
    return beeld.getvalue()
