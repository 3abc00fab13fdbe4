# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the journey stands."""

import pytest

from routekaart.perron.handelingen import heropen, stel_vast, trek_bijdrage_in
from routekaart.perron.opnieuw import bekijk_opnieuw
from routekaart.reis.stand import Staat, bepaal, inhoud_per_perron, opsomming, perroninhoud, reisstand
from tests.factories import maak_bijdrage, maak_partij, maak_perron, maak_routekaart, maak_wijk


@pytest.mark.parametrize(
    ("antwoord", "heropening", "bijdragen", "staat"),
    [
        (0, 0, 0, Staat.NIET_BEGONNEN),
        (0, 0, 1, Staat.ONDERWEG),
        (5, 0, 0, Staat.VASTGESTELD),
        (5, 6, 3, Staat.HEROPEND),
        (7, 6, 3, Staat.VASTGESTELD),
    ],
)
def test_the_state_follows_from_the_rows(antwoord, heropening, bijdragen, staat):
    assert bepaal(antwoord, heropening, bijdragen) is staat


def test_the_words_of_the_states():
    assert [s.label for s in Staat] == ["niet begonnen", "onderweg", "vastgesteld", "heropend"]


def stel_perron_vast(perron, tekst="Zo doen wij het."):
    perron.refresh_from_db(fields=["versie"])
    stel_vast(perron=perron, tekst=tekst, door=None, versie=perron.versie)


@pytest.mark.django_db
def test_a_new_journey_has_not_begun():
    reis = reisstand(maak_routekaart(maak_wijk()))
    assert {p.staat for p in reis.perrons} == {Staat.NIET_BEGONNEN}
    assert reis.laatst is None
    assert reis.volgende.nummer == 1
    assert reis.volgende_zin == "Volgende stap: begin met perron 1, Bestemming."
    assert reis.perrons[0].open_zinnen == ("Nog geen bijdragen.", "Nog geen antwoord vastgesteld.")


@pytest.mark.django_db
def test_the_train_stands_where_work_was_done_last():
    wijk = maak_wijk()
    partijen = [maak_partij(wijk) for _ in range(3)]
    perrons = list(maak_routekaart(wijk).perrons.select_related("routekaart__wijk"))
    stel_perron_vast(perrons[0])
    maak_bijdrage(perrons[4], partijen[0].actor)
    maak_bijdrage(perrons[1], partijen[0].actor)
    reis = reisstand(perrons[0].routekaart)
    assert reis.laatst == 2
    assert reis.volgende_zin == "Volgende stap: stel perron 2, Uitdagingen vast, of vul aan."
    assert reis.perrons[0].open_zinnen == (f"Nog te vragen: {opsomming([str(p) for p in partijen])}.",)
    assert reis.perrons[1].open_zinnen == ("2 partijen kunnen nog bijdragen.", "Nog geen antwoord vastgesteld.")
    maak_bijdrage(perrons[1], partijen[1].actor)
    assert reisstand(perrons[0].routekaart).perrons[1].open_zinnen[0] == "Eén partij kan nog bijdragen."
    maak_bijdrage(perrons[1], partijen[2].actor)
    assert reisstand(perrons[0].routekaart).perrons[1].open_zinnen == ("Nog geen antwoord vastgesteld.",)


@pytest.mark.django_db
def test_a_reopened_perron_is_the_next_step_again():
    perron = maak_perron(maak_wijk())
    stel_perron_vast(perron)
    perron.refresh_from_db(fields=["versie"])
    heropen(perron=perron, reden="Nieuwe partij.", door=None, versie=perron.versie)
    reis = reisstand(perron.routekaart)
    assert reis.perrons[0].staat is Staat.HEROPEND
    assert reis.volgende_zin == "Volgende stap: stel perron 1, Bestemming opnieuw vast."
    assert "Opnieuw vaststellen." in reis.perrons[0].open_zinnen


@pytest.mark.django_db
def test_at_the_destination_nothing_is_open():
    kaart = maak_routekaart(maak_wijk())
    for perron in kaart.perrons.select_related("routekaart__wijk"):
        stel_perron_vast(perron)
    reis = reisstand(kaart)
    assert reis.volgende is None
    assert "reisplan" in reis.volgende_zin


@pytest.mark.django_db
def test_a_contribution_that_was_taken_back_does_not_count():
    wijk = maak_wijk()
    perron, actor = maak_perron(wijk), maak_partij(wijk).actor
    bijdrage = maak_bijdrage(perron, actor)
    trek_bijdrage_in(bijdrage=bijdrage, door=None, versie=bijdrage.versie)
    assert reisstand(perron.routekaart).perrons[0].staat is Staat.NIET_BEGONNEN
    inhoud = perroninhoud(perron)
    assert (inhoud.bijdragen, inhoud.ingetrokken) == ([], [bijdrage])


@pytest.mark.django_db
def test_the_history_has_answers_and_reopenings_newest_first():
    perron = maak_perron(maak_wijk())
    stel_perron_vast(perron, "Een.")
    perron.refresh_from_db(fields=["versie"])
    heropen(perron=perron, reden="Omdat.", door=None, versie=perron.versie)
    inhoud = perroninhoud(perron)
    assert inhoud.heropening.reden == "Omdat."
    assert inhoud.antwoord.tekst == "Een."
    stel_perron_vast(perron, "Twee.")
    inhoud = perroninhoud(perron)
    assert inhoud.heropening is None
    assert inhoud.antwoord.tekst == "Twee."
    assert inhoud.aantal_antwoorden == 2
    assert [getattr(s, "tekst", None) or s.reden for s in inhoud.geschiedenis] == ["Twee.", "Omdat.", "Een."]


@pytest.mark.django_db
def test_the_query_count_is_constant(django_assert_num_queries):
    wijk = maak_wijk()
    kaart = maak_routekaart(wijk)
    perrons = list(kaart.perrons.select_related("routekaart__wijk"))
    for aantal in (1, 30):
        for nr in range(aantal):
            maak_bijdrage(perrons[nr % 9], maak_partij(wijk).actor, f"Bijdrage {aantal}-{nr}")
        with django_assert_num_queries(7):
            reisstand(kaart)
        with django_assert_num_queries(6):
            inhoud = inhoud_per_perron(kaart)
        with django_assert_num_queries(5):
            perroninhoud(perrons[0])
        assert sum(len(i.bijdragen) for i in inhoud.values()) >= aantal


@pytest.mark.django_db
def test_reopening_what_an_answer_builds_on_marks_it():
    kaart = maak_routekaart(maak_wijk())
    een, twee, drie = list(kaart.perrons.select_related("routekaart__wijk"))[:3]
    for perron in (een, twee, drie):
        stel_perron_vast(perron, f"Antwoord {perron.nummer} is klaar.")
    assert reisstand(kaart).perrons[2].bekijk_opnieuw == ()
    een.refresh_from_db(fields=["versie"])
    heropen(perron=een, reden="De school ontbrak.", door=None, versie=een.versie)
    hier = reisstand(kaart).perrons[2]
    assert hier.bekijk_opnieuw == (1,)
    assert "Bekijk opnieuw: perron 1 is veranderd na dit antwoord." in hier.open_zinnen
    grond = bekijk_opnieuw(hier, kaart)[0]
    assert (grond.reden, grond.stukken) == ("De school ontbrak.", [])
    stel_perron_vast(een, "Antwoord 1 is beter.")
    grond = bekijk_opnieuw(reisstand(kaart).perrons[2], kaart)[0]
    assert [s.text for s in grond.stukken if s.kind == "added"] == ["beter"]
    drie.refresh_from_db(fields=["versie"])
    heropen(perron=drie, reden="Opnieuw bekeken.", door=None, versie=drie.versie)
    stel_perron_vast(drie, "Antwoord 3, opnieuw.")
    assert reisstand(kaart).perrons[2].bekijk_opnieuw == ()


@pytest.mark.django_db
def test_an_answer_whose_ground_stands_costs_no_query(django_assert_num_queries):
    kaart = maak_routekaart(maak_wijk())
    hier = reisstand(kaart).perrons[2]
    with django_assert_num_queries(0):
        assert bekijk_opnieuw(hier, kaart) == []
