# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answering in words that are given: what a statement and the question how it goes have in common."""

from routekaart.zaal.methoden.basis import Basismethode
from routekaart.zaal.models import Stap


class Woordmethode(Basismethode):
    """Phones choose one answer, and write nothing. Voting takes as long as the question says."""

    stappen = (Stap.WACHT, Stap.STEM, Stap.ONTHUL)
    knoppen = {Stap.ONTHUL: "De uitslag tonen"}
    plan = {Stap.ONTHUL: 5}
    met_kaarten = False
