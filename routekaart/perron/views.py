# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A perron: what was said there, what was agreed, opening it again, and going back to an earlier text."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from actoren.toegang import partijen_van
from routekaart.models import Perron
from routekaart.onderdeel.pagina import onderdeel_pad
from routekaart.perron.forms import AntwoordForm, BijdrageForm, HeropenForm, VersieForm, WijzigForm
from routekaart.perron.geschiedenis import terugweg
from routekaart.perron.handelingen import (
    draag_bij,
    heropen,
    stel_vast,
    trek_bijdrage_in,
    wijzig_bijdrage,
    zet_bijdrage_terug,
)
from routekaart.perron.nogopen import open_punten
from routekaart.perron.pagina import SJABLOON, context_van, toon_bijdrage, toon_perron, wijzig_id
from routekaart.perron.tweeteksten import GEZIEN, leg_antwoord_naast_elkaar, leg_naast_elkaar, rond_af
from routekaart.reis.adressen import perron_url
from routekaart.toegang import bijdrage_of_404, onderdeel_of_404, perron_of_404, routekaart_of_404
from wijkwijzer.web.htmx import send_to, show, wants_part
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, OUTDATED, run_verb, seen_version


def perron(request: HttpRequest, slug: str, perron: int) -> HttpResponse:
    """Show a perron of the current journey."""
    return toon_perron(request, perron_of_404(request, slug, perron))


def eerder_perron(request: HttpRequest, slug: str, nummer: int, perron: int) -> HttpResponse:
    """Show a perron of an older journey, to read; that of the current one has its own address."""
    if routekaart_of_404(request, slug, nummer).is_huidig:
        return redirect("perron", slug=slug, perron=perron)
    rij = perron_of_404(request, slug, perron, nummer=nummer)
    return show(request, SJABLOON, context_van(request, rij, is_huidig=False))


def antwoord(request: HttpRequest, slug: str, perron: int) -> HttpResponse:
    """Agree on the answer of a perron."""
    rij = perron_of_404(request, slug, perron, recht="vaststellen")
    if request.method != "POST":
        return redirect("perron", slug=slug, perron=perron)
    door = logged_in(request)
    form = AntwoordForm(request.POST, open_punten=open_punten(rij, door=door))
    status = run_verb(form, lambda d: stel_vast(perron=rij, door=door, **d))
    if status != DONE:
        gezien = seen_version(request) if status == OUTDATED else 0
        botsingen = leg_antwoord_naast_elkaar(form, rij, versie=gezien, door=door) if status == OUTDATED else []
        return toon_perron(request, rij, deel="antwoord", status=status, antwoordform=form, botsingen=botsingen)
    rond_af(rij, gezien=seen_version(request, GEZIEN), door=door)
    return _antwoord_klaar(request, rij, "Het antwoord is vastgesteld.")


def heropenen(request: HttpRequest, slug: str, perron: int) -> HttpResponse:
    """Open an agreed answer again, with a reason."""
    rij = perron_of_404(request, slug, perron, recht="vaststellen")
    if request.method != "POST":
        return redirect("perron", slug=slug, perron=perron)
    form = HeropenForm(request.POST)
    status = run_verb(form, lambda d: heropen(perron=rij, door=logged_in(request), **d))
    if status != DONE:
        return toon_perron(request, rij, deel="antwoord", status=status, heropenform=form)
    return _antwoord_klaar(request, rij, "Het perron is heropend. Het eerdere antwoord blijft staan.")


def _antwoord_klaar(request: HttpRequest, perron: Perron, zin: str) -> HttpResponse:
    """Answer after agreeing or reopening: the changed parts to htmx, the page again to a browser."""
    if wants_part(request):
        vers = perron_of_404(request, perron.wijk.slug, perron.nummer)
        return toon_perron(request, vers, deel="na_antwoord", melding=zin)
    messages.success(request, zin)
    return send_to(request, f"{perron_url(perron.routekaart, perron.nummer)}#antwoord")


def bijdragen(request: HttpRequest, slug: str, perron: int) -> HttpResponse:
    """Add a contribution."""
    plek = perron_of_404(request, slug, perron, recht="bijdragen")
    if request.method != "POST":
        return redirect("perron", slug=slug, perron=perron)
    form = BijdrageForm(request.POST, partijen=partijen_van(logged_in(request), plek.wijk))
    status = run_verb(
        form, lambda d: draag_bij(perron=plek, actor=d["partij"], tekst=d["tekst"], door=logged_in(request))
    )
    if status != DONE:
        return toon_perron(request, plek, deel="nieuw", status=status, nieuw=form)
    return _bijdrage_klaar(request, plek, f"De bijdrage van {form.cleaned_data['partij']} is opgeslagen.")


def bijdrage(request: HttpRequest, slug: str, perron: int, sleutel: UUID) -> HttpResponse:
    """Change a contribution: the form, and saving it."""
    rij, door = bijdrage_of_404(request, slug, perron, sleutel), logged_in(request)
    if request.method != "POST":
        return toon_bijdrage(request, rij)
    form = WijzigForm(request.POST, auto_id=wijzig_id(rij))
    status = run_verb(form, lambda d: wijzig_bijdrage(bijdrage=rij, door=door, **d))
    if status != DONE:
        rij.refresh_from_db(fields=["tekst", "versie"])
        gezien = seen_version(request) if status == OUTDATED else 0
        botsingen = leg_naast_elkaar(form, rij, ["tekst"], versie=gezien, door=door) if gezien else []
        return toon_bijdrage(request, rij, status=status, wijzigform=form, botsingen=botsingen)
    rond_af(rij, gezien=seen_version(request, GEZIEN), door=door)
    return _bijdrage_klaar(request, rij.perron, "De bijdrage is gewijzigd.", focus=str(rij.sleutel))


def intrekken(request: HttpRequest, slug: str, perron: int, sleutel: UUID) -> HttpResponse:
    """Take a contribution back."""
    rij = bijdrage_of_404(request, slug, perron, sleutel)
    if request.method != "POST":
        return redirect("bijdrage", slug=slug, perron=perron, sleutel=sleutel)
    form = VersieForm(request.POST)
    status = run_verb(form, lambda d: trek_bijdrage_in(bijdrage=rij, door=logged_in(request), **d))
    zin = "De bijdrage is ingetrokken. U kunt haar terugzetten." if status == DONE else _waarom(form)
    return _bijdrage_klaar(request, rij.perron, zin, focus=str(rij.sleutel), gelukt=status == DONE)


def terugzetten(request: HttpRequest, slug: str, perron: int, sleutel: UUID) -> HttpResponse:
    """Put a contribution back that was taken back."""
    rij = bijdrage_of_404(request, slug, perron, sleutel)
    if request.method != "POST":
        return redirect("perron", slug=slug, perron=perron)
    form = VersieForm({"versie": rij.versie})
    status = run_verb(form, lambda _: zet_bijdrage_terug(bijdrage=rij, door=logged_in(request)))
    zin = "De bijdrage staat er weer." if status == DONE else _waarom(form)
    return _bijdrage_klaar(request, rij.perron, zin, focus=str(rij.sleutel), gelukt=status == DONE)


def _waarom(form: VersieForm) -> str:
    """Return what went wrong with a step that has no text of its own."""
    return " ".join(str(fout) for fouten in form.errors.values() for fout in fouten)


def _bijdrage_klaar(
    request: HttpRequest, perron: Perron, zin: str, *, focus: str = "", gelukt: bool = True
) -> HttpResponse:
    """Answer after a step: the changed parts to htmx, the page again to a browser.

    `focus` is the contribution in the list that gets the focus; without it the focus stays in the form below.
    """
    if wants_part(request):
        return toon_perron(request, perron, deel="na_wijziging" if focus else "na_bijdrage", melding=zin, focus=focus)
    messages.add_message(request, messages.SUCCESS if gelukt else messages.WARNING, zin)
    return send_to(request, f"{perron_url(perron.routekaart, perron.nummer)}#bijdragen")


GEBOUWD = "Dit kan niet meer ongedaan: iemand wijzigde deze tekst daarna. Neem de oude woorden zo nodig zelf over."


def onderdeel_terug(
    request: HttpRequest, slug: str, woord: str, sleutel: UUID, versie: int, perron: int | None = None
) -> HttpResponse:
    """Go back in a row of a structure."""
    plek = onderdeel_of_404(request, slug, woord, sleutel, perron)
    _ga_terug(request, plek.rij, plek.soort.tekstvelden, versie)
    return send_to(request, onderdeel_pad(plek))


def bijdrage_terug(request: HttpRequest, slug: str, perron: int, sleutel: UUID, versie: int) -> HttpResponse:
    """Go back in a contribution."""
    _ga_terug(request, bijdrage_of_404(request, slug, perron, sleutel), ["tekst"], versie)
    return send_to(request, request.path.partition("terug/")[0])


def _ga_terug(request: HttpRequest, rij: Any, velden: Iterable[str], versie: int) -> None:
    """Run the inverse and say how it went. A GET changes nothing."""
    if request.method != "POST":
        return
    form, doe = VersieForm({"versie": rij.versie}), terugweg(logged_in(request), rij, velden, versie)
    gelukt = doe is not None and run_verb(form, lambda _: doe()) == DONE
    messages.add_message(
        request,
        messages.SUCCESS if gelukt else messages.WARNING,
        "De eerdere tekst staat er weer." if gelukt else GEBOUWD,
    )
