# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A scenario fills an empty demo and nothing else; what it makes is what it promises."""

import io
import re
from collections import Counter
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from actoren.models import Deelname
from routekaart.models import Activiteit, Antwoord, Bijdrage, Inzet, Perron, Risico, Routekaart, Standpunt, Toezegging
from routekaart.reis.stand import Staat, staat_van
from routekaart.voorbeelden import laden
from routekaart.voorbeelden.scenarios import SCENARIOS
from tests.factories import ingelogd, maak_gebruiker, maak_wijk
from wijken.models import Journaalregel, Lidmaatschap, Rol, Wijk
from wijkwijzer.accounts.models import Gebruiker

pytestmark = pytest.mark.django_db


def begin(scenario, **opties):
    uit = io.StringIO()
    call_command("begin", scenario=scenario, stdout=uit, **opties)
    return uit.getvalue()


def wijkregisseur():
    return ingelogd(Gebruiker.objects.get(email="wijkregisseur@voorbeeld.nl"))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_it_refuses_where_there_is_a_wijk_already(scenario):
    maak_wijk()
    with pytest.raises(CommandError, match=r"Er staan al gegevens .* een andere map"):
        begin(scenario)
    assert Wijk.objects.count() == 1
    assert not Gebruiker.objects.exists()


def test_an_account_is_something_too():
    maak_gebruiker()
    with pytest.raises(CommandError, match="Er staan al gegevens"):
        begin("lege-wijk")
    assert not Wijk.objects.exists()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_it_refuses_outside_the_demo(settings, scenario):
    settings.DEMO = False
    with pytest.raises(CommandError, match="alleen voor de demo"):
        begin(scenario)
    assert not Wijk.objects.exists()


def test_a_name_that_is_no_scenario_is_refused_with_the_names():
    with pytest.raises(CommandError, match="ondertekenen"):
        call_command("begin", "--scenario", "feest")


def test_an_empty_wijk_has_a_name_and_members():
    assert begin("lege-wijk") == "Scenario lege-wijk staat klaar in de wijk Voorbeeldwijk.\n"
    wijk = Wijk.objects.get()
    assert (wijk.naam, wijk.grens, wijk.beschrijving) == ("Voorbeeldwijk", {}, "")
    assert {lid.rol for lid in Lidmaatschap.objects.all()} == set(Rol)
    assert not Routekaart.objects.exists()
    assert not Deelname.objects.exists()
    client = wijkregisseur()
    assert client.get("/wijken/").status_code == 200
    assert "Voorbeeldwijk" in client.get("/wijken/voorbeeldwijk/").text


def test_once_filled_beginning_again_adds_nothing():
    begin("lege-wijk")
    voor = Journaalregel.objects.count()
    assert begin(None) == ""
    assert (Wijk.objects.count(), Journaalregel.objects.count()) == (1, voor)


def test_ready_to_sign_is_agreed_from_one_to_nine_with_stands_and_promises():
    begin("ondertekenen")
    assert {p.nummer: staat_van(p) for p in Perron.objects.all()} == dict.fromkeys(range(1, 10), Staat.VASTGESTELD)
    partijen = set(Deelname.objects.values_list("actor__naam", flat=True))
    per_perron = Counter(Standpunt.objects.values_list("perron__nummer", flat=True))
    assert per_perron == dict.fromkeys(range(1, 10), len(partijen))
    assert set(Standpunt.objects.values_list("keuze", flat=True)) == {"eens", "voorbehoud"}
    assert Standpunt.objects.filter(keuze="voorbehoud").exclude(reden="").count() == 2
    assert set(Toezegging.objects.values_list("actor__naam", flat=True)) == partijen
    client = wijkregisseur()
    for pad in ("", "routekaart/", "routekaart/perron/9/", "routekaart/rode-draad/"):
        assert client.get(f"/wijken/ossenkoppelerhoek/{pad}").status_code == 200, pad


def test_stands_come_after_the_answer_that_they_are_about():
    begin("ondertekenen")
    for standpunt in Standpunt.objects.select_related("perron"):
        assert standpunt.versie > standpunt.perron.antwoorden.latest("versie").versie


def test_week_twelve_rides_with_promises_kept_under_way_and_late():
    begin("week-12")
    vandaag = timezone.localdate()
    koffie = Activiteit.objects.get(naam="Koffie op het schoolplein")
    inzet = Inzet.objects.get(activiteit=koffie)
    assert inzet.actor.naam == "Basisschool De Wierde"
    assert inzet.van == vandaag - timedelta(weeks=10)
    assert {"ja", "nee"} <= set(Activiteit.objects.values_list("werkt", flat=True))
    assert set(Toezegging.objects.values_list("staat", flat=True)) >= {"toegezegd", "bezig", "gedaan"}
    assert Toezegging.objects.exclude(staat="gedaan").filter(wanneer__lt=vandaag).exists()
    assert Risico.objects.filter(activiteit__naam="Opruimronde met de buren").exists()
    antwoorden = Antwoord.objects.filter(perron__nummer=6)
    assert antwoorden.count() == 2
    assert staat_van(Perron.objects.get(nummer=6)) is Staat.VASTGESTELD
    assert Journaalregel.objects.filter(soort="perron_heropend").count() == 1
    assert wijkregisseur().get("/wijken/ossenkoppelerhoek/routekaart/").status_code == 200


def test_the_journal_is_of_the_day_of_loading():
    """No verb dates a line back, and neither does a scenario."""
    voor = timezone.now()
    begin("week-12")
    momenten = Journaalregel.objects.order_by("versie").values_list("moment", flat=True)
    assert voor <= momenten[0]
    assert list(momenten) == sorted(momenten)


@pytest.mark.parametrize("scenario", ["ondertekenen", "week-12"])
def test_what_is_made_up_is_marked_as_an_example(scenario):
    begin(scenario)
    feiten = laden.lees_voorbeeld()
    modellen = {"toezeggingen": Toezegging, "activiteiten": Activiteit, "risicos": Risico, "machinisten": Inzet}
    for woord, model in modellen.items():
        echt = [rij for rij in feiten[woord] if not rij["voorbeeld"]]
        assert model.objects.filter(voorbeeld=False).count() == len(echt), woord
    assert not Standpunt.objects.filter(voorbeeld=False).exists()
    echte_antwoorden = sum(1 for p in feiten["perrons"] if "antwoord" in p and not p["antwoord"]["voorbeeld"])
    assert Antwoord.objects.filter(voorbeeld=False).count() == echte_antwoorden
    assert Bijdrage.objects.filter(voorbeeld=True).exists()


def test_every_scenario_stands_in_the_guide_for_contributors(pytestconfig):
    tekst = (pytestconfig.rootpath / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([\w-]+)` \| .*\|$", tekst, re.MULTILINE)) >= set(SCENARIOS)
