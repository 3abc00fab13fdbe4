# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the journal, always as somebody."""

from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from wijken.models import Gebruiker, Journaalregel, Wijk, Zichtbaar
from wijken.toegang import mag


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
    def versies(wijk_id: int, *, soort: str) -> dict[UUID, int]:
        """Return in which version lines of a kind that all members may read came, by their subject: the last counts."""
        regels = Journaalregel.objects.filter(wijk=wijk_id, soort=soort, zichtbaar=Zichtbaar.ALLEN)
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
