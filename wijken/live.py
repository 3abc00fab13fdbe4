# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Live updates of the pages of members: the journal is where changes come from, a role is the audience."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import resolve, reverse

from wijken.journaal_lezen import Journaal
from wijken.models import Journaalregel, Rol, Wijk
from wijken.toegang import laad_rollen, rol_in, wijk_of_404
from wijkwijzer.live.pages import Access, Place, page
from wijkwijzer.registry import offer_effect
from wijkwijzer.web.login_required import logged_in

raakt_toegang = offer_effect("toegang", "Somebody may have lost access: all connections of the wijk are checked again.")


class Journaalbron:
    """The journal, as the hub reads it. What an audience may not know is kept back by `sees`."""

    def versions(self, wijken: Collection[int]) -> dict[int, int]:
        """Return the version of each of these wijken, by key."""
        return dict(Wijk.objects.filter(pk__in=wijken).values_list("pk", "versie"))

    def lines(self, wijk: int, after: int, upto: int | None = None) -> Sequence[Journaalregel]:
        """Return the lines of a wijk with after < versie <= upto, in the order of their versions."""
        return Journaal.ongefilterd(wijk, after, upto)

    def sees(self, audience: Any, line: Journaalregel) -> bool:
        """Tell whether this audience may know of this line. An audience that is no role is one of guests."""
        return Journaal.mag_weten(audience if isinstance(audience, Rol) else None, line)

    def ends_access(self, line: Journaalregel) -> bool:
        """Tell whether this line may end somebody's access."""
        return raakt_toegang(line)


def live_toegang(request: HttpRequest, slug: str) -> Access:
    """Fetch what a member may follow: a page of a wijk, given by its path in `?plek=` (default: the wijk's own).

    Raises as wijk_of_404 does, and Http404 for a path that is no page of this wijk.
    """
    wijk, gebruiker = wijk_of_404(request, slug), logged_in(request)
    doel = resolve(request.GET.get("plek") or reverse("wijk", args=[slug]))
    if doel.kwargs.get("slug") != slug:
        raise Http404("Deze bladzijde hoort niet bij deze wijk.")
    args = tuple((k, v) for k, v in sorted(doel.kwargs.items()) if k != "slug")
    plek = Place(wijk.pk, doel.url_name or "", args)
    wie = page(plek.name).who
    return Access(
        plek,
        rol_in(gebruiker, wijk),
        request.session.session_key or "",
        wie(gebruiker, wijk) if wie else {},
    )


def live_vooraf(verzoeken: Sequence[tuple[HttpRequest, Mapping[str, Any]]]) -> None:
    """Read the roles of all who ask at once."""
    gebruikers = [request.user for request, _ in verzoeken if request.user.is_authenticated]
    laad_rollen({gebruiker.pk: gebruiker for gebruiker in gebruikers}.values())
