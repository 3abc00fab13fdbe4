# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The three wijken of `fixtures/`, as they stand in the database after the first start."""

import pytest
from django.core.management import call_command

from actoren.models import Vertegenwoordiging
from routekaart.models import Bijdrage
from routekaart.reis.stand import Staat, reisstand
from routekaart.toegang import huidige_routekaart
from routekaart.voorbeelden.laden import laad_alles, maak_demo_accounts
from tests.voorbeelden import zet_voorbeeld
from tests.weigert import geweigerd
from wijken.cijfers import cijferregels
from wijken.models import Journaalregel, Lidmaatschap, Wijk
from wijkwijzer.accounts.models import Gebruiker

pytestmark = pytest.mark.django_db


@pytest.fixture
def wijken():
    return zet_voorbeeld()


def test_three_wijken_are_loaded_once():
    assert {w.slug for w in laad_alles()} == {"ossenkoppelerhoek", "meerzicht", "haarwijk"}
    assert laad_alles() == []
    assert Wijk.objects.count() == 3


def test_a_wijk_that_is_there_is_not_loaded_again(wijken):
    from routekaart.voorbeelden.laden import MAP, laad_bestand

    regels = Journaalregel.objects.count()
    with geweigerd("wijk_is_er_al", "is er al"):
        laad_bestand(MAP / "haarwijk.toml")
    assert Journaalregel.objects.count() == regels


def test_the_example_journey_shows_the_states(wijken):
    reis = reisstand(huidige_routekaart(wijken["ossenkoppelerhoek"]))
    staten = {p.staat for p in reis.perrons}
    assert staten == {Staat.VASTGESTELD, Staat.HEROPEND, Staat.ONDERWEG}
    assert all(p.staat is not Staat.NIET_BEGONNEN for p in reis.perrons)
    haarwijk = reisstand(huidige_routekaart(wijken["haarwijk"]))
    assert sum(p.staat is Staat.NIET_BEGONNEN for p in haarwijk.perrons) >= 6


def test_what_goes_beyond_the_report_is_marked(wijken):
    assert huidige_routekaart(wijken["ossenkoppelerhoek"]).voorbeeld
    assert not Bijdrage.objects.filter(
        perron__routekaart__wijk__slug__in=["meerzicht", "haarwijk"], voorbeeld=True
    ).exists()
    assert Bijdrage.objects.filter(perron__routekaart__wijk__slug="ossenkoppelerhoek", voorbeeld=True).exists()


def test_figures_are_those_of_the_source(wijken):
    regels = {r.onderwerp: (r.wijk, r.stad, r.jaar) for r in cijferregels(wijken["meerzicht"])}
    assert regels["Inwoners"] == ("15.490", "125.767", 2022)
    assert len(regels) == 7


def test_the_two_flats_are_cases(wijken):
    casussen = set(wijken["meerzicht"].gebieden.filter(casus=True).values_list("naam", flat=True))
    assert casussen == {"Laveibos", "Haagsebos"}


def test_the_festival_is_history_with_its_reasons(wijken):
    feest = wijken["ossenkoppelerhoek"].programmas.get(naam="Rembrandt Fiësta")
    assert (feest.soort, feest.tot) == ("evenement", 2019)
    assert feest.gestopt_omdat


def test_demo_accounts_have_their_role_everywhere(wijken):
    maak_demo_accounts("samen-op-reis")
    maak_demo_accounts("samen-op-reis")
    assert set(Gebruiker.objects.values_list("email", flat=True)) == {
        f"{rol}@voorbeeld.nl" for rol in ("wijkregisseur", "reisleider", "deelnemer", "lezer")
    }
    assert Lidmaatschap.objects.count() == 12
    assert Vertegenwoordiging.objects.count() == 3
    assert all(g.check_password("samen-op-reis") for g in Gebruiker.objects.all())
    maak_demo_accounts("een-ander-woord")
    assert Gebruiker.objects.get(email="lezer@voorbeeld.nl").check_password("een-ander-woord")


def test_one_demo_account_with_another_password_gets_the_shared_one_back():
    maak_demo_accounts("samen-op-reis")
    hashes = set(Gebruiker.objects.values_list("password", flat=True))
    assert len(hashes) == 1, "one check at the start says it of all"
    maak_demo_accounts("samen-op-reis")
    assert set(Gebruiker.objects.values_list("password", flat=True)) == hashes, "nobody is logged out by a restart"
    for adres in ("wijkregisseur@voorbeeld.nl", "lezer@voorbeeld.nl"):
        gebruiker = Gebruiker.objects.get(email=adres)
        gebruiker.set_password("een-ander-woord")
        gebruiker.save()
        maak_demo_accounts("samen-op-reis")
        assert all(g.check_password("samen-op-reis") for g in Gebruiker.objects.all())


def test_begin_can_be_run_again_and_keeps_what_was_entered(settings):
    settings.DEMO = False
    call_command("begin", verbosity=0)
    assert not Gebruiker.objects.exists()
    Wijk.objects.filter(slug="haarwijk").update(naam="Haarwijk, door ons aangepast")
    call_command("begin", verbosity=0)
    assert Wijk.objects.get(slug="haarwijk").naam == "Haarwijk, door ons aangepast"
    settings.DEMO = True
    call_command("begin", verbosity=0)
    assert Gebruiker.objects.count() == 4
