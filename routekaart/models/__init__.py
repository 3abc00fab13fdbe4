# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nouns of routekaart, one module per noun."""

from routekaart.models.antwoord import Antwoord
from routekaart.models.bijdrage import Bijdrage, Intrekking
from routekaart.models.perron import Heropening, Perron
from routekaart.models.routekaart import Routekaart

__all__ = ["Antwoord", "Bijdrage", "Heropening", "Intrekking", "Perron", "Routekaart"]
