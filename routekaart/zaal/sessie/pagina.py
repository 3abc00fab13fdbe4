# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of one meeting before it, and of its programme while it goes on; put together once."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from actoren.models import Actor, Deelname
from routekaart.models import Leervraag
from routekaart.zaal.gasten.codes import leesbaar, toegangsadres
from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.models import Sessie
from routekaart.zaal.programma.forms import VraagForm
from routekaart.zaal.programma.tijden import in_woorden, programma_met_tijden, totaal
from routekaart.zaal.sessie.forms import AfgelastForm, LeervraagForm, UitnodigForm
from routekaart.zaal.sessie.staat import rondes_met_staat
from wijken.models import Wijk
from wijken.toegang import mag
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in


def naar_voorbereiding(request: HttpRequest, slug: str, sleutel: UUID, anker: str) -> HttpResponse:
    return send_to(request, f"{reverse('zaal_voorbereiding', args=[slug, sleutel])}#{anker}")


SJABLOON = "zaal/sessie/voorbereiding.html"


def alle_partijen(wijk: Wijk) -> list[Actor]:
    """Return all parties that can be invited: who takes part in the wijk, by name."""
    return [d.actor for d in Deelname.objects.filter(wijk=wijk).select_related("actor")]


def leervragen_van(sessie: Sessie) -> Any:
    """Return the learning questions of the journey that are still open to a meeting."""
    return Leervraag.objects.open().filter(routekaart=sessie.routekaart_id)


def regels(sessie: Sessie) -> list[dict[str, Any]]:
    """Return the programme with its times, and what may be done with each question."""
    rondes = rondes_met_staat(sessie)
    uit: list[dict[str, Any]] = []
    vorige_bereikt = True  # nothing goes before the first
    for punt in programma_met_tijden(sessie, rondes):
        ronde: Any = punt.ronde
        los = ronde is not None and not ronde.bereikt
        laatste = ronde is not None and ronde is rondes[-1]
        uit.append(
            {
                "punt": punt,
                "ronde": ronde,
                "kaarten": ronde is not None and methode_van(ronde).met_kaarten,
                "wijzig": ronde is not None and not ronde.begonnen,
                "weg": los,
                "omhoog": los and not vorige_bereikt,
                "omlaag": los and not laatste,
            }
        )
        if ronde is not None:
            vorige_bereikt = ronde.bereikt
    return uit


def voorbereidingscontext(request: HttpRequest, sessie: Sessie, **formulieren: Any) -> dict[str, Any]:
    """Return all of the page; `formulieren` replaces a form by one with errors."""
    rijen = regels(sessie)
    rondes = [r["ronde"] for r in rijen if r["ronde"]]
    uitnodigingen = list(sessie.uitnodigingen.select_related("actor"))
    leervragen = list(sessie.leervragen.select_related("leervraag"))
    open_ = not (hasattr(sessie, "sluiting") or hasattr(sessie, "afgelasting"))
    leidt = mag(logged_in(request), sessie.wijk, "leiden")
    return {
        "wijk": sessie.wijk,
        "sessie": sessie,
        "code": leesbaar(sessie.code),
        "adres": toegangsadres(request),
        "regels": rijen,
        "duur": in_woorden(totaal(rondes)),
        "aantal_vragen": len(rondes),
        "vandaag": sessie.datum == timezone.localdate(),
        "begonnen": any(r.bereikt for r in rondes),
        "leidt": leidt,
        "mag_leiden": open_ and leidt,
        "uitnodigingen": uitnodigingen,
        "leervragen": leervragen,
        "vraagform": VraagForm(),
        "uitnodigform": UitnodigForm(
            partijen=alle_partijen(sessie.wijk),
            initial={"partijen": [str(u.actor.sleutel) for u in uitnodigingen]},
        ),
        "leervraagform": LeervraagForm(
            leervragen=leervragen_van(sessie),
            initial={"leervragen": [x.leervraag.sleutel for x in leervragen]},
        ),
        "afgelastform": AfgelastForm(),
        **formulieren,
    }


def toon_voorbereiding(request: HttpRequest, sessie: Sessie, *, status: int = 200, **anders: Any) -> HttpResponse:
    """Render the page."""
    return render(request, SJABLOON, voorbereidingscontext(request, sessie, **anders), status=status)
