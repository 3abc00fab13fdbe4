# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a meeting waits, is going on, or is over: said by its rows, stored nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from routekaart.zaal.models import Afgelasting, Ronde, Sessie, Sessiesluiting, Stap, Zaalstap
from wijken.models import Journaalregel, Wijk
from wijkwijzer.errors import Geweigerd
from wijkwijzer.web.refusals import Words, offer_refusals


def zaal(regel: Journaalregel) -> str:
    """Return the title of the meeting that a line is about, as it stands in a sentence."""
    return f"“{regel.nieuw['titel']}”"


WEIGERINGEN: dict[str, Words] = {
    "afgelopen": _("Deze bijeenkomst is afgelopen."),
    "bijeenkomst_gesloten": "Deze bijeenkomst is gesloten.",
    "bijeenkomst_gaat_niet_door": "Deze bijeenkomst gaat niet door.",
}


offer_refusals(WEIGERINGEN)


def moet_open_zijn(sessie: Sessie) -> None:
    """Raise Geweigerd when a meeting was closed; called inside a change, so that nothing comes in between."""
    if Sessiesluiting.objects.filter(sessie=sessie).exists():
        raise Geweigerd("bijeenkomst_gesloten")


def moet_open_zijn_voor_gasten(sessie: Sessie) -> None:
    """Do the same, and say it in the language of the phone."""
    if Sessiesluiting.objects.filter(sessie=sessie).exists():
        raise Geweigerd("afgelopen")


BEGONNEN = Exists(Zaalstap.objects.filter(ronde__sessie=OuterRef("pk")))


def is_begonnen(sessie: Sessie) -> bool:
    """Tell whether the room has been at a question of this meeting."""
    return Zaalstap.objects.filter(ronde__sessie=sessie).exists()


def moet_doorgaan(sessie: Sessie) -> None:
    """Raise Geweigerd when a meeting is closed or off."""
    moet_open_zijn(sessie)
    if Afgelasting.objects.filter(sessie=sessie).exists():
        raise Geweigerd("bijeenkomst_gaat_niet_door")


def sessies_van(wijk: Wijk) -> "QuerySet[Any]":
    """Return the meetings of a wijk, newest first, each with `begonnen`, `dag_voorbij` and how it ended."""
    voorbij = ExpressionWrapper(Q(datum__lt=timezone.localdate()), BooleanField())
    rijen = Sessie.objects.filter(wijk=wijk).annotate(begonnen=BEGONNEN, dag_voorbij=voorbij)
    return rijen.select_related("sluiting", "afgelasting")


@dataclass
class Agenda:
    """The meetings of a wijk by what can be done with them."""

    komend: list[Sessie] = field(default_factory=list)
    bezig: list[Sessie] = field(default_factory=list)
    gesloten: list[Sessie] = field(default_factory=list)
    afgelast: list[Sessie] = field(default_factory=list)


def agenda(rijen: Iterable[Any]) -> Agenda:
    """Sort meetings: what comes, the next one first; what goes on, is over or is off, the last one first."""
    uit = Agenda()
    for sessie in rijen:
        if hasattr(sessie, "afgelasting"):
            uit.afgelast.append(sessie)
        elif hasattr(sessie, "sluiting"):
            uit.gesloten.append(sessie)
        else:
            (uit.bezig if sessie.begonnen else uit.komend).append(sessie)
    uit.komend.reverse()
    return uit


def rondes_met_staat(sessie: Sessie) -> list[Any]:
    """Return the programme, each question with `bereikt` (the room was there) and `begonnen` (past waiting)."""
    stappen = Zaalstap.objects.filter(ronde=OuterRef("pk"))
    rijen = Ronde.objects.filter(sessie=sessie).annotate(
        bereikt=Exists(stappen), begonnen=Exists(stappen.exclude(stap=Stap.WACHT))
    )
    return list(rijen.order_by("volgorde"))
