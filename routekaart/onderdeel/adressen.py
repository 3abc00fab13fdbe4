# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of a row: at its perron, or before the journey on the page of the wijk."""

from typing import Any

from django.urls import reverse

from wijken.onderdelen.soort import OnderdeelSoort


def nieuw_url(slug: str, soort: OnderdeelSoort, perron: int | None = None) -> str:
    """Return where a row of this kind is added; `perron` says where for what stands at every perron."""
    return _adres("onderdeel_nieuw", slug, soort, perron)


def onderdeel_url(slug: str, soort: OnderdeelSoort, rij: Any, perron: int | None = None) -> str:
    """Return the page of a row of the current journey."""
    return _adres("onderdeel", slug, soort, perron, rij.sleutel)


def _adres(naam: str, slug: str, soort: OnderdeelSoort, perron: int | None, *sleutel: Any) -> str:
    if soort.bij_vertrek:
        return reverse(f"wijk{naam}", args=[slug, soort.woord, *sleutel])
    return reverse(naam, args=[slug, soort.perron or perron, soort.woord, *sleutel])
