# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nouns of actoren, one module per noun."""

from actoren.models.actor import Actor, Domein, Soort
from actoren.models.deelname import Deelname
from actoren.models.vertegenwoordiging import Vertegenwoordiging

__all__ = ["Actor", "Deelname", "Domein", "Soort", "Vertegenwoordiging"]
