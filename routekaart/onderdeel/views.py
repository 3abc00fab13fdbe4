# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""One row of a structure: add, change, close, open again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from routekaart.onderdeel.form import maak_form
from routekaart.onderdeel.pagina import naar_perron, onderdeel_pad, toon_onderdeel
from routekaart.perron.forms import SluitForm
from routekaart.perron.tweeteksten import GEZIEN, leg_naast_elkaar, rond_af
from routekaart.toegang import onderdeel_of_404, soort_of_404
from wijken.onderdelen.handelingen import open_weer, sluit, voeg_toe, wijzig
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, OUTDATED, run_verb, seen_version


def nieuw(request: HttpRequest, slug: str, woord: str, perron: int | None = None) -> HttpResponse:
    """Add a row of a kind."""
    plek = soort_of_404(request, slug, woord, perron)
    door, rij = logged_in(request), plek.soort.leeg_van(plek.waar)
    if request.method != "POST":
        form = maak_form(plek.soort, plek.waar, door, rij, initial=request.GET.dict())
        return toon_onderdeel(request, plek, form)
    form = maak_form(plek.soort, plek.waar, door, rij, request.POST)
    status = run_verb(form, lambda _: voeg_toe(rij=form.instance, links=form.links(), door=door))
    if status != DONE:
        return toon_onderdeel(request, plek, form, status=status)
    messages.success(request, f"Toegevoegd: {rij}.")
    return naar_perron(request, plek)


def wijzigen(request: HttpRequest, slug: str, woord: str, sleutel: UUID, perron: int | None = None) -> HttpResponse:
    """Change a row; when somebody was earlier, both texts are laid side by side."""
    plek = onderdeel_of_404(request, slug, woord, sleutel, perron)
    door, rij = logged_in(request), plek.rij
    if request.method != "POST":
        form = maak_form(plek.soort, plek.waar, door, rij, initial={"versie": rij.versie})
        return toon_onderdeel(request, plek, form)
    form = maak_form(plek.soort, plek.waar, door, rij, request.POST)
    gezien = seen_version(request)
    status = run_verb(
        form, lambda _: wijzig(rij=rij, waarden=form.waarden(), links=form.links(), versie=gezien, door=door)
    )
    if status == DONE:
        rond_af(rij, gezien=seen_version(request, GEZIEN), door=door)
        messages.success(request, f"Gewijzigd: {rij}.")
        return naar_perron(request, plek)
    rij.refresh_from_db()
    botsingen = (
        leg_naast_elkaar(form, rij, plek.soort.tekstvelden, versie=gezien, door=door) if status == OUTDATED else []
    )
    return toon_onderdeel(request, plek, form, status=status, botsingen=botsingen)


def sluiten(request: HttpRequest, slug: str, woord: str, sleutel: UUID, perron: int | None = None) -> HttpResponse:
    """Close a row, with the reason."""
    plek = onderdeel_of_404(request, slug, woord, sleutel, perron)
    if request.method != "POST":
        return redirect(onderdeel_pad(plek))
    form, door = SluitForm(request.POST), logged_in(request)
    status = run_verb(form, lambda d: sluit(rij=plek.rij, door=door, **d))
    if status != DONE:
        eigen = maak_form(plek.soort, plek.waar, door, plek.rij, initial={"versie": plek.rij.versie})
        return toon_onderdeel(request, plek, eigen, status=status, sluitform=form)
    messages.success(request, f"Gesloten: {plek.rij}. U kunt het weer openen.")
    return naar_perron(request, plek)


def openen(request: HttpRequest, slug: str, woord: str, sleutel: UUID, perron: int | None = None) -> HttpResponse:
    """Open a closed row again."""
    plek = onderdeel_of_404(request, slug, woord, sleutel, perron)
    if request.method == "POST":
        form = SluitForm({"reden": "-", "versie": plek.rij.versie})
        status = run_verb(form, lambda _: open_weer(rij=plek.rij, door=logged_in(request)))
        zin = f"Weer geopend: {plek.rij}." if status == DONE else " ".join(map(str, form.non_field_errors()))
        messages.add_message(request, messages.SUCCESS if status == DONE else messages.WARNING, zin)
    return naar_perron(request, plek)
