# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Put the papers of a meeting together from the database, in a fixed number of queries."""

from django.http import HttpRequest
from django.urls import reverse

from routekaart.zaal.gasten.codes import leesbaar, toegangsadres
from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.models import Ronde, Sessie
from routekaart.zaal.papier.blad import Draaiboek, Kaarten, Kaartvraag, Kop, Meedoenblad, Programmaregel
from routekaart.zaal.programma.tijden import Punt, in_woorden, programma_met_tijden, totaal
from wijkwijzer.web.qr import qr_svg

MEENEMEN = (
    "laptop, oplader en kabel voor de projector",
    "dit draaiboek, de QR-kaarten voor op tafel",
    "kaarten, stiften en tape voor wie liever schrijft",
    "een verlengsnoer, en een telefoon als de wifi uitvalt",
)


def _kop(sessie: Sessie) -> Kop:
    return Kop(
        titel=sessie.titel,
        soort=sessie.get_soort_display(),
        wijk=sessie.wijk.naam,
        datum=sessie.datum,
        tijd=f"{sessie.begintijd:%H:%M}" if sessie.begintijd else "",
        plaats=sessie.plaats,
        casus=str(sessie.casus or ""),
    )


def _bij(ronde: Ronde) -> str:
    """Return what the facilitator has to know about a question beside its method."""
    delen = [f"perron {ronde.perron}"] if ronde.perron else []
    if methode_van(ronde).met_kaarten:
        delen.append("anoniem" if ronde.anoniem else "met partij")
    return ", ".join(delen)


def _regel(punt: Punt) -> Programmaregel:
    if punt.ronde is None:
        return Programmaregel(punt.van, punt.minuten, punt.wat)
    methode = methode_van(punt.ronde).draaiboek
    return Programmaregel(punt.van, punt.minuten, punt.wat, methode, _bij(punt.ronde))


def stel_draaiboek_op(request: HttpRequest, sessie: Sessie) -> Draaiboek:
    """Return the draaiboek of a meeting."""
    rondes = list(sessie.rondes.all())
    return Draaiboek(
        kop=_kop(sessie),
        code=leesbaar(sessie.code),
        adres=toegangsadres(request),
        regels=[_regel(p) for p in programma_met_tijden(sessie, rondes)],
        duur=in_woorden(totaal(rondes)),
        genodigden=[str(u.actor) for u in sessie.uitnodigingen.select_related("actor")],
        leervragen=[str(x.leervraag) for x in sessie.leervragen.select_related("leervraag")],
        meenemen=list(MEENEMEN),
    )


def stel_kaarten_op(sessie: Sessie) -> Kaarten:
    """Return the blank cards of a meeting: for the questions that are answered with cards."""
    vragen = [
        Kaartvraag(nr, r.vraag_nl, r.vraag_en, r.anoniem)
        for nr, r in enumerate(sessie.rondes.all(), 1)
        if methode_van(r).met_kaarten
    ]
    return Kaarten(_kop(sessie), vragen)


def stel_meedoenblad_op(request: HttpRequest, sessie: Sessie) -> Meedoenblad:
    """Return the QR sheet of a meeting."""
    heen = request.build_absolute_uri(reverse("telefoon", args=[sessie.code]))
    return Meedoenblad(
        kop=_kop(sessie), code=leesbaar(sessie.code), adres=toegangsadres(request), qr_svg=qr_svg(heen).decode()
    )
