# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make the links of a rode draad, through the verbs that the application itself uses."""

from datetime import date
from itertools import count
from typing import Any

from actoren.models import Actor, Deelname, Doelgroep, Domein, Ervaring, Inclusiebesluit, Plaats
from routekaart.models import (
    Activiteit,
    Bestemming,
    Ernst,
    Inzet,
    Opbrengst,
    Risico,
    Routekaart,
    Uitdaging,
    Verandering,
)
from routekaart.rodedraad.keten import lees_draad
from routekaart.rodedraad.schakels import Draad
from tests.factories import maak_partij, maak_routekaart, maak_wijk
from wijken.models import Afsluiting, Onderdeel, Wijk
from wijken.onderdelen.handelingen import sluit, voeg_toe

_nummer = count(1)


def maak_bestemming(kaart: Routekaart, slogan: str = "Samen thuis") -> Bestemming:
    """The destination of a journey."""
    return voeg_toe(rij=Bestemming(routekaart=kaart, definitie="Iedereen hoort erbij.", slogan=slogan), door=None)


def maak_uitdaging(kaart: Routekaart, naam: str = "", *, stem: str = "Ik ken mijn buren niet.") -> Uitdaging:
    """A challenge with the words of residents."""
    return voeg_toe(rij=Uitdaging(routekaart=kaart, naam=naam or f"Uitdaging {next(_nummer)}", stem=stem), door=None)


def maak_opbrengst(uitdaging: Uitdaging, actor: Actor, **velden: Any) -> Opbrengst:
    """What a challenge should yield for a party."""
    rij = Opbrengst(
        routekaart=uitdaging.routekaart, uitdaging=uitdaging, actor=actor, tekst="Rust in de straat.", **velden
    )
    return voeg_toe(rij=rij, door=None)


def maak_verandering(kaart: Routekaart, naam: str = "", *uitdagingen: Uitdaging) -> Verandering:
    """A change, for these challenges."""
    rij = Verandering(routekaart=kaart, naam=naam or f"Verandering {next(_nummer)}")
    return voeg_toe(rij=rij, links={"uitdagingen": uitdagingen}, door=None)


def maak_activiteit(kaart: Routekaart, naam: str = "", *veranderingen: Verandering, **velden: Any) -> Activiteit:
    """An activity, for these changes."""
    rij = Activiteit(
        routekaart=kaart,
        naam=naam or f"Activiteit {next(_nummer)}",
        behoefte="Elkaar kunnen ontmoeten.",
        domein=Domein.SOCIAAL,
        **velden,
    )
    return voeg_toe(rij=rij, links={"veranderingen": veranderingen}, door=None)


def maak_inzet(activiteit: Activiteit, actor: Actor, *, tot: date | None = None, opvolging: str = "") -> Inzet:
    """A machinist of an activity."""
    rij = Inzet(routekaart=activiteit.routekaart, activiteit=activiteit, actor=actor, tot=tot, opvolging=opvolging)
    return voeg_toe(rij=rij, door=None)


def maak_risico(
    kaart: Routekaart,
    naam: str = "",
    *,
    ernst: Ernst = Ernst.LET_OP,
    activiteit: Activiteit | None = None,
    eigenaar: Actor | None = None,
) -> Risico:
    """A risk, of an activity or of the whole journey."""
    rij = Risico(
        routekaart=kaart,
        naam=naam or f"Risico {next(_nummer)}",
        ernst=ernst,
        activiteit=activiteit,
        eigenaar=eigenaar,
    )
    return voeg_toe(rij=rij, door=None)


def maak_doelgroep(wijk: Wijk, naam: str = "", spreker: Deelname | None = None) -> Doelgroep:
    """A group in the wijk, and who speaks for it."""
    return voeg_toe(rij=Doelgroep(wijk=wijk, naam=naam or f"Groep {next(_nummer)}", spreker=spreker), door=None)


def maak_ervaring(wijk: Wijk, *, deelname: Deelname | None = None, doelgroep: Doelgroep | None = None) -> Ervaring:
    """How a party or a group experiences the making of the plan."""
    rij = Ervaring(wijk=wijk, deelname=deelname, doelgroep=doelgroep, tekst="Er werd naar ons geluisterd.")
    return voeg_toe(rij=rij, door=None)


def maak_besluit(deelname: Deelname, plaats: Plaats) -> Inclusiebesluit:
    """A decision about where a party stands."""
    return voeg_toe(rij=Inclusiebesluit(wijk=deelname.wijk, deelname=deelname, plaats=plaats), door=None)


def sluit_rij(rij: Onderdeel) -> Afsluiting:
    """Close a row."""
    rij.refresh_from_db()
    return sluit(rij=rij, reden="Het is klaar.", versie=rij.versie, door=None)


def maak_draad(kaart: Routekaart, actor: Actor, *, stappen: int = 1) -> dict[str, list[Any]]:
    """A thread without a gap: as many challenges, changes, activities, machinists and risks as `stappen`."""
    delen: dict[str, list[Any]] = {"uitdagingen": [], "veranderingen": [], "activiteiten": [], "machinisten": []}
    maak_bestemming(kaart)
    for _ in range(stappen):
        uitdaging = maak_uitdaging(kaart)
        maak_opbrengst(uitdaging, actor)
        verandering = maak_verandering(kaart, "", uitdaging)
        activiteit = maak_activiteit(kaart, "", verandering)
        delen["uitdagingen"].append(uitdaging)
        delen["veranderingen"].append(verandering)
        delen["activiteiten"].append(activiteit)
        delen["machinisten"].append(maak_inzet(activiteit, actor))
        maak_risico(kaart, activiteit=activiteit, eigenaar=actor)
    return delen


VANDAAG = date(2026, 3, 1)


def maak_reis() -> dict[str, Any]:
    """A wijk with a party and an empty journey."""
    wijk = maak_wijk()
    deelname = maak_partij(wijk, "De Corporatie")
    return {"wijk": wijk, "deelname": deelname, "actor": deelname.actor, "kaart": maak_routekaart(wijk)}


def heel(reis: dict[str, Any], stappen: int = 1) -> dict[str, list[Any]]:
    """A thread without a gap."""
    return maak_draad(reis["kaart"], reis["actor"], stappen=stappen)


def lees(reis: dict[str, Any]) -> Draad:
    """The chain of the journey, read afresh."""
    return lees_draad(Routekaart.objects.select_related("wijk").get(pk=reis["kaart"].pk), vandaag=VANDAAG)


def gaten(reis: dict[str, Any]) -> list[tuple[str, str]]:
    """What is missing: kind and address."""
    return [(g.soort, g.url) for g in lees(reis).gaten]


def soorten(reis: dict[str, Any]) -> list[str]:
    """The kinds of what is missing."""
    return [g.soort for g in lees(reis).gaten]
