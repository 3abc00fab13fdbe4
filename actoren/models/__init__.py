# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nouns of actoren, one module per noun."""

from actoren.models.actor import Actor, Domein, Soort
from actoren.models.deelname import Deelname
from actoren.models.doelgroep import Doelgroep
from actoren.models.ervaring import Ervaring
from actoren.models.inclusie import Inclusiebesluit, Plaats
from actoren.models.schat import Schat, Schatsoort
from actoren.models.vertegenwoordiging import Vertegenwoordiging

__all__ = [
    "Actor",
    "Deelname",
    "Doelgroep",
    "Domein",
    "Ervaring",
    "Inclusiebesluit",
    "Plaats",
    "Schat",
    "Schatsoort",
    "Soort",
    "Vertegenwoordiging",
]
