# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rode draad: which gaps it names, and how the chain hangs together."""

from datetime import date, timedelta

import pytest
from django.urls import resolve, reverse

from actoren.models import Plaats
from routekaart.models import Ernst, Uitdaging
from routekaart.rodedraad.keten import lees_draad
from routekaart.rodedraad.rijen import Wegwijzer
from tests import factories_draad as maak
from tests.factories import maak_partij, maak_routekaart
from tests.factories_draad import VANDAAG, gaten, heel, lees, soorten

pytestmark = pytest.mark.django_db
BASIS = "/wijken/proefwijk/routekaart/perron/"


@pytest.fixture
def reis():
    return maak.maak_reis()


# What is missing


def test_an_empty_journey_misses_nothing_yet(reis):
    draad = lees(reis)
    assert draad.leeg
    assert draad.gaten == ()
    assert draad.begin_url == f"{BASIS}1/bestemming/nieuw/"


def test_a_whole_thread_has_no_gaps(reis):
    heel(reis, 3)
    draad = lees(reis)
    assert (draad.leeg, draad.gaten, draad.kop) == (False, (), "De draad loopt door.")


def test_a_thread_starts_with_a_destination_and_a_challenge(reis):
    maak.maak_risico(reis["kaart"])
    assert gaten(reis) == [
        ("geen_bestemming", f"{BASIS}1/bestemming/nieuw/"),
        ("geen_uitdaging", f"{BASIS}2/uitdagingen/nieuw/"),
    ]
    assert lees(reis).gaten[0].zin == "De bestemming is nog niet opgeschreven."


def test_an_example_is_marked_in_the_thread(reis):
    maak.maak_uitdaging(reis["kaart"], "Bedacht")
    maak.maak_uitdaging(reis["kaart"], "Gehoord")
    Uitdaging.objects.filter(naam="Bedacht").update(voorbeeld=True)
    merken = {u["naam"]: u["voorbeeld"] for u in lees(reis).uitdagingen}
    assert merken == {"Bedacht": True, "Gehoord": False}


def test_a_challenge_without_change_yield_and_voice(reis):
    maak.maak_bestemming(reis["kaart"])
    u = maak.maak_uitdaging(reis["kaart"], "Eenzaamheid", stem=" ")
    draad = lees(reis)
    assert [(g.soort, g.url) for g in draad.gaten] == [
        ("uitdaging_zonder_stem", f"{BASIS}2/uitdagingen/{u.sleutel}/"),
        ("uitdaging_zonder_opbrengst", f"{BASIS}2/opbrengsten/nieuw/?uitdaging={u.sleutel}"),
        ("uitdaging_zonder_verandering", f"{BASIS}3/veranderingen/nieuw/?uitdagingen={u.sleutel}"),
    ]
    assert all("“Eenzaamheid”" in g.zin for g in draad.gaten)
    assert draad.kop == "Er mist nog iets op drie plekken."


def test_a_figure_may_be_missing(reis):
    u = heel(reis)["uitdagingen"][0]
    assert u.cijfer is None
    assert soorten(reis) == []


def test_a_change_without_challenge_and_activity(reis):
    heel(reis)
    v = maak.maak_verandering(reis["kaart"], "Meer plekken")
    assert gaten(reis) == [
        ("verandering_zonder_uitdaging", f"{BASIS}3/veranderingen/{v.sleutel}/"),
        ("verandering_zonder_activiteit", f"{BASIS}6/activiteiten/nieuw/?veranderingen={v.sleutel}"),
    ]
    assert [x["naam"] for x in lees(reis).losse_veranderingen] == ["Meer plekken"]


def test_an_activity_without_change_and_machinist(reis):
    heel(reis)
    a = maak.maak_activiteit(reis["kaart"], "Zomerfeest")
    assert gaten(reis) == [
        ("activiteit_zonder_verandering", f"{BASIS}6/activiteiten/{a.sleutel}/"),
        ("activiteit_zonder_machinist", f"{BASIS}7/machinisten/nieuw/?activiteit={a.sleutel}"),
    ]
    assert [x["naam"] for x in lees(reis).losse_activiteiten] == ["Zomerfeest"]


@pytest.mark.parametrize(
    ("dagen", "opvolging", "verwacht"),
    [
        (None, "", []),
        (-1, "Iemand anders.", ["activiteit_zonder_machinist"]),
        (0, "", ["machinist_stopt"]),
        (60, "", ["machinist_stopt"]),
        (60, "De school.", []),
        (61, "", []),
    ],
)
def test_a_machinist_who_stops(reis, dagen, opvolging, verwacht):
    v = heel(reis)["veranderingen"][0]
    a = maak.maak_activiteit(reis["kaart"], "Fietsles", v)
    tot = VANDAAG + timedelta(days=dagen) if dagen is not None else None
    inzet = maak.maak_inzet(a, reis["actor"], tot=tot, opvolging=opvolging)
    assert soorten(reis) == verwacht
    if verwacht == ["machinist_stopt"]:
        assert gaten(reis)[0][1] == f"{BASIS}7/machinisten/{inzet.sleutel}/"


def test_another_machinist_who_goes_on_takes_over(reis):
    v = heel(reis)["veranderingen"][0]
    a = maak.maak_activiteit(reis["kaart"], "Fietsles", v)
    maak.maak_inzet(a, reis["actor"], tot=VANDAAG + timedelta(days=10))
    ander = maak_partij(reis["wijk"]).actor
    tweede = maak.maak_inzet(a, ander, tot=VANDAAG + timedelta(days=300))
    assert soorten(reis) == []
    maak.sluit_rij(tweede)
    assert soorten(reis) == ["machinist_stopt"]


@pytest.mark.parametrize(
    ("dagen", "daarna", "woord"),
    [(91, "", ""), (90, "", "loopt"), (0, "", "loopt"), (-1, "", "liep"), (-400, "", "liep"), (10, "Een groep.", "")],
)
def test_money_that_runs_out(reis, dagen, daarna, woord):
    v = heel(reis)["veranderingen"][0]
    tot = VANDAAG + timedelta(days=dagen)
    a = maak.maak_activiteit(reis["kaart"], "Fietsles", v, financiering_tot=tot, daarna=daarna)
    maak.maak_inzet(a, reis["actor"])
    gevonden = lees(reis).gaten
    assert [g.soort for g in gevonden] == (["financiering_loopt_af"] if woord else [])
    if woord:
        assert f"“Fietsles” {woord} tot {tot.day} " in gevonden[0].zin
        assert gevonden[0].url == f"{BASIS}6/activiteiten/{a.sleutel}/"


def test_nobody_asked_after_the_yield_once_something_works(reis):
    delen = heel(reis)
    v = delen["veranderingen"][0]
    assert soorten(reis) == []
    a = maak.maak_activiteit(reis["kaart"], "Fietsles", v, werkt="deels")
    maak.maak_inzet(a, reis["actor"])
    los = maak.maak_uitdaging(reis["kaart"], "Los")
    maak.maak_verandering(reis["kaart"], "", los)
    maak.maak_opbrengst(los, reis["actor"])
    alle = lees(reis).gaten
    # The yield of the other challenge is left alone: nothing works there yet.
    assert [g.soort for g in alle] == ["opbrengst_niet_nagevraagd", "verandering_zonder_activiteit"]
    assert "Aan De Corporatie is nog niet gevraagd" in alle[0].zin
    assert alle[0].url.startswith(f"{BASIS}2/opbrengsten/")


def test_a_yield_that_was_asked_after_shows_what_was_said(reis):
    delen = heel(reis)
    a = maak.maak_activiteit(reis["kaart"], "Fietsles", delen["veranderingen"][0], werkt="ja")
    maak.maak_inzet(a, reis["actor"])
    opbrengst = delen["uitdagingen"][0].opbrengsten.get()
    maak.sluit_rij(opbrengst)
    ander = maak_partij(reis["wijk"]).actor
    maak.maak_opbrengst(delen["uitdagingen"][0], ander, nagevraagd_op=date(2026, 2, 1), merkbaar="Meer groeten.")
    draad = lees(reis)
    assert draad.gaten == ()
    assert [o["opbracht"] for o in draad.uitdagingen[0]["opbrengsten"]] == [
        "Nagevraagd op 1 februari 2026. Meer groeten."
    ]


def test_a_group_without_a_voice(reis):
    heel(reis)
    stil = maak.maak_doelgroep(reis["wijk"], "jongeren")
    maak.maak_doelgroep(reis["wijk"], "ouderen", reis["deelname"])
    assert gaten(reis) == [("doelgroep_zonder_spreker", f"{BASIS}4/doelgroepen/{stil.sleutel}/")]
    assert "“jongeren” spreekt nog niemand" in lees(reis).gaten[0].zin


@pytest.mark.parametrize(
    ("ernst", "met_eigenaar", "mist"),
    [(Ernst.LET_OP, False, False), (Ernst.REGELEN, False, True), (Ernst.STOP, False, True), (Ernst.STOP, True, False)],
)
def test_a_risk_that_nobody_watches(reis, ernst, met_eigenaar, mist):
    heel(reis)
    r = maak.maak_risico(reis["kaart"], ernst=ernst, eigenaar=reis["actor"] if met_eigenaar else None)
    assert gaten(reis) == ([("risico_zonder_eigenaar", f"{BASIS}9/risicos/{r.sleutel}/")] if mist else [])


def test_who_was_never_asked_is_a_number_not_a_list(reis):
    heel(reis)
    maak_partij(reis["wijk"], "De School")
    groep = maak.maak_doelgroep(reis["wijk"], "ouderen", reis["deelname"])
    assert soorten(reis) == []  # the coalition has not come to that question
    maak.maak_ervaring(reis["wijk"], doelgroep=groep)
    (gat,) = lees(reis).gaten
    assert gat.soort == "ervaring_niet_gevraagd"
    assert gat.zin == "Aan 2 partijen is nog niet gevraagd hoe zij het maken van het plan ervaren."
    assert gat.url == f"{BASIS}5/ervaringen/nieuw/"
    maak.maak_ervaring(reis["wijk"], deelname=reis["deelname"])
    maak.maak_doelgroep(reis["wijk"], "jongeren", reis["deelname"])
    assert "Aan 1 partij en 1 doelgroep is nog niet gevraagd" in lees(reis).gaten[0].zin


def test_who_chose_not_to_join_is_not_counted(reis):
    heel(reis)
    maak.maak_ervaring(reis["wijk"], deelname=reis["deelname"])
    ander = maak_partij(reis["wijk"], "De School")
    maak.maak_besluit(ander, Plaats.AAN_BOORD)
    assert soorten(reis) == ["ervaring_niet_gevraagd"]
    maak.maak_besluit(ander, Plaats.EIGEN_KEUZE)
    assert soorten(reis) == []


def test_closed_rows_do_not_count(reis):
    delen = heel(reis)
    maak.sluit_rij(delen["machinisten"][0])
    assert soorten(reis) == ["activiteit_zonder_machinist"]
    maak.sluit_rij(delen["activiteiten"][0])
    assert soorten(reis) == ["verandering_zonder_activiteit"]
    draad = lees(reis)
    # A risk outlives its activity: then it belongs to the journey.
    assert len(draad.losse_risicos) == 1
    maak.sluit_rij(delen["uitdagingen"][0])
    assert soorten(reis) == ["verandering_zonder_uitdaging", "verandering_zonder_activiteit"]
    maak.sluit_rij(delen["veranderingen"][0])
    assert soorten(reis) == ["geen_uitdaging"]


def test_another_journey_has_its_own_thread(reis):
    delen = heel(reis)
    tweede = maak_routekaart(reis["wijk"], "De tweede")
    v = maak.maak_verandering(tweede, "Anders", delen["uitdagingen"][0])
    maak.maak_bestemming(tweede)
    maak.maak_inzet(maak.maak_activiteit(tweede, "", v), reis["actor"])
    assert soorten(reis) == []
    draad = lees_draad(tweede, vandaag=VANDAAG)
    assert [g.soort for g in draad.gaten] == ["verandering_zonder_uitdaging"]
    assert draad.uitdagingen == []


def test_the_heading_counts_in_words(reis):
    heel(reis)
    maak.maak_doelgroep(reis["wijk"])
    assert lees(reis).kop == "Er mist nog iets op één plek."
    for _ in range(12):
        maak.maak_doelgroep(reis["wijk"])
    assert lees(reis).kop == "Er mist nog iets op 13 plekken."


def test_a_long_name_is_cut_in_a_sentence_only(reis):
    heel(reis)
    naam = "Een heel lange naam " * 9
    maak.maak_verandering(reis["kaart"], naam.strip())
    draad = lees(reis)
    assert all(len(g.zin) < 200 for g in draad.gaten)
    assert draad.losse_veranderingen[0]["naam"] == naam.strip()


# How it hangs together


def test_everything_stands_once_and_is_pointed_at_after_that(reis):
    kaart = reis["kaart"]
    u1, u2 = maak.maak_uitdaging(kaart, "Een"), maak.maak_uitdaging(kaart, "Twee")
    gedeeld = maak.maak_verandering(kaart, "Gedeeld", u1, u2)
    eigen = maak.maak_verandering(kaart, "Eigen", u2)
    a = maak.maak_activiteit(kaart, "Samen <koken>", gedeeld, eigen)
    eerste, tweede = lees(reis).uitdagingen
    assert [v["naam"] for v in eerste["eigen"]] == ["Gedeeld"]
    assert [v["naam"] for v in tweede["veranderingen"]] == ["Gedeeld", "Eigen"]
    assert [v["naam"] for v in tweede["eigen"]] == ["Eigen"]
    assert tweede["elders"] == f'<a class="nl-link" href="#verandering-{gedeeld.sleutel}">Gedeeld</a>'
    assert eerste["eigen"][0]["eigen"] == tweede["eigen"][0]["activiteiten"]
    assert tweede["eigen"][0]["eigen"] == []
    verwijzing = f'<a class="nl-link" href="#activiteit-{a.sleutel}">Samen &lt;koken&gt;</a>'
    assert tweede["eigen"][0]["elders"] == verwijzing


def test_an_activity_carries_its_people_its_risks_and_what_it_yielded(reis):
    kaart, actor = reis["kaart"], reis["actor"]
    a = maak.maak_activiteit(kaart, "Fietsles", werkt="nee", werkt_toelichting="Niemand kwam.")
    maak.maak_inzet(a, actor, tot=date(2027, 5, 3))
    maak.maak_risico(kaart, "Geen fietsen", activiteit=a, ernst=Ernst.STOP, eigenaar=actor)
    (schakel,) = lees(reis).losse_activiteiten
    assert [(m["naam"], m["zin"]) for m in schakel["machinisten"]] == [("De Corporatie", "tot 3 mei 2027")]
    assert [(r["naam"], r["zin"]) for r in schakel["risicos"]] == [("Geen fietsen", "stop, De Corporatie let hierop")]
    assert (schakel["werkt"], schakel["opbracht"]) == ("werkt niet", "Niemand kwam.")


def test_every_address_is_one_that_exists(reis):
    heel(reis)
    maak.maak_uitdaging(reis["kaart"], stem="")
    maak.maak_activiteit(reis["kaart"])
    maak.maak_verandering(reis["kaart"])
    u = lees(reis).uitdagingen[0]
    assert u["url"] == reverse("onderdeel", args=["proefwijk", 2, "uitdagingen", u["anker"].removeprefix("uitdaging-")])
    for gat in lees(reis).gaten:
        assert resolve(gat.url.split("?")[0]).url_name in {"onderdeel", "onderdeel_nieuw"}


def test_who_may_not_write_is_led_to_where_it_stands(reis):
    sleutel = reis["actor"].sleutel
    lezer = Wegwijzer("proefwijk", schrijft=False, partijen=frozenset())
    assert lezer.rij("risicos", sleutel) == f"{BASIS}9/#rij-{sleutel}"
    assert lezer.nieuw("machinisten", activiteit=sleutel) == f"{BASIS}7/#machinisten"
    zwijger = Wegwijzer("proefwijk", partijen=frozenset())
    assert zwijger.nieuw("opbrengsten", uitdaging=sleutel) == f"{BASIS}2/#opbrengsten"
    assert zwijger.nieuw("uitdagingen") == f"{BASIS}2/uitdagingen/nieuw/"
    spreker = Wegwijzer("proefwijk", partijen=frozenset({7}))
    assert spreker.rij("opbrengsten", sleutel, partij=7) == f"{BASIS}2/opbrengsten/{sleutel}/"
    assert spreker.rij("opbrengsten", sleutel, partij=8) == f"{BASIS}2/#rij-{sleutel}"
