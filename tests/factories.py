# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make what a test needs, through the verbs that the application itself uses."""

from itertools import count
from typing import Any

from django.test import Client
from django.utils import timezone

from actoren.handelingen import laat_spreken_voor, voeg_partij_toe
from actoren.models import Actor, Deelname, Domein, Soort
from routekaart.models import Bijdrage, Perron, Routekaart
from routekaart.perron.handelingen import draag_bij
from routekaart.reis.handelingen import begin_routekaart
from wijken.handelingen import geef_rol
from wijken.models import Bron, Gemeente, Lidmaatschap, Rol, Wijk
from wijkwijzer.accounts.models import Gebruiker

_nummer = count(1)


def stempel() -> dict[str, Any]:
    """What a wijziging leaves on a row, for a row that a test makes itself."""
    return {"versie": 99, "moment": timezone.now()}


def maak_gebruiker(email: str = "") -> Gebruiker:
    """A user without a password (tests log in by force, which takes no hashing)."""
    return Gebruiker.objects.create_user(email or f"gebruiker{next(_nummer)}@voorbeeld.nl")


def maak_wijk(slug: str = "proefwijk", naam: str = "", gemeente: str = "Proefstad") -> Wijk:
    """A wijk without anything in it."""
    stad, _ = Gemeente.objects.get_or_create(naam=gemeente)
    return Wijk.objects.create(gemeente=stad, naam=naam or slug.capitalize(), slug=slug)


def maak_partij(wijk: Wijk, naam: str = "", soort: Soort = Soort.CORPORATIE) -> Deelname:
    """A party that takes part in the wijk."""
    return voeg_partij_toe(
        wijk=wijk, naam=naam or f"Partij {next(_nummer)}", soort=soort, domein=Domein.BEIDE, door=None
    )


def maak_lid(wijk: Wijk, rol: Rol = Rol.DEELNEMER, *, voor: Deelname | None = None, email: str = "") -> Gebruiker:
    """A member of the coalition, who may speak for a party."""
    gebruiker = maak_gebruiker(email)
    lid: Lidmaatschap = geef_rol(wijk=wijk, gebruiker=gebruiker, rol=rol, door=None)
    if voor:
        laat_spreken_voor(lidmaatschap=lid, deelname=voor, door=None)
    return gebruiker


def maak_routekaart(wijk: Wijk, naam: str = "Onze reis") -> Routekaart:
    """A journey with nine empty perrons."""
    return begin_routekaart(wijk=wijk, naam=naam, door=None)


def maak_perron(wijk: Wijk, nummer: int = 1) -> Perron:
    """A perron of a new journey."""
    return maak_routekaart(wijk).perrons.select_related("routekaart__wijk").get(nummer=nummer)


def maak_bijdrage(perron: Perron, actor: Actor, tekst: str = "Wij willen meedoen.") -> Bijdrage:
    """A contribution of a party that takes part."""
    return draag_bij(perron=perron, actor=actor, tekst=tekst, door=None)


def maak_bron() -> Bron:
    """A source with a licence."""
    return Bron.objects.create(titel="Proefcijfers", uitgever="Proefbureau", jaar=2022, licentie="CC BY 4.0")


def ingelogd(gebruiker: Gebruiker) -> Client:
    """A client logged in as this user."""
    client = Client()
    client.force_login(gebruiker)
    return client
