# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the facilitator's desk shows, put together once."""

from typing import Any

from django.http import HttpRequest

from routekaart.zaal.fasen import stappen
from routekaart.zaal.forms import SluitSessieForm
from routekaart.zaal.models import Fase, Sessie
from routekaart.zaal.scherm import schermcontext
from routekaart.zaal.stand import Zaalstand
from routekaart.zaal.wand import kaartbeeld

VERDER = {
    Fase.WACHT: "Nieuwe vraag klaarzetten",
    Fase.SCHRIJF: "Schrijven beginnen",
    Fase.ONTHUL: "Kaarten onthullen",
    Fase.GROEPEER: "Samen groeperen",
}


def _knop(doel: tuple[Any, Fase] | None) -> str:
    return VERDER[doel[1]] if doel else ""


def _spoor(stand: Zaalstand) -> list[dict[str, Any]]:
    """Return the steps of this question, with the one that the room is at."""
    return [{"label": Fase(f).label, "nu": f is stand.fase} for f in stappen(stand.ronde.methode)]


def regiecontext(request: HttpRequest, sessie: Sessie, **formulieren: Any) -> dict[str, Any]:
    """Return all of the desk; `formulieren` replaces a form by one with errors."""
    context = schermcontext(request, sessie)
    stand: Zaalstand = context["stand"]
    return {
        **context,
        "spoor": _spoor(stand),
        "verder": _knop(stand.naast(1)),
        "terug": stand.naast(-1) is not None,
        "overslaan": stand.volgende_ronde() is not None and stand.naast(1) != stand.volgende_ronde(),
        "kaarten": [kaartbeeld(k) for k in stand.ronde.kaarten.order_by("-versie", "-pk")],
        "sluitform": SluitSessieForm(),
        **formulieren,
    }
