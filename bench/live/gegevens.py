# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A fresh data folder with members who are logged in, all at one perron that holds 200 contributions.

    WIJKWIJZER_DEMO=1 WIJKWIJZER_DATA=… python -m bench.live.gegevens AANTAL

Prints one line of JSON: the page, the party that the first member speaks for, and the session of each member.
"""

import json
import os
import sys

SLUG, PERRON, KAARTEN = "haarwijk", 3, 200
ACHTERKANT = "wijken.inloggen.KleineLettersBackend"


def main(aantal: int) -> None:
    """Make it. One login may hold 30 streams, so every stream gets a member of its own."""
    import django

    django.setup()
    from django.core.management import call_command

    from actoren.models import Deelname
    from routekaart.handelingen import draag_bij
    from routekaart.models import Perron

    call_command("begin", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115, PTH123 - until the process ends
    perron = Perron.objects.select_related("routekaart__wijk").get(routekaart__wijk__slug=SLUG, nummer=PERRON)
    deelname = Deelname.objects.filter(wijk=perron.wijk).select_related("actor")[0]
    for nr in range(KAARTEN):
        draag_bij(perron=perron, actor=deelname.actor, tekst=f"Kaart {nr}: dit stond er al.", door=None)
    koekjes = maak_leden(perron.wijk, aantal, deelname)
    pad = f"/wijken/{SLUG}/routekaart/perron/{PERRON}/"
    print(json.dumps({"perron": pad, "partij": str(deelname.actor.sleutel), "koekjes": koekjes}))


def maak_leden(wijk, aantal: int, deelname) -> list[str]:
    """Make logged-in members in bulk: how they came in is not what is measured. The first speaks for the party."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from actoren.models import Vertegenwoordiging
    from wijken.models import Gebruiker, Lidmaatschap, Rol

    mensen = [Gebruiker(email=f"lid{nr}@bank.voorbeeld.nl") for nr in range(aantal)]
    for mens in mensen:
        mens.set_unusable_password()
    mensen = Gebruiker.objects.bulk_create(mensen)
    leden = [Lidmaatschap(wijk=wijk, gebruiker=mens, rol=Rol.DEELNEMER) for mens in mensen]
    leden = Lidmaatschap.objects.bulk_create(leden)
    Vertegenwoordiging.objects.create(lidmaatschap=leden[0], deelname=deelname)
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
    return [rij.session_key for rij in rijen]


if __name__ == "__main__":
    main(int(sys.argv[1]))
