# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A QR code of an address."""

from io import BytesIO

import segno


def qr_svg(adres: str) -> bytes:
    """Return an address as a QR code in SVG: with a white ground and the border that scanners need."""
    beeld = BytesIO()
    segno.make(adres, error="m", micro=False).save(beeld, kind="svg", border=4, light="white", xmldecl=False)
    return beeld.getvalue()
