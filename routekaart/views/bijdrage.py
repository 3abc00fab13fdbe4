# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Contributions of parties: write, change, take back, put back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from actoren.toegang import partijen_van
from routekaart.adressen import perron_url
from routekaart.forms import BijdrageForm, VersieForm, WijzigForm
from routekaart.handelingen import draag_bij, trek_bijdrage_in, wijzig_bijdrage, zet_bijdrage_terug
from routekaart.models import Perron
from routekaart.pagina import toon_bijdrage, toon_perron, wijzig_id
from routekaart.toegang import bijdrage_of_404, perron_of_404
from routekaart.tweeteksten import GEZIEN, leg_naast_elkaar, rond_af
from wijkwijzer.web.htmx import send_to, wants_part
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, OUTDATED, run_verb, seen_version


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
    return _klaar(request, plek, f"De bijdrage van {form.cleaned_data['partij']} is opgeslagen.")


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
    return _klaar(request, rij.perron, "De bijdrage is gewijzigd.", focus=str(rij.sleutel))


def intrekken(request: HttpRequest, slug: str, perron: int, sleutel: UUID) -> HttpResponse:
    """Take a contribution back."""
    rij = bijdrage_of_404(request, slug, perron, sleutel)
    if request.method != "POST":
        return redirect("bijdrage", slug=slug, perron=perron, sleutel=sleutel)
    form = VersieForm(request.POST)
    status = run_verb(form, lambda d: trek_bijdrage_in(bijdrage=rij, door=logged_in(request), **d))
    zin = "De bijdrage is ingetrokken. U kunt haar terugzetten." if status == DONE else _waarom(form)
    return _klaar(request, rij.perron, zin, focus=str(rij.sleutel), gelukt=status == DONE)


def terugzetten(request: HttpRequest, slug: str, perron: int, sleutel: UUID) -> HttpResponse:
    """Put a contribution back that was taken back."""
    rij = bijdrage_of_404(request, slug, perron, sleutel)
    if request.method != "POST":
        return redirect("perron", slug=slug, perron=perron)
    form = VersieForm({"versie": rij.versie})
    status = run_verb(form, lambda _: zet_bijdrage_terug(bijdrage=rij, door=logged_in(request)))
    zin = "De bijdrage staat er weer." if status == DONE else _waarom(form)
    return _klaar(request, rij.perron, zin, focus=str(rij.sleutel), gelukt=status == DONE)


def _waarom(form: VersieForm) -> str:
    """Return what went wrong with a step that has no text of its own."""
    return " ".join(str(fout) for fouten in form.errors.values() for fout in fouten)


def _klaar(request: HttpRequest, perron: Perron, zin: str, *, focus: str = "", gelukt: bool = True) -> HttpResponse:
    """Answer after a step: the changed parts to htmx, the page again to a browser.

    `focus` is the contribution in the list that gets the focus; without it the focus stays in the form below.
    """
    if wants_part(request):
        return toon_perron(request, perron, deel="na_wijziging" if focus else "na_bijdrage", melding=zin, focus=focus)
    messages.add_message(request, messages.SUCCESS if gelukt else messages.WARNING, zin)
    return send_to(request, f"{perron_url(perron.routekaart, perron.nummer)}#bijdragen")
