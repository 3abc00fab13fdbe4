# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nouns of wijken, one module per noun."""

from wijken.models.gebied import Gebied, Gebiedsoort
from wijken.models.geschreven import Geschreven, GeschrevenDoor
from wijken.models.journaal import Journaalregel, Zichtbaar
from wijken.models.kerncijfer import Bron, Kerncijfer, Onderwerp
from wijken.models.lidmaatschap import Lidmaatschap, Rol
from wijken.models.onderdeel import MAX_TEKST, Afsluiting, Onderdeel
from wijken.models.opgave import Opgave
from wijken.models.programma import Programma, Programmasoort
from wijken.models.tekstvoorstel import Tekstvoorstel
from wijken.models.wijk import Gemeente, Wijk

__all__ = [
    "MAX_TEKST",
    "Afsluiting",
    "Bron",
    "Gebied",
    "Gebiedsoort",
    "Gemeente",
    "Geschreven",
    "GeschrevenDoor",
    "Journaalregel",
    "Kerncijfer",
    "Lidmaatschap",
    "Onderdeel",
    "Onderwerp",
    "Opgave",
    "Programma",
    "Programmasoort",
    "Rol",
    "Tekstvoorstel",
    "Wijk",
    "Zichtbaar",
]
