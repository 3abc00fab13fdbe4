# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The meetings of a wijk, and beginning one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from routekaart.zaal.forms import NuForm
from routekaart.zaal.handelingen import begin_nu
from routekaart.zaal.models import Sessie
from routekaart.zaal.voorbereiden.staat import agenda, sessies_van
from wijken.models import Wijk
from wijken.toegang import mag, wijk_of_404
from wijkwijzer.web.htmx import send_to
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.run_verb import DONE, run_verb


def zaal(request: HttpRequest, slug: str) -> HttpResponse:
    """List the meetings of a wijk, newest first, and offer to begin one now."""
    wijk = wijk_of_404(request, slug)
    return _toon(request, wijk, NuForm())


def nu(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a meeting with one question."""
    wijk = wijk_of_404(request, slug, recht="leiden")
    if request.method != "POST":
        return redirect("zaal", slug=slug)
    form, begonnen = NuForm(request.POST), list[Sessie]()
    status = run_verb(form, lambda d: begonnen.append(begin_nu(wijk=wijk, door=logged_in(request), **d)))
    if status != DONE:
        return _toon(request, wijk, form, status=status)
    return send_to(request, reverse("zaal_regie", args=[slug, begonnen[0].sleutel]))


def _toon(request: HttpRequest, wijk: Wijk, form: NuForm, *, status: int = 200) -> HttpResponse:
    context = {
        "wijk": wijk,
        "agenda": agenda(sessies_van(wijk)),
        "mag_leiden": mag(logged_in(request), wijk, "leiden"),
        "form": form,
    }
    return render(request, "zaal/zaal.html", context, status=status)
