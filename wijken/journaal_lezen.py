# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the journal, always as somebody; or, for live updates, before it is known as whom."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from wijken.models import Journaalregel, Rol, Wijk, Zichtbaar
from wijken.toegang import RECHTEN, mag
from wijkwijzer.accounts.models import Gebruiker


class Journaal:
    """The only door to the journal lines: it shows a reader what that reader may see."""

    @staticmethod
    def voor(gebruiker: Gebruiker | AnonymousUser, wijk: Wijk) -> QuerySet[Journaalregel]:
        """Return the lines of a wijk that this user may read, oldest first; none for who is not a member."""
        regels = Journaalregel.objects.filter(wijk=wijk)
        if mag(gebruiker, wijk, "leiden"):
            return regels
        if mag(gebruiker, wijk, "lezen"):
            return regels.filter(zichtbaar=Zichtbaar.ALLEN)
        return regels.none()

    @staticmethod
    def ongefilterd(wijk: int, na: int, tot: int | None = None) -> Sequence[Journaalregel]:
        """Return all lines of a wijk with na < versie <= tot, for the hub of live updates only.

        It asks `mag_weten` for each audience before it renders a line.
        """
        regels = Journaalregel.objects.filter(wijk=wijk, versie__gt=na).order_by("versie")
        return list(regels if tot is None else regels.filter(versie__lte=tot))

    @staticmethod
    def mag_weten(rol: Rol | None, regel: Journaalregel) -> bool:
        """Tell whether who has this role (None: a guest) may know of a line, as `voor` would."""
        recht = "leiden" if regel.zichtbaar == Zichtbaar.LEIDING else "lezen"
        return regel.zichtbaar == Zichtbaar.ALLEN if rol is None else recht in RECHTEN[rol]

    @staticmethod
    def versies(wijk_id: int, *, onderwerp_soort: str, soort: str) -> dict[UUID, int]:
        """Return in which version lines of a kind that all members may read came, by their subject: the last counts."""
        regels = Journaalregel.objects.filter(
            wijk=wijk_id, onderwerp_soort=onderwerp_soort, soort=soort, zichtbaar=Zichtbaar.ALLEN
        )
        return {o: v for o, v in regels.order_by("versie").values_list("onderwerp", "versie") if o}

    @staticmethod
    def waarden(wijk_id: int, *, onderwerp_soort: str, veld: str) -> list[tuple[UUID, int, Any]]:
        """Return what a field of a kind of row became and when (subject, version, value), oldest first.

        Only from lines that all members may read.
        """
        regels = Journaalregel.objects.filter(
            wijk=wijk_id, onderwerp_soort=onderwerp_soort, nieuw__has_key=veld, zichtbaar=Zichtbaar.ALLEN
        )
        return list(regels.order_by("versie").values_list("onderwerp", "versie", f"nieuw__{veld}"))
