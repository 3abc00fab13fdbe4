# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the journal, always as somebody."""

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
