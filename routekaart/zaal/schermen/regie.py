# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the facilitator's desk shows, put together once."""

from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from routekaart.zaal.besluiten.forms import ActieForm, BesluitForm
from routekaart.zaal.besluiten.handelingen import perron_van
from routekaart.zaal.besluiten.inbreng import inbrengform
from routekaart.zaal.gasten.ontbreekt import coalitie, partijen_aan_boord, verwacht
from routekaart.zaal.kaarten.forms import GroepForm, PapierForm
from routekaart.zaal.kaarten.lezen import wacht, wandregie
from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.models import Aanwezigheid, Besluit, Gast, Inbreng, Kaart, Ronde, Sessie, Stap, Taal
from routekaart.zaal.navraag.forms import NavraagForm
from routekaart.zaal.navraag.lezen import navragen_van
from routekaart.zaal.papier.verslag import acties_van, telefoons_per_partij
from routekaart.zaal.programma.forms import StapForm, VraagForm
from routekaart.zaal.programma.stand import Zaalstand
from routekaart.zaal.schermen.scherm import schermcontext
from routekaart.zaal.schermen.wand import kaartbeeld
from routekaart.zaal.sessie.forms import SluitSessieForm
from routekaart.zaal.sessie.handelingen import MAG_GEWOON_EINDIGEN
from routekaart.zaal.stemmen.forms import HandenForm
from routekaart.zaal.stemmen.uitslag import tafelkeuzes
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE

SJABLOON = "zaal/schermen/regie.html"


def _spoor(stand: Zaalstand) -> list[dict[str, Any]]:
    """Return the steps of this question, with the one that the room is at."""
    return [{"label": stand.methode.label(stap), "nu": stap is stand.stap} for stap in stand.methode.stappen]


def _partijen(sessie: Sessie) -> dict[str, list[dict[str, Any]]]:
    """Return the parties without a phone in the room, with whether the facilitator saw them.

    `partijen`: who was expected or seen; `andere_partijen`: the rest of the coalition, who may turn up as well.
    """
    met_telefoon = set(Gast.objects.filter(sessie=sessie).values_list("actor_id", flat=True))
    gezien = set(Aanwezigheid.objects.filter(sessie=sessie).values_list("actor_id", flat=True))
    verwachte = verwacht(sessie)
    bekend = met_telefoon | {a.pk for a in verwachte}
    overige = [a for a in coalitie(sessie) if a.pk not in bekend]
    onverwacht = [a for a in overige if a.pk in gezien]
    return {
        "partijen": [
            {"sleutel": a.sleutel, "naam": a.naam, "er": a.pk in gezien}
            for a in verwachte + onverwacht
            if a.pk not in met_telefoon
        ],
        "andere_partijen": [{"sleutel": a.sleutel, "naam": a.naam} for a in overige if a.pk not in gezien],
    }


def _kaarten(ronde: Ronde, gekozen: set[int]) -> list[dict[str, Any]]:
    """Return all cards of a question, newest first, hidden ones too, with the group that each lies in."""
    rijen = ronde.kaarten.select_related("plaatsing__groep", "verberging", "doorlating", "vertaling")
    return [
        {
            "beeld": kaartbeeld(k),
            "groep": k.plaatsing.groep.naam if hasattr(k, "plaatsing") else "",
            "verborgen": hasattr(k, "verberging"),
            "gekozen": k.pk in gekozen,
        }
        for k in rijen.order_by("-versie", "-pk")
        if hasattr(k, "verberging") or not wacht(k, ronde)
    ]


def _vraagform(sessie: Sessie) -> VraagForm:
    """Return the form of another question; it says when phones in the room read another language."""
    form, engels = VraagForm(), sessie.gasten.filter(taal=Taal.EN).count()
    if engels:
        form.fields[
            "vraag_en"
        ].help_text = f"Aantal telefoons in het Engels: {engels}. Zonder Engels zien zij Nederlands."
    return form


def _eerste(context: dict[str, Any]) -> str:
    """Return what got most dots, where the decision begins with that."""
    if not context["stand"].methode.besluit_is_winnaar or not context["uitslag"]:
        return ""
    return next((r.naam for r in context["uitslag"].regels), "")


def gekozen_kaarten(request: HttpRequest, ronde: Ronde) -> list[Kaart]:
    """Return the cards that were ticked, of this question only."""
    sleutels = []
    for tekst in request.POST.getlist("kaarten"):
        with suppress(ValueError):
            sleutels.append(UUID(tekst))
    return list(Kaart.objects.filter(ronde=ronde, sleutel__in=sleutels))


def regiecontext(
    request: HttpRequest, sessie: Sessie, gekozen: set[int] | None = None, **formulieren: Any
) -> dict[str, Any]:
    """Return all of the desk; `formulieren` replaces a form by one with errors, `gekozen` keeps cards ticked."""
    context = schermcontext(request, sessie)
    stand: Zaalstand = context["stand"]
    perron = perron_van(stand.ronde)
    verder, volgende = stand.naast(1), stand.volgende_ronde()
    return {
        **context,
        "spoor": _spoor(stand),
        "verder": methode_van(verder[0]).knop(verder[1]) if verder else "",
        "laatste_stap": verder is None,
        "is_besluit": stand.stap is Stap.BESLUIT,
        "terug": stand.naast(-1) is not None,
        "overslaan": volgende is not None and verder != volgende,
        "aanwezig": telefoons_per_partij(sessie).most_common(),
        **_partijen(sessie),
        **wandregie(stand.ronde),
        "methodedeel": stand.methode.bij_regie(stand),
        "kaarten": _kaarten(stand.ronde, gekozen or set()),
        "papierform": PapierForm(initial={"sleutel": uuid4()}, ronde=stand.ronde),
        "groepform": GroepForm(),
        "vraagform": _vraagform(sessie),
        "tafelform": HandenForm(keuzes=tafelkeuzes(stand.ronde)),
        "besluit": Besluit.objects.filter(ronde=stand.ronde).first(),
        "besluitform": BesluitForm(initial={"versie": perron.versie if perron else 0, "tekst": _eerste(context)}),
        "leervragen": sessie.leervragen.select_related("leervraag"),
        "acties": acties_van(sessie),
        "actieform": ActieForm(partijen=partijen_aan_boord(sessie)),
        "sluitform": SluitSessieForm(),
        "mag_gewoon_eindigen": sessie.soort in MAG_GEWOON_EINDIGEN,
        "inbreng": Inbreng.objects.filter(ronde=stand.ronde),
        **{f"{w}form": inbrengform(stand.ronde, w, logged_in(request)) for w in ("standpunten", "toezeggingen")},
        "navragen": navragen_van(sessie),
        "navraagform": NavraagForm(ontbrekend=context["ontbrekend"]),
        **formulieren,
    }


def toon_regie(request: HttpRequest, sessie: Sessie, *, status: int = 200, **anders: Any) -> HttpResponse:
    """Render the desk."""
    return render(request, SJABLOON, regiecontext(request, sessie, **anders), status=status)


def terug_naar_regie(request: HttpRequest, sessie: Sessie, form: StapForm, status: int) -> HttpResponse:
    """Go back to the desk; when it was refused, say why."""
    if status != DONE:
        fouten = [str(fout) for rij in form.errors.values() for fout in rij]
        messages.warning(request, " ".join(fouten))
    return send_to(request, reverse("zaal_regie", args=[sessie.wijk.slug, sessie.sleutel]))
