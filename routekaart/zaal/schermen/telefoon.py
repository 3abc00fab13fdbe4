# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a guest's phone shows, put together once: wait, write, sent, see."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest

from actoren.models import Actor
from routekaart.zaal.gasten.forms import MeedoenForm
from routekaart.zaal.gasten.koekje import lees_kaarten, toestel_in
from routekaart.zaal.gasten.ontbreekt import coalitie, ontbrekend
from routekaart.zaal.gasten.toegang import Gastplek
from routekaart.zaal.kaarten.forms import KaartForm, TafelkaartForm
from routekaart.zaal.kaarten.lezen import wacht
from routekaart.zaal.models import Gast, Kaart, Sessie, Stap, Stem, Uitnodiging
from routekaart.zaal.navraag.forms import GastNavraagForm
from routekaart.zaal.papier.terugkoppeling import terugkoppeling
from routekaart.zaal.programma.stand import Zaalstand, zaalstand
from routekaart.zaal.schermen.wand import Wand, wand
from routekaart.zaal.stemmen.forms import StemForm


def partijen_voor(sessie: Sessie) -> Iterable[Actor]:
    """Return the parties that a guest can belong to: all of the coalition, who was invited first."""
    uitgenodigd = Exists(Uitnodiging.objects.filter(sessie=sessie, actor=OuterRef("pk")))
    return coalitie(sessie).order_by(uitgenodigd.desc(), "naam")


def toegangscontext(plek: Gastplek, form: MeedoenForm | None = None) -> dict[str, Any]:
    """Return the first page of a guest: who sees this, who are you."""
    return {
        "sessie": plek.sessie,
        "gesloten": hasattr(plek.sessie, "sluiting"),
        **_terugkoppeling(plek),
        "form": form or MeedoenForm(partijen=partijen_voor(plek.sessie)),
        "fouten": _fouten(form),
    }


def _terugkoppeling(plek: Gastplek) -> dict[str, Any]:
    """Return what came of a closed meeting; nothing while it is open."""
    return {"terug": terugkoppeling(plek.sessie, plek.taal)} if hasattr(plek.sessie, "sluiting") else {}


def _fouten(form: forms.Form | None) -> list[str]:
    """Return the messages of a form that was refused, by itself or by a verb."""
    return [str(f) for rij in form.errors.values() for f in rij] if form else []


def _toestand(request: HttpRequest, stand: Zaalstand, eigen: list[dict[str, Any]]) -> str:
    """Return which of the states the phone is in."""
    if stand.sluiting:
        return "gesloten"
    if stand.stap is Stap.WACHT:
        return "wacht"
    nog = "nog" in request.GET or "tafel" in request.GET
    if stand.stemt:
        return "stem" if not heeft_gestemd(request, stand) or "opnieuw" in request.GET else "gestemd"
    if stand.gevraagd is not None:
        # What came in while the room wrote counts for that; a later step asks for something else.
        van_nu = eigen if stand.schrijft else [k for k in eigen if k["sinds_stap"]]
        return "schrijf" if nog or not van_nu else "verzonden"
    return "gesprek" if stand.is_gesprek else "kijk"


def navraagcontext(request: HttpRequest, plek: Gastplek, form: GastNavraagForm | None = None) -> dict[str, Any]:
    """Return the page on which a guest writes down what to ask who is not there."""
    return {
        "sessie": plek.sessie,
        "form": form or GastNavraagForm(ontbrekend=ontbrekend(plek.sessie)),
        "fouten": _fouten(form),
        "genoteerd": "genoteerd" in request.GET,
        "tekst": form.data.get("tekst", "") if form else "",
    }


def heeft_gestemd(request: HttpRequest, stand: Zaalstand) -> bool:
    """Tell whether this phone voted on this question."""
    return Stem.objects.filter(ronde=stand.ronde, apparaatsleutel=toestel_in(request, stand.ronde)).exists()


def _eigen_kaarten(request: HttpRequest, stand: Zaalstand, gast: Gast | None) -> list[dict[str, Any]]:
    """Return the cards that this phone sent for this question, oldest first.

    In an anonymous question only the phone knows which they are; else they are those of its guest.
    """
    van_mij = Q(apparaatsleutel__in=lees_kaarten(request))
    if gast and not stand.ronde.anoniem:
        van_mij |= Q(gast=gast)
    rijen = Kaart.objects.filter(van_mij, ronde=stand.ronde)
    return [
        {
            "tekst": k.tekst,
            "aantal": k.aantal,
            "verborgen": hasattr(k, "verberging"),
            "wacht": wacht(k, stand.ronde),
            "sinds_stap": k.versie > stand.versie,
        }
        for k in rijen.select_related("verberging", "doorlating").order_by("versie")
    ]


def _kaartform(request: HttpRequest, stand: Zaalstand) -> KaartForm:
    """Return the empty form of what the room is asked for; for the cards of a table, if its phone chose that."""
    tafel = stand.gevraagd == KaartForm.wat and "tafel" in request.GET
    return stand.methode.inlevering(TafelkaartForm.wat if tafel else stand.gevraagd or "").form(None)


def _kan_tafel(stand: Zaalstand, form: KaartForm | None) -> bool:
    """Tell whether a table can hand in many at once of what this form takes one of."""
    return form is not None and form.wat == KaartForm.wat and TafelkaartForm.wat in stand.methode.inleveringen


def wand_voor_telefoon(stand: Zaalstand) -> Wand | None:
    """Return the cards as a phone shows them, when the room is looking at them together."""
    kijkt = not (stand.sluiting or stand.stap is Stap.WACHT or stand.stemt or stand.schrijft or stand.is_gesprek)
    return wand(stand) if kijkt and stand.met_kaarten else None


def telefooncontext(
    request: HttpRequest, plek: Gastplek, form: KaartForm | None = None, stemform: StemForm | None = None
) -> dict[str, Any]:
    """Return the page of a guest who is in. With a form that was refused, what was typed stays."""
    stand = zaalstand(plek.sessie)
    eigen = _eigen_kaarten(request, stand, plek.gast)
    toestand = "schrijf" if form else "stem" if stemform and stand.stemt else _toestand(request, stand, eigen)
    if toestand == "stem" and stemform is None:
        stemform = StemForm(ronde=stand.ronde)
    kaartform = form or (_kaartform(request, stand) if toestand == "schrijf" else None)
    return {
        "sessie": plek.sessie,
        "stand": stand,
        **_terugkoppeling(plek),
        "toestand": toestand,
        "vernieuwt": toestand not in {"schrijf", "stem", "gesloten"},
        "vraag": stand.ronde.vraag(plek.taal),
        "eigen": eigen,
        "wacht": any(k["wacht"] and not k["verborgen"] for k in eigen),
        "wand": wand_voor_telefoon(stand) if toestand == "kijk" or stand.gevraagd is not None else None,
        "uitleg": stand.methode.uitleg(stand.stap),
        "kaartform": kaartform,
        "kan_tafel": _kan_tafel(stand, kaartform),
        "live_versie": 0 if stand.sluiting else plek.sessie.wijk.versie,
        "fouten": _fouten(form) + _fouten(stemform),
        "stemform": stemform,
        "tekst": form.data.get("tekst", "") if form else "",
        "ronde": form.data["ronde"] if form else stand.ronde.sleutel,
        "kaartsleutel": form.data["sleutel"] if form else uuid4(),
    }
