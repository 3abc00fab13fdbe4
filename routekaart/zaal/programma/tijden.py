# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long a programme takes: a plan for people, so in whole minutes and never to the second."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from routekaart.zaal.methoden.register import methode_van
from routekaart.zaal.models import Ronde, Sessie

WELKOM, AFSLUITEN = 5, 10


@dataclass(frozen=True, slots=True)
class Punt:
    """A line of the programme: from when, how long, and the question (None for welcome and close)."""

    van: str
    minuten: int
    wat: str
    ronde: Ronde | None = None


def duur(ronde: Ronde) -> int:
    """Return the minutes that a question takes, with looking and talking."""
    return methode_van(ronde).duur(ronde.minuten)


def totaal(rondes: Iterable[Ronde]) -> int:
    """Return the minutes from welcome to the end."""
    return WELKOM + sum(duur(r) for r in rondes) + AFSLUITEN


def in_woorden(minuten: int) -> str:
    """Write a length of time as people say it."""
    uren, rest = divmod(minuten, 60)
    delen = [f"{uren} uur"] if uren else []
    return " en ".join([*delen, f"{rest} minuten"] if rest or not uren else delen)


def _klok(begin: time | None, minuten: int) -> str:
    """Write the clock time, or the time since the start when no start was chosen."""
    if begin is None:
        return f"{minuten // 60}:{minuten % 60:02}"
    moment = datetime.combine(date(2000, 1, 1), begin) + timedelta(minutes=minuten)
    return f"{moment:%H:%M}"


def programma_met_tijden(sessie: Sessie, rondes: Sequence[Ronde]) -> list[Punt]:
    """Return the programme from welcome to the end, each line with its time."""
    punten, loopt = [Punt(_klok(sessie.begintijd, 0), WELKOM, "Welkom: zo doet iedereen mee")], WELKOM
    for ronde in rondes:
        punten.append(Punt(_klok(sessie.begintijd, loopt), duur(ronde), ronde.vraag_nl, ronde))
        loopt += duur(ronde)
    punten.append(Punt(_klok(sessie.begintijd, loopt), AFSLUITEN, "Afspraken: wie doet wat, en wanneer?"))
    punten.append(Punt(_klok(sessie.begintijd, loopt + AFSLUITEN), 0, "Einde"))
    return punten
