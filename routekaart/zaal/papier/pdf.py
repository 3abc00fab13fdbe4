# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report and the page for the wall are made from, as PDF."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import override

from routekaart.zaal.models import Sessie
from routekaart.zaal.papier.muurblad import adres_van, muurbladcontext
from routekaart.zaal.papier.verslag import verslagcontext
from wijken.wijziging import vast_beeld
from wijkwijzer.pdf.order import Order
from wijkwijzer.pdf.render import ROOT
from wijkwijzer.web.qr import qr_svg

STIJL = ROOT / "static" / "css" / "zaalpdf.css"


def _html(sjabloon: str, context: dict[str, Any]) -> str:
    with override("nl"):
        return render_to_string(sjabloon, context)


def verslag_html(sessie: Sessie) -> str:
    """Return the report as it is at one moment."""
    with vast_beeld(sessie.wijk):
        return _html("zaal/papier/pdf/verslag.html", verslagcontext(sessie))


def muurblad_html(request: HttpRequest, sessie: Sessie) -> str:
    """Return the page for the wall as it is at one moment."""
    with vast_beeld(sessie.wijk):
        return _html("zaal/papier/pdf/muurblad.html", muurbladcontext(request, sessie))


def verslag_middelen() -> dict[str, bytes]:
    """Return what the report needs beside its text."""
    return {"stijl.css": STIJL.read_bytes()}


def muurblad_middelen(request: HttpRequest, sessie: Sessie) -> dict[str, bytes]:
    """Return what the page for the wall needs beside its text."""
    return {**verslag_middelen(), "qr.svg": qr_svg(adres_van(request, sessie))}


def verslag_opdracht(sessie: Sessie) -> Order:
    """Return what the report is made from."""
    return Order(verslag_html(sessie), verslag_middelen())


def muurblad_opdracht(request: HttpRequest, sessie: Sessie) -> Order:
    """Return what the page for the wall is made from."""
    return Order(muurblad_html(request, sessie), muurblad_middelen(request, sessie))
