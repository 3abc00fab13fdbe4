# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The example meeting of the demo: prepared, said to be an example, and there once."""

import pytest
from django.core.management import call_command

from routekaart.zaal.models import Sessie, Sessiesoort
from routekaart.zaal.sessie.staat import is_begonnen
from tests.voorbeelden import zet_voorbeeld

pytestmark = pytest.mark.django_db


def test_a_startsessie_waits_in_the_haarwijk(capsys):
    zet_voorbeeld("haarwijk")
    for _ in range(2):
        call_command("voorbeeldbijeenkomst")
    sessie = Sessie.objects.get()
    assert (sessie.wijk.slug, sessie.soort) == ("haarwijk", Sessiesoort.STARTSESSIE)
    assert "(voorbeeld)" in sessie.titel
    assert "Klaargezet" in capsys.readouterr().out
    assert sessie.uitnodigingen.count() == 3
    assert sessie.leervragen.count() == 1
    assert not is_begonnen(sessie)


def test_without_the_haarwijk_there_is_no_example():
    call_command("voorbeeldbijeenkomst")
    assert not Sessie.objects.exists()


@pytest.mark.parametrize("demo", [True, False])
def test_a_first_start_has_the_example_in_the_demo_only(settings, demo):
    settings.DEMO, settings.DEMO_WACHTWOORD = demo, "samen-op-reis"
    for _ in range(2):
        call_command("begin", verbosity=0)
    assert Sessie.objects.count() == int(demo)
