# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what in a wijk, as data; and the fetches that hold it.

Permission lives in the fetch: a view that got its object may show it. Who is not logged in is sent to the login
page, who is not a member gets "not found" (nothing is visible across wijken), who lacks the right gets "forbidden".
"""

from collections.abc import Collection

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from wijken.models import Lidmaatschap, Rol, Wijk
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.logs.security import report
from wijkwijzer.web.login_required import logged_in
from wijkwijzer.web.prefetch import once

RECHTEN: dict[Rol, frozenset[str]] = {
    Rol.WIJKREGISSEUR: frozenset({"lezen", "bijdragen", "namens_allen", "vaststellen", "leiden", "beheren"}),
    Rol.REISLEIDER: frozenset({"lezen", "bijdragen", "namens_allen", "vaststellen", "leiden"}),
    Rol.DEELNEMER: frozenset({"lezen", "bijdragen"}),
    Rol.LEZER: frozenset({"lezen"}),
}

ROLLEN = "rollen_per_wijk"  # where a user's roles are remembered for the length of a request


def rol_in(gebruiker: Gebruiker | AnonymousUser, wijk: Wijk) -> Rol | None:
    """Return the role of this user in this wijk, or None. Remembered on the user for the length of a request."""
    if not isinstance(gebruiker, Gebruiker):
        return None
    if not hasattr(gebruiker, ROLLEN):
        laad_rollen([gebruiker])
    rollen: dict[int, Rol] = getattr(gebruiker, ROLLEN)
    return rollen.get(wijk.pk)


def laad_rollen(gebruikers: Collection[Gebruiker]) -> None:
    """Remember on each of these users in which wijken it has which role."""
    rollen: dict[int, dict[int, Rol]] = {gebruiker.pk: {} for gebruiker in gebruikers}
    rijen = Lidmaatschap.objects.filter(gebruiker__in=rollen).values_list("gebruiker_id", "wijk_id", "rol")
    for gebruiker_id, wijk_id, rol in rijen:
        rollen[gebruiker_id][wijk_id] = Rol(rol)
    for gebruiker in gebruikers:
        setattr(gebruiker, ROLLEN, rollen[gebruiker.pk])


def mag(gebruiker: Gebruiker | AnonymousUser, wijk: Wijk, recht: str) -> bool:
    """Tell whether this user has this right in this wijk."""
    rol = rol_in(gebruiker, wijk)
    return rol is not None and recht in RECHTEN[rol]


def eigen_wijken(gebruiker: Gebruiker) -> QuerySet[Wijk]:
    """Return the wijken in which this user has a role."""
    return Wijk.objects.filter(lidmaatschappen__gebruiker=gebruiker).select_related("gemeente")


def wijk_of_404(request: HttpRequest, slug: str, *, recht: str = "lezen") -> Wijk:
    """Fetch a wijk for this request. Raises NotLoggedIn, Http404 (not a member) or PermissionDenied (no right)."""
    gebruiker = logged_in(request)
    wijk = once(("wijk", slug), Wijk.objects.select_related("gemeente").filter(slug=slug).first)
    if wijk is None or rol_in(gebruiker, wijk) is None:
        report("geweigerd", account=gebruiker, reden="geen_lid", wijk=wijk.slug if wijk else "")
        raise Http404("Deze wijk bestaat niet, of u hoort niet bij de coalitie ervan.")
    if not mag(gebruiker, wijk, recht):
        raise PermissionDenied("Met uw rol kunt u dit niet doen.")
    return wijk
