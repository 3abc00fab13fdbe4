# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with the questions to who was not there, put together once."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from routekaart.zaal.gasten.ontbreekt import ontbrekend
from routekaart.zaal.models import Navraag, NavraagUitkomst, Sessie
from routekaart.zaal.navraag.forms import AfrondForm, NavraagForm, VerdeelForm
from routekaart.zaal.navraag.lezen import navragen_van, vragers
from wijken.toegang import mag
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.web.login_required import logged_in


@dataclass(frozen=True)
class Navraagregel:
    """A question that is still open, with the forms for who may use them."""

    navraag: Navraag
    verdeelform: VerdeelForm | None
    afrondform: AfrondForm | None
    fout: bool


def uitkomsten(gebruiker: Gebruiker, sessie: Sessie) -> list[NavraagUitkomst]:
    """Return how this user may close a question: who contributes may have asked, who leads may drop it."""
    leidt = mag(gebruiker, sessie.wijk, "leiden")
    return list(NavraagUitkomst) if leidt else [NavraagUitkomst.GEVRAAGD]


def _regel(rij: Navraag, gebruiker: Gebruiker, wie: Any, kapot: dict[str, Any]) -> Navraagregel:
    eigen = kapot if kapot.get("navraag") == rij else {}
    leidt = mag(gebruiker, rij.sessie.wijk, "leiden")
    verdeel = VerdeelForm(vragers=wie, auto_id=f"id_verdeel_{rij.pk}_%s") if leidt else None
    draagt_bij = mag(gebruiker, rij.sessie.wijk, "bijdragen")
    keuzes = uitkomsten(gebruiker, rij.sessie)
    rond_af = AfrondForm(uitkomsten=keuzes, auto_id=f"id_afrond_{rij.pk}_%s") if draagt_bij else None
    return Navraagregel(rij, eigen.get("verdeelform", verdeel), eigen.get("afrondform", rond_af), bool(eigen))


def toon_navragen(request: HttpRequest, sessie: Sessie, *, status: int = 200, **kapot: Any) -> HttpResponse:
    """Render the page; `kapot` names the question and holds its form with errors, or `navraagform`."""
    gebruiker, gesloten = logged_in(request), hasattr(sessie, "sluiting")
    lijst, wie, weg = navragen_van(sessie), vragers(sessie), ontbrekend(sessie)
    for rij in lijst.open:
        rij.sessie = sessie
    schrijft = mag(gebruiker, sessie.wijk, "bijdragen") and not gesloten and weg.wie
    context = {
        "wijk": sessie.wijk,
        "sessie": sessie,
        "gesloten": gesloten,
        "navragen": lijst,
        "te_verdelen": [_regel(r, gebruiker, wie, kapot) for r in lijst.te_verdelen],
        "te_vragen": [_regel(r, gebruiker, wie, kapot) for r in lijst.te_vragen],
        "navraagform": kapot.get("navraagform") or (NavraagForm(ontbrekend=weg) if schrijft else None),
    }
    return render(request, "zaal/navraag/pagina.html", context, status=status)
