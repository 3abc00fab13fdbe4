# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Load the wijken of `fixtures/`: every line of the journey goes through the ordinary verbs."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from actoren.handelingen import laat_spreken_voor, voeg_partij_toe
from actoren.models import Deelname, Domein, Soort
from routekaart.perron.handelingen import draag_bij, heropen, stel_vast
from routekaart.reis.handelingen import begin_routekaart
from routekaart.voorbeelden.onderdelen import Lader
from wijken.handelingen import geef_rol
from wijken.importeren.wijkbestand import laad_bronnen, laad_wijk
from wijken.models import Rol, Wijk
from wijkwijzer.accounts.models import Gebruiker

MAP = settings.BASE_DIR / "fixtures"


def laad_bestand(bestand: Path) -> Wijk:
    """Create a wijk with its parties and journey from a file (see fixtures/README.md).

    Raises Geweigerd when the wijk is there already, OnleesbareFixture when a structure says what cannot be.
    """
    return laad_gegevens(tomllib.loads(bestand.read_text(encoding="utf-8")), bestand)


def laad_gegevens(gegevens: Mapping[str, Any], bestand: Path) -> Wijk:
    """Create a wijk from what a file says. Raises as laad_bestand does."""
    wijk = laad_wijk(gegevens, map_=bestand.parent)
    bronnen = laad_bronnen(gegevens)
    for p in gegevens["partijen"]:
        voeg_partij_toe(
            wijk=wijk,
            naam=p["naam"],
            soort=Soort(p["soort"]),
            domein=Domein(p["domein"]),
            doel=p["doel"].strip(),
            brengt=p["brengt"].strip(),
            verwacht=p["verwacht"].strip(),
            bron=bronnen.get(p["bron"]),
            door=None,
        )
    _laad_reis(wijk, gegevens, bestand.name)
    return wijk


def _laad_reis(wijk: Wijk, gegevens: Mapping[str, Any], bestand: str) -> None:
    """Begin the journey: first its structures, then perron by perron what is said, agreed and held of it."""
    routekaart = begin_routekaart(wijk=wijk, door=None, **gegevens["routekaart"])
    perrons = {p.nummer: p for p in routekaart.perrons.all()}
    actoren = {d.actor.naam: d.actor for d in Deelname.objects.filter(wijk=wijk).select_related("actor")}
    lader = Lader(routekaart, bestand)
    lader.laad(gegevens)
    for rij in gegevens.get("perrons", []):
        perron = perrons[rij["nummer"]]
        perron.routekaart = routekaart
        for b in rij.get("bijdragen", []):
            draag_bij(
                perron=perron, actor=actoren[b["partij"]], tekst=b["tekst"].strip(), voorbeeld=b["voorbeeld"], door=None
            )
        if "antwoord" in rij:
            a = rij["antwoord"]
            stel_vast(
                perron=perron,
                tekst=a["tekst"].strip(),
                zeggenschap=a.get("zeggenschap", ""),
                ondanks=a.get("ondanks", "").strip(),
                voorbeeld=a["voorbeeld"],
                versie=perron.versie,
                door=None,
            )
        lader.laad_standpunten(gegevens, perron)
        if "heropening" in rij:
            perron.refresh_from_db(fields=["versie"])
            heropen(perron=perron, reden=rij["heropening"]["reden"].strip(), versie=perron.versie, door=None)


def laad_alles() -> list[Wijk]:
    """Create every wijk of `fixtures/` that is not there yet, and return the new ones."""
    bekend = set(Wijk.objects.values_list("slug", flat=True))
    return [laad_bestand(bestand) for bestand in sorted(MAP.glob("*.toml")) if bestand.stem not in bekend]


def _demo_account(rol: Rol) -> Gebruiker:
    adres = f"{rol.value}@voorbeeld.nl"
    return Gebruiker.objects.filter(email=adres).first() or Gebruiker.objects.create_user(adres)


def _geef_wachtwoord(gebruikers: list[Gebruiker], wachtwoord: str) -> None:
    """See to it that this is the password of all these accounts.

    Computing a hash is slow on purpose, and this runs at every start. The example accounts share one hash, salt and
    all (it hides nothing: their password stands on the login page), so what holds for one of them holds for all.
    An account whose hash differs had its password changed; then all get theirs anew.
    """
    eerste = gebruikers[0]
    if len({g.password for g in gebruikers}) == 1 and eerste.check_password(wachtwoord):
        return
    eerste.set_password(wachtwoord)
    for gebruiker in gebruikers:
        gebruiker.password = eerste.password
        gebruiker.save(update_fields=["password"])


def maak_demo_accounts(wachtwoord: str) -> None:
    """Give the four example accounts their role in every wijk, and this password.

    The deelnemer speaks for the residents where they are a party, else for the first party of the list.
    """
    accounts = {rol: _demo_account(rol) for rol in Rol}
    _geef_wachtwoord(list(accounts.values()), wachtwoord)
    for rol, gebruiker in accounts.items():
        for wijk in Wijk.objects.exclude(lidmaatschappen__gebruiker=gebruiker):
            lid = geef_rol(wijk=wijk, gebruiker=gebruiker, rol=rol, door=None)
            if rol is Rol.DEELNEMER:
                deelnames = Deelname.objects.filter(wijk=wijk).order_by("actor__naam")
                voor = deelnames.filter(actor__soort=Soort.BEWONERS).first() or deelnames.first()
                if voor:
                    laat_spreken_voor(lidmaatschap=lid, deelname=voor, door=None)


BESTAND = MAP / "ossenkoppelerhoek.toml"


def lees_voorbeeld() -> dict[str, Any]:
    """Return what the file says; a scenario may change it as it likes."""
    return tomllib.loads(BESTAND.read_text(encoding="utf-8"))


def voeg_voorbeeld_toe(gegevens: dict[str, Any], woord: str, *rijen: Mapping[str, Any]) -> None:
    """Add rows of a kind, marked as an example."""
    gegevens.setdefault(woord, []).extend({**rij, "voorbeeld": True} for rij in rijen)
