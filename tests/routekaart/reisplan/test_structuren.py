# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The structures in the travel plan: every sentence, reservation and machinist, and a file that still validates."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from routekaart.handelingen import stel_vast
from routekaart.reisplan.opstellen import stel_op
from routekaart.reisplan.rapport import naar_pdf
from tests.factories import maak_partij, maak_perron, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from tests.pdf_tekst import lees_tekst
from tests.verapdf import controleer
from wijken.onderdelen import sluit

pytestmark = pytest.mark.django_db


@pytest.fixture
def perron():
    return maak_perron(maak_wijk())


def vul(perron):
    """One row of everything, with a chain through it."""
    partij = maak_partij(perron.wijk, "De Corporatie")
    uitdaging = maak_onderdeel("uitdagingen", perron, naam="Eenzaamheid", toelichting="Mensen <b>zien</b> elkaar niet.")
    verandering = maak_onderdeel("veranderingen", perron, naam="Elkaar zien", links={"uitdagingen": [uitdaging]})
    activiteit = maak_onderdeel(
        "activiteiten", perron, naam="Koffie", eerste_stap="Een kan koffie.", links={"veranderingen": [verandering]}
    )
    maak_onderdeel("machinisten", perron, activiteit=activiteit, actor=partij.actor, functie="de wijkbeheerder")
    maak_onderdeel("opbrengsten", perron, uitdaging=uitdaging, actor=partij.actor, tekst="Minder leegstand.")
    maak_onderdeel("standpunten", perron, actor=partij.actor, keuze="voorbehoud", reden="Er is nog geen geld.")
    maak_onderdeel("toezeggingen", perron, actor=partij.actor, tekst="Een ruimte op de begane grond")
    maak_onderdeel("begrippen", perron, term="Gemengd", betekenis="Van alles wat.", voorbeeld=True)
    maak_onderdeel("inclusie", perron, deelname=partij, plaats="later")
    return partij


def test_every_sentence_is_in_the_pdf_and_both_standards_hold(perron, tmp_path: Path):
    vul(perron)
    stel_vast(
        perron=perron,
        tekst="Zo.",
        door=None,
        versie=perron.versie,
        zeggenschap="meebeslist",
        ondanks="Het kan niet wachten.",
    )
    plan = stel_op(perron.routekaart)
    bestand = tmp_path / "plan.pdf"
    bestand.write_bytes(naar_pdf(plan.rapport, plan.treinlijn_svg, plan.kaart_svg))
    tekst = lees_tekst(bestand.read_bytes())
    for zin in (
        "Eenzaamheid", "Mensen <b>zien</b> elkaar niet.", "Elkaar zien", "Koffie", "Een kan koffie.",
        "De Corporatie (de wijkbeheerder)", "Minder leegstand.", "Er is nog geen geld.", "eens, met een voorbehoud",
        "Een ruimte op de begane grond", "Gemengd (voorbeeld)", "stapt later in", "meebeslist",
        "Het kan niet wachten.", "De rode draad",
    ):  # fmt: skip
        assert zin in tekst, zin
    assert controleer(bestand) == {"PDF/UA-1": [], "PDF/A-2a": []}


def deel(perron, nummer):
    """Return one perron of the plan."""
    return stel_op(perron.routekaart).rapport.perrons[nummer - 1]


def test_a_journey_without_structures_has_no_empty_tables(perron):
    rapport = stel_op(perron.routekaart).rapport
    assert [p.structuren for p in rapport.perrons] == [[]] * 9
    assert (rapport.draad, rapport.toezeggingen, rapport.begrippen, rapport.schatten) == ([], [], None, None)


def test_what_was_closed_is_left_out(perron):
    rij = maak_onderdeel("subdoelen", perron)
    assert deel(perron, 1).structuren
    sluit(rij=rij, reden="Gehaald.", versie=rij.versie, door=None)
    assert deel(perron, 1).structuren == []


def test_of_each_party_only_the_latest_place_counts(perron):
    partij = maak_partij(perron.wijk, "De School")
    maak_onderdeel("inclusie", perron, deelname=partij, plaats="later")
    maak_onderdeel("inclusie", perron, deelname=partij, plaats="aan_boord")
    tekst = str(deel(perron, 5).structuren)
    assert "aan boord" in tekst
    assert "stapt later in" not in tekst


def test_who_chooses_not_to_join_is_not_explained(perron):
    partij = maak_partij(perron.wijk, "De School")
    maak_onderdeel("inclusie", perron, deelname=partij, plaats="eigen_keuze")
    assert "eigen keuze" in str(deel(perron, 5).structuren)


def test_the_query_count_is_constant(perron):
    partij = vul(perron)
    aantallen = []
    for aantal in (1, 30):
        for nr in range(aantal):
            u = maak_onderdeel("uitdagingen", perron, nr=nr + 100 * aantal)
            maak_onderdeel("opbrengsten", perron, uitdaging=u, actor=partij.actor)
            maak_onderdeel("veranderingen", perron, nr=nr + 100 * aantal, links={"uitdagingen": [u]})
        with CaptureQueriesContext(connection) as vragen:
            stel_op(perron.routekaart)
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
