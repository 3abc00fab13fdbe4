# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Perron 7: who keeps it going."""

from typing import Any

from actoren.keuzes import partijen
from routekaart.models import Activiteit, Inzet
from routekaart.soorten.keuzes import van_de_reis
from wijken.onderdelen.soort import KAARTEN, Eigenaar, OnderdeelSoort, Papier, datum


def periode(inzet: Any) -> str:
    """Write from when until when a machinist keeps an activity going; nothing when neither is known."""
    van = f"vanaf {datum(inzet.van)}" if inzet.van else ""
    tot = f"tot {datum(inzet.tot)}" if inzet.tot else ""
    return " ".join(filter(None, [van, tot]))


MACHINISTEN = OnderdeelSoort(
    woord="machinisten",
    model=Inzet,
    eigenaar=Eigenaar.REIS,
    perron=7,
    volgorde=10,
    kop="Machinisten",
    nieuw="Een machinist toevoegen",
    leeg="Er zijn nog geen machinisten. Welke partij houdt welke activiteit op gang?",
    velden=("activiteit", "actor", "functie", "van", "tot", "opvolging"),
    kolommen=(
        ("Activiteit", lambda r: str(r.activiteit)),
        ("Machinist", str),
        ("Vanaf", lambda r: datum(r.van)),
        ("Tot", lambda r: datum(r.tot)),
        ("Daarna", lambda r: r.opvolging),
    ),
    mee=("activiteit", "actor"),
    sjabloon=KAARTEN,
    keuzes={"activiteit": van_de_reis(Activiteit), "actor": partijen},
    papier=Papier(
        kolommen=(
            ("Activiteit", lambda r: str(r.activiteit)),
            ("Machinist", str),
            ("Wanneer", periode),
            ("Wie het daarna overneemt", lambda r: r.opvolging),
        ),
        aan="activiteit",
    ),
)
