# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make travel plans: a report of which nothing is known, and a journey of which every field is filled in."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from actoren.models import Inclusiebesluit, Plaats
from routekaart.models import Perron
from routekaart.perrons import BRON, PERRONS
from routekaart.reisplan.document import PerronDeel, Rapport
from tests.factories import maak_bron, maak_partij
from tests.factories_onderdelen import ALLE_SOORTEN, maak_onderdeel
from wijken.models import Gebied, Kerncijfer, Onderwerp
from wijken.models.gebied import Gebiedsoort
from wijken.onderdelen.handelingen import voeg_toe
from wijken.onderdelen.soort import OnderdeelSoort

DAG = date(2031, 5, 9)


def leeg_rapport() -> Rapport:
    """A wijk of which nothing is known but its name; nine empty perrons."""
    return Rapport(
        titel="Reisplan Proefwijk",
        wijk_naam="Proefwijk",
        gemeente="Proefstad",
        datum=date(2026, 3, 1),
        versie=1234,
        bronnen=[],
        is_voorbeeld=False,
        perrons=[
            PerronDeel(soort.nummer, soort.kop, str(soort.fase), "niet begonnen", list(soort.vragen), [])
            for soort in PERRONS
        ],
        treinlijn_tekst="Negen perrons, nog niet begonnen.",
        kaart_tekst="Grens van Proefwijk.",
        bron_rapport=str(BRON),
    )


def zin(woord: str, veld: str) -> str:
    """A sentence that says where it was filled in, with what HTML could trip over."""
    return f"Bij {woord} in {veld}: <b>ja</b> & nee."


def zinnen(soort: OnderdeelSoort) -> dict[str, str]:
    """A sentence for every field of a kind that holds free text."""
    velden = [soort.model._meta.get_field(naam) for naam in soort.velden]
    tekst = [v for v in velden if isinstance(v, models.CharField | models.TextField) and not v.choices]
    return {v.name: zin(soort.woord, v.name) for v in tekst}


def datums(soort: OnderdeelSoort) -> dict[str, date]:
    """A day for every field of a kind that holds one."""
    return {naam: DAG for naam in soort.velden if isinstance(soort.model._meta.get_field(naam), models.DateField)}


def maak_volle_reis(perron: Perron) -> dict[str, Any]:
    """One row of every kind with every field filled in, chained; by its word. Its party is De Corporatie."""
    partij = maak_partij(perron.wijk, "De Corporatie")
    rijen: dict[str, Any] = {}
    gebied = Gebied.objects.create(wijk=perron.wijk, naam="Hoge Hof", soort=Gebiedsoort.values[0])
    cijfer = Kerncijfer.objects.create(
        wijk=perron.wijk, onderwerp=Onderwerp.INWONERS, jaar=2022, waarde=Decimal(6470), bron=maak_bron()
    )

    def maak(woord: str, links: dict[str, list[Any]] | None = None, **meer: Any) -> None:
        soort = next(s for s in ALLE_SOORTEN if s.woord == woord)
        rijen[woord] = maak_onderdeel(woord, perron, links=links, **(zinnen(soort) | datums(soort) | meer))

    maak("schatten")
    maak("bestemming", ambitie_jaar=2035)
    maak("subdoelen")
    maak("leervragen", casus=gebied)
    maak("begrippen")
    maak("uitdagingen", cijfer=cijfer)
    maak("opbrengsten", uitdaging=rijen["uitdagingen"], actor=partij.actor)
    maak("veranderingen", {"uitdagingen": [rijen["uitdagingen"]]})
    maak("doelgroepen", spreker=partij)
    maak("ervaringen", deelname=partij)
    maak("activiteiten", {"veranderingen": [rijen["veranderingen"]]}, werkt="deels")
    maak("neveneffecten", activiteit=rijen["activiteiten"])
    maak("machinisten", activiteit=rijen["activiteiten"], actor=partij.actor)
    maak("reisgenoten", actor=partij.actor)
    maak("toezeggingen", actor=partij.actor)
    maak("risicos", activiteit=rijen["activiteiten"], eigenaar=partij.actor)
    maak("standpunten", actor=partij.actor, keuze="voorbehoud")
    rijen["inclusie"] = maak_besluit(partij, plaats=Plaats.LATER, perron=6, reden=zin("inclusie", "reden"))
    return rijen


def maak_besluit(deelname: Any, **velden: Any) -> Inclusiebesluit:
    """A decision about where a party stands."""
    return voeg_toe(rij=Inclusiebesluit(wijk=deelname.wijk, deelname=deelname, **velden), door=None)
