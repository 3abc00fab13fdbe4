# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The documents as HTML, made by what the PDF is made of: a change shows without a PDF."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import Http404, HttpRequest

from routekaart.reisplan.document import naar_html as reisplan_html
from routekaart.reisplan.opstellen import stel_op
from routekaart.toegang import huidige_routekaart
from routekaart.zaal.models import Sessie
from routekaart.zaal.papier.blad import Blad, naar_html
from routekaart.zaal.papier.opstellen import stel_draaiboek_op, stel_kaarten_op, stel_meedoenblad_op
from routekaart.zaal.papier.pdf import muurblad_html, muurblad_middelen, verslag_html, verslag_middelen
from wijken.models import Wijk


@dataclass(frozen=True)
class Documentvoorbeeld:
    """A document and what it needs beside its text, by the names that stand in it after `asset:`."""

    html: str
    middelen: dict[str, bytes] = field(default_factory=dict)


def _sessie(request: HttpRequest) -> Sessie:
    """Return the meeting that was asked for (?sessie=…), or else the first. Raises Http404."""
    sessies = Sessie.objects.select_related("wijk").order_by("pk")
    if sleutel := request.GET.get("sessie"):
        sessies = sessies.filter(sleutel=sleutel)
    if sessie := sessies.first():
        return sessie
    raise Http404("Er is geen bijeenkomst; manage.py voorbeeldbijeenkomst maakt er een.")


def _reisplan(request: HttpRequest) -> Documentvoorbeeld:
    """Return the travel plan of the wijk that was asked for (?wijk=…), or else of the first with a journey."""
    wijken = Wijk.objects.order_by("pk")
    if slug := request.GET.get("wijk"):
        wijken = wijken.filter(slug=slug)
    kaart = next(filter(None, map(huidige_routekaart, wijken)), None)
    if kaart is None:
        raise Http404("Er is geen reis.")
    plan = stel_op(kaart)
    svgs = {"treinlijn.svg": plan.treinlijn_svg, "kaart.svg": plan.kaart_svg}
    svgs |= {f"draad-{nr}.svg": svg for nr, svg in enumerate(plan.draad_svgs, 1)}
    middelen = {naam: svg.encode() for naam, svg in svgs.items() if svg.strip()}
    html = reisplan_html(
        plan.rapport,
        met_treinlijn="treinlijn.svg" in middelen,
        met_kaart="kaart.svg" in middelen,
        met_draad=bool(plan.draad_svgs),
    )
    return Documentvoorbeeld(html, middelen)


def _blad(stel: Callable[[HttpRequest, Sessie], Blad]) -> Callable[[HttpRequest], Documentvoorbeeld]:
    def maak(request: HttpRequest) -> Documentvoorbeeld:
        blad = stel(request, _sessie(request))
        qr = getattr(blad, "qr_svg", "")
        return Documentvoorbeeld(naar_html(blad), {"qr.svg": qr.encode()} if qr else {})

    return maak


def _verslag(request: HttpRequest) -> Documentvoorbeeld:
    return Documentvoorbeeld(verslag_html(_sessie(request)), verslag_middelen())


def _muurblad(request: HttpRequest) -> Documentvoorbeeld:
    sessie = _sessie(request)
    return Documentvoorbeeld(muurblad_html(request, sessie), muurblad_middelen(request, sessie))


DOCUMENTEN: dict[str, Callable[[HttpRequest], Documentvoorbeeld]] = {
    "reisplan": _reisplan,
    "draaiboek": _blad(stel_draaiboek_op),
    "kaarten": _blad(lambda _, sessie: stel_kaarten_op(sessie)),
    "meedoen": _blad(stel_meedoenblad_op),
    "verslag": _verslag,
    "muurblad": _muurblad,
}
