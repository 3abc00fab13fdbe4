# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Decisions, actions and what comes of them: what the database itself holds, by name."""

import pytest

from routekaart.models import Keuze, Standpunt
from routekaart.zaal.models import Actie, Actieafronding, Besluit, Inbreng, Vervolg
from tests.factories import maak_partij, stempel
from tests.factories_zaal import ronde_van
from tests.weigert import weigert

pytestmark = pytest.mark.django_db


def test_a_decision_and_an_action(sessie):
    ronde, actor = ronde_van(sessie), maak_partij(sessie.wijk).actor
    weigert("besluit_met_tekst", lambda: Besluit.objects.create(ronde=ronde, tekst="", **stempel()))
    Besluit.objects.create(ronde=ronde, tekst="Ja.", **stempel())
    weigert("ronde", lambda: Besluit.objects.create(ronde=ronde, tekst="Nee.", **stempel()))
    vast = {"sessie": sessie, "actor": actor, "wanneer": sessie.datum} | stempel()
    weigert("actie_met_tekst", lambda: Actie.objects.create(**vast, wat=""))
    Actie.objects.create(**vast, wat="Bellen.")
    weigert("actie_uniek_in_sessie", lambda: Actie.objects.create(**vast, wat="Bellen."))


def test_what_a_party_said_is_a_stand_or_a_promise(sessie, actor):
    perron = sessie.routekaart.perrons.get(nummer=1)
    stand = Standpunt.objects.create(
        routekaart=sessie.routekaart, perron=perron, actor=actor, keuze=Keuze.EENS, **stempel()
    )
    vast = {"ronde": ronde_van(sessie)} | stempel()
    weigert("inbreng_standpunt_of_toezegging", lambda: Inbreng.objects.create(**vast, tekst="x"))
    weigert("inbreng_met_tekst", lambda: Inbreng.objects.create(**vast, standpunt=stand, tekst=""))


def test_a_next_moment_has_words_and_an_action_ends_in_one_of_two_ways(sessie, actor):
    weigert("vervolg_met_tekst", lambda: Vervolg.objects.create(sessie=sessie, tekst="", **stempel()))
    actie = Actie.objects.create(sessie=sessie, actor=actor, wat="Bellen", wanneer=sessie.datum, **stempel())
    weigert(
        "actieafronding_uitkomst_bestaat",
        lambda: Actieafronding.objects.create(actie=actie, uitkomst="half", **stempel()),
    )
