# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The constraints of the structures, by name: each is violated once, on its own."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from routekaart.models import Antwoord, Bijdrage, Heropening
from tests.factories import maak_partij, maak_perron, maak_wijk
from tests.factories_onderdelen import ALLE_SOORTEN, maak_onderdeel, velden
from tests.weigert import weigert
from wijken.models import Afsluiting, Tekstvoorstel
from wijkwijzer.rows import field_of

pytestmark = pytest.mark.django_db
OVERTREDING = {
    "inclusiebesluit_plaats_bestaat": ("inclusie", {"plaats": "elders"}),
    "inclusiebesluit_eigen_keuze_zonder_reden": ("inclusie", {"plaats": "eigen_keuze", "reden": "Geen zin."}),
    "inclusiebesluit_niet_met_reden": ("inclusie", {"plaats": "niet"}),
    "inclusiebesluit_perron_1_tot_9": ("inclusie", {"perron": 10}),
    "ervaring_partij_of_doelgroep": ("ervaringen", {"deelname": None}),
    "schat_soort_bestaat": ("schatten", {"soort": "goud"}),
    "bestemming_jaar": ("bestemming", {"ambitie_jaar": 1950}),
    "leervraag_datum_met_antwoord": ("leervragen", {"beantwoord_op": date(2026, 1, 1)}),
    "opbrengst_merkbaar_met_datum": ("opbrengsten", {"merkbaar": "Ja."}),
    "activiteit_domein_bestaat": ("activiteiten", {"domein": "digitaal"}),
    "activiteit_werkt_bestaat": ("activiteiten", {"werkt": "soms"}),
    "inzet_tot_na_van": ("machinisten", {"van": date(2026, 2, 1), "tot": date(2026, 1, 1)}),
    "neveneffect_soort_bestaat": ("neveneffecten", {"soort": "ramp"}),
    "reisgenoot_rol_bestaat": ("reisgenoten", {"rol": "conducteur"}),
    "reisgenoot_partij_of_functie": ("reisgenoten", {"wie": ""}),
    "risico_ernst_bestaat": ("risicos", {"ernst": "ramp"}),
    "toezegging_staat_bestaat": ("toezeggingen", {"staat": "ooit"}),
    "standpunt_keuze_bestaat": ("standpunten", {"keuze": "misschien"}),
    "standpunt_met_reden": ("standpunten", {"keuze": "oneens"}),
}
DUBBEL = {
    "doelgroep_naam_uniek_in_wijk": "doelgroepen",
    "schat_naam_uniek_in_wijk": "schatten",
    "bestemming_een_per_routekaart": "bestemming",
    "subdoel_uniek": "subdoelen",
    "leervraag_uniek": "leervragen",
    "begrip_uniek": "begrippen",
    "uitdaging_uniek": "uitdagingen",
    "opbrengst_een_per_partij": "opbrengsten",
    "verandering_uniek": "veranderingen",
    "activiteit_uniek": "activiteiten",
    "inzet_een_per_partij": "machinisten",
    "risico_uniek": "risicos",
    "toezegging_uniek": "toezeggingen",
    "standpunt_een_per_partij": "standpunten",
}


@pytest.fixture
def perron():
    return maak_perron(maak_wijk())


def zet_rauw(woord, perron, waarden):
    """Save a row past the verbs, so that it is the database that answers."""
    soort = next(s for s in ALLE_SOORTEN if s.woord == woord)
    rij = soort.leeg_van(perron)
    for naam, waarde in waarden.items():
        setattr(rij, naam, waarde)
    rij.versie, rij.moment = 99, timezone.now()
    rij.save(force_insert=True)


@pytest.mark.parametrize("naam", OVERTREDING)
def test_the_database_refuses(naam, perron):
    woord, fout = OVERTREDING[naam]
    soort = next(s for s in ALLE_SOORTEN if s.woord == woord)
    goed = velden(soort, perron)
    weigert(naam, lambda: zet_rauw(woord, perron, goed | fout))
    zet_rauw(woord, perron, goed)


@pytest.mark.parametrize("naam", DUBBEL)
def test_the_same_thing_comes_once(naam, perron):
    soort = next(s for s in ALLE_SOORTEN if s.woord == DUBBEL[naam])
    waarden = velden(soort, perron)
    zet_rauw(soort.woord, perron, waarden)
    weigert(naam, lambda: zet_rauw(soort.woord, perron, waarden))


def test_every_rule_of_a_structure_has_a_test():
    assert {c.name for s in ALLE_SOORTEN for c in s.model._meta.constraints} == set(OVERTREDING) | set(DUBBEL)


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=lambda s: s.woord)
def test_every_rule_of_a_structure_says_what_to_do_at_a_field_of_its_form(soort):
    for regel in soort.model._meta.constraints:
        assert regel.violation_error_message != regel.default_violation_error_message, regel.name
        assert regel.violation_error_message[-1] in ".?", regel.name
        fout = ValidationError(regel.violation_error_message, code=regel.violation_error_code)
        assert field_of(fout) in soort.velden, regel.name


@pytest.mark.parametrize("model", [Bijdrage, Antwoord, Heropening, Afsluiting, Tekstvoorstel])
def test_a_rule_about_what_people_type_says_so_at_its_field(model):
    regels = [c for c in model._meta.constraints if isinstance(c, models.CheckConstraint)]
    assert regels
    for regel in regels:
        fout = ValidationError(regel.violation_error_message, code=regel.violation_error_code)
        assert field_of(fout) in {f.name for f in model._meta.fields}, regel.name


def test_a_closing_has_a_reason(perron):
    vast = {"wijk": perron.wijk, "soort": "subdoel", "versie": 1, "moment": timezone.now()}
    rij = maak_onderdeel("subdoelen", perron)
    weigert("afsluiting_met_reden", lambda: Afsluiting.objects.create(**vast, onderwerp=rij.sleutel, reden=""))
    Afsluiting.objects.create(**vast, onderwerp=rij.sleutel, reden="Klaar.")
    weigert("onderwerp", lambda: Afsluiting.objects.create(**vast, onderwerp=rij.sleutel, reden="Nog eens."))


def test_a_proposal_has_a_text(perron):
    rij = maak_onderdeel("subdoelen", perron)
    weigert(
        "tekstvoorstel_met_tekst",
        lambda: Tekstvoorstel.objects.create(
            wijk=perron.wijk,
            onderwerp_soort="subdoel",
            onderwerp=rij.sleutel,
            veld="tekst",
            tekst="",
            versie=1,
            moment=timezone.now(),
        ),
    )


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=lambda s: s.woord)
def test_every_kind_can_be_made_and_says_what_it_is(soort, perron):
    rij = maak_onderdeel(soort.woord, perron)
    assert str(rij)
    assert rij.wijk == perron.wijk
    assert list(soort.rijen(perron)) == [rij]
    assert all(isinstance(tekst(rij), str) for _, tekst in soort.kolommen)
    assert set(soort.velden) <= {f.name for f in soort.model._meta.get_fields()}
    links = [f.name for f in soort.model._meta.get_fields() if isinstance(f, models.ForeignKey) and f.editable]
    assert set(links) <= set(soort.velden)


def test_rows_of_another_journey_are_not_read(perron):
    maak_onderdeel("uitdagingen", perron)
    maak_onderdeel("doelgroepen", perron)
    elders = maak_perron(maak_wijk("elders"))
    maak_partij(elders.wijk)
    for soort in ALLE_SOORTEN:
        assert not soort.rijen(elders).exists()
