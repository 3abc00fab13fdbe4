# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A fresh data folder for a trial: a perron with members who are logged in, or a room full of guests.

    WIJKWIJZER_DEMO=1 WIJKWIJZER_DATA=… python -m bench.live.gegevens perron|zaal AANTAL

Prints one line of JSON: `koekjes`, the cookies of each member or guest, and `plek`, what is to be known of the place.
Both hold 200 cards.
"""

import json
import os
import sys
from typing import Any
from uuid import uuid4

SLUG, PERRON, KAARTEN = "haarwijk", 3, 200
ACHTERKANT = "wijkwijzer.accounts.login.KleineLettersBackend"


def main(soort: str, aantal: int) -> None:
    """Make it."""
    import django

    django.setup()
    from django.core.management import call_command

    from wijken.models import Wijk

    call_command("begin", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115, PTH123 - until the process ends
    wijk = Wijk.objects.get(slug=SLUG)
    plek, koekjes = {"perron": perron, "zaal": zaal}[soort](wijk, aantal)
    wijk.refresh_from_db()
    print(json.dumps({"plek": {**plek, "versie": wijk.versie}, "koekjes": koekjes}))


def perron(wijk: Any, aantal: int) -> tuple[dict[str, Any], list[str]]:
    """A perron. One login may hold 30 streams, so every stream gets a member of its own."""
    from actoren.models import Deelname, Vertegenwoordiging
    from routekaart.models import Perron
    from routekaart.perron.handelingen import draag_bij

    rij = Perron.objects.select_related("routekaart__wijk").get(routekaart__wijk=wijk, nummer=PERRON)
    deelname = Deelname.objects.filter(wijk=wijk).select_related("actor")[0]
    for nr in range(KAARTEN):
        draag_bij(perron=rij, actor=deelname.actor, tekst=f"Kaart {nr}: dit stond er al.", door=None)
    leden, koekjes = maak_leden(wijk, aantal)
    Vertegenwoordiging.objects.create(lidmaatschap=leden[0], deelname=deelname)
    return {"pad": f"/wijken/{SLUG}/routekaart/perron/{PERRON}/", "partij": str(deelname.actor.sleutel)}, koekjes


def zaal(wijk: Any, aantal: int) -> tuple[dict[str, Any], list[str]]:
    """A room in which people write, with the cards open on the wall: that is more to render than a count."""
    from routekaart.zaal.kaarten.handelingen import schrijf_op
    from routekaart.zaal.models import Ronde, Stap
    from routekaart.zaal.programma.handelingen import ga_naar
    from routekaart.zaal.programma.stand import zaalstand
    from routekaart.zaal.sessie.handelingen import begin_nu

    sessie = begin_nu(wijk=wijk, vraag="Wat verstaan we onder de inclusieve wijk?", door=None)
    Ronde.objects.filter(sessie=sessie).update(verdekt=False)
    stand = zaalstand(sessie)
    ga_naar(ronde=stand.ronde, stap=Stap.SCHRIJF, gezien=stand.versie, door=None)
    regels = [(f"Kaart {nr}: dit stond er al.", 1) for nr in range(KAARTEN)]
    schrijf_op(ronde=stand.ronde, regels=regels, sleutel=uuid4(), door=None)
    plek = {
        "pad": f"/m/{sessie.code}/",
        "live": f"/wijken/{SLUG}/live/",
        "scherm": f"/wijken/{SLUG}/zaal/{sessie.sleutel}/scherm/",
        "scherm_koekje": maak_leden(wijk, 1)[1][0],
        "ronde": str(stand.ronde.sleutel),
        "ronde_nr": stand.ronde.pk,
    }
    return plek, maak_gasten(sessie, aantal)


def maak_gasten(sessie: Any, aantal: int) -> list[str]:
    """Let guests in, in bulk: how they came in is not what is measured."""
    from django.http import HttpResponse
    from django.utils import timezone

    from routekaart.zaal.gasten.koekje import onthoud_gast
    from routekaart.zaal.models import Gast, Gastsoort, Taal

    gasten = [
        Gast(sessie=sessie, soort=Gastsoort.BEWONER, taal=Taal.NL, versie=sessie.versie, moment=timezone.now())
        for _ in range(aantal)
    ]
    koekjes = []
    for gast in Gast.objects.bulk_create(gasten):
        antwoord = HttpResponse()
        onthoud_gast(antwoord, gast)
        koekjes.append("; ".join(f"{naam}={koekje.coded_value}" for naam, koekje in antwoord.cookies.items()))
    return koekjes


def maak_leden(wijk: Any, aantal: int) -> tuple[list[Any], list[str]]:
    """Make logged-in members in bulk: how they came in is not what is measured."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from wijken.models import Lidmaatschap, Rol
    from wijkwijzer.accounts.models import Gebruiker

    mensen = [Gebruiker(email=f"lid{nr}@bank.voorbeeld.nl") for nr in range(aantal)]
    for mens in mensen:
        mens.set_unusable_password()
    mensen = Gebruiker.objects.bulk_create(mensen)
    leden = [Lidmaatschap(wijk=wijk, gebruiker=mens, rol=Rol.DEELNEMER) for mens in mensen]
    leden = Lidmaatschap.objects.bulk_create(leden)
    winkel = SessionStore()
    rijen = []
    for mens in mensen:
        inhoud = {
            SESSION_KEY: str(mens.pk),
            BACKEND_SESSION_KEY: ACHTERKANT,
            HASH_SESSION_KEY: mens.get_session_auth_hash(),
        }
        sessie = SessionStore(winkel._get_new_session_key())  # noqa: SLF001 - create() would write one by one
        rijen.append(sessie.create_model_instance(inhoud))
    winkel.model.objects.bulk_create(rijen)
    return leden, [f"sessionid={rij.session_key}" for rij in rijen]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
