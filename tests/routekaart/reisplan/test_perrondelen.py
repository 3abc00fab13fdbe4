# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The structures in the travel plan: every sentence, reservation and machinist, and a file that still validates."""

from dataclasses import astuple
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actoren.rapport import schatten
from routekaart.perron.handelingen import stel_vast
from routekaart.reisplan.document import StandpuntTekst, naar_pdf
from routekaart.reisplan.opstellen import stel_op
from routekaart.reisplan.perrondelen import lees_structuren, standpunten_per_perron
from tests.factories import maak_bijdrage, maak_partij, maak_perron, maak_routekaart, maak_wijk
from tests.factories_onderdelen import ALLE_SOORTEN, maak_onderdeel
from tests.factories_reisplan import maak_besluit, maak_volle_reis, zin, zinnen
from tests.pdf_tekst import lees_tekst
from tests.verapdf import controleer
from wijken.onderdelen.handelingen import sluit
from wijken.onderdelen.papier import Blok, Blokken, Rij, Tabel

pytestmark = pytest.mark.django_db

NIET_IN_PLAN = {("inclusie", "reden"), ("inclusie", "besloten_door")}


@pytest.fixture
def perron():
    return maak_perron(maak_wijk())


def sluit_rij(rij):
    rij.refresh_from_db()
    sluit(rij=rij, reden="Gehaald.", versie=rij.versie, door=None)


def structuren(perron, nummer):
    """The structures at one perron of the plan, by their heading."""
    return {s.kop: s for s in lees_structuren(perron.routekaart).per_perron.get(nummer, [])}


def deel(perron, nummer):
    """One perron of the plan."""
    return stel_op(perron.routekaart).rapport.perrons[nummer - 1]


def test_every_sentence_is_in_the_pdf_and_both_standards_hold(perron, tmp_path: Path):
    assert set(maak_volle_reis(perron)) == {s.woord for s in ALLE_SOORTEN}, "a kind that this test does not know"
    maak_bijdrage(perron, maak_partij(perron.wijk, "De School").actor, "Wij doen <mee>.")
    stel_vast(
        perron=perron,
        tekst="Iedereen telt.",
        door=None,
        versie=perron.versie,
        zeggenschap="meebeslist",
        ondanks="Het kan niet wachten.",
    )
    plan = stel_op(perron.routekaart)
    assert len(plan.draad_svgs) == len(plan.rapport.draad_beelden) == 1
    bestand = tmp_path / "plan.pdf"
    bestand.write_bytes(naar_pdf(plan.rapport, plan.treinlijn_svg, plan.kaart_svg, plan.draad_svgs))
    tekst = lees_tekst(bestand.read_bytes())
    verwacht = [z for s in ALLE_SOORTEN for veld, z in zinnen(s).items() if (s.woord, veld) not in NIET_IN_PLAN]
    assert len(verwacht) > 40
    verwacht += [
        "Iedereen telt.", "Wij doen <mee>.", "Deel van bewoners in dit antwoord: meebeslist.",
        "Er was nog iets open. Toch vastgesteld, omdat: Het kan niet wachten.",
        "Wat partijen ervan vinden Aantekening van een minderheid De Corporatie · eens, met een voorbehoud",
        "De Corporatie stapt later in bij perron 6", "Inwoners: 6.470 (wijk, 2022) Proefbureau, Proefcijfers",
        "vanaf 9 mei 2031 tot 9 mei 2031", "werkt deels", "2035", "Hoge Hof", "let op",
    ]  # fmt: skip
    # A long word in a narrow cell is broken over two lines: compare what was written, not where the lines end.
    plat = "".join(tekst.split())
    assert [z for z in verwacht if "".join(z.split()) not in plat] == []
    assert zin("inclusie", "reden") not in tekst
    assert controleer(bestand) == {"PDF/UA-1": [], "PDF/A-2a": []}


def test_every_kind_has_its_place(perron):
    """No kind can be added to the journey and be forgotten in the plan."""
    maak_volle_reis(perron)
    alles = lees_structuren(perron.routekaart)
    koppen = {s.kop for delen in alles.per_perron.values() for s in delen} | {
        alles.begrippen.kop,
        schatten(perron.wijk).kop,
    }
    per_uitdaging = {t.kop for b in structuren(perron, 2)["Uitdagingen"].blokken for t in b.tabellen}
    assert {s.kop for s in ALLE_SOORTEN if not s.overal} - koppen - per_uitdaging == {"Toezeggingen"}
    assert alles.toezeggingen


def test_a_journey_without_structures_has_no_empty_tables(perron):
    rapport = stel_op(perron.routekaart).rapport
    assert [(p.structuren, p.standpunten, p.verwijzingen) for p in rapport.perrons] == [([], [], [])] * 9
    assert (rapport.draad, rapport.toezeggingen, rapport.begrippen, rapport.delen["schatten"]) == ([], [], None, None)


def test_another_journey_of_the_wijk_stays_out(perron):
    maak_onderdeel("subdoelen", perron)
    maak_onderdeel("standpunten", perron)
    ander = maak_routekaart(perron.wijk)
    assert lees_structuren(ander).per_perron == {}
    assert standpunten_per_perron(ander) == {}


@pytest.mark.parametrize("woord", ["subdoelen", "uitdagingen", "veranderingen", "activiteiten", "risicos"])
def test_what_was_closed_is_left_out(perron, woord):
    rij = maak_onderdeel(woord, perron)
    nummer = next(s.perron for s in ALLE_SOORTEN if s.woord == woord)
    assert structuren(perron, nummer)
    sluit_rij(rij)
    assert structuren(perron, nummer) == {}


def test_closed_stands_promises_words_and_treasures_are_left_out(perron):
    rijen = maak_volle_reis(perron)
    for woord in ("standpunten", "toezeggingen", "begrippen", "schatten"):
        sluit_rij(rijen[woord])
    rapport = stel_op(perron.routekaart).rapport
    assert (rapport.toezeggingen, rapport.begrippen, rapport.delen["schatten"]) == ([], None, None)
    assert rapport.perrons[0].standpunten == []
    assert [p.verwijzingen for p in rapport.perrons] == [[]] * 9


def test_what_belongs_to_a_closed_row_goes_with_it(perron):
    rijen = maak_volle_reis(perron)
    assert {"Machinisten"} == set(structuren(perron, 7))
    assert "Onbedoelde effecten" in structuren(perron, 5)
    sluit_rij(rijen["activiteiten"])
    assert structuren(perron, 7) == {}
    assert "Onbedoelde effecten" not in structuren(perron, 5)
    sluit_rij(rijen["uitdagingen"])
    assert structuren(perron, 2) == {}
    [verandering] = structuren(perron, 3)["Veranderingen"].rijen
    assert verandering.cellen[-1] == "", "the closed challenge is not named as an open one"


def test_of_each_party_only_the_latest_place_counts(perron):
    school, bakker = maak_partij(perron.wijk, "De School"), maak_partij(perron.wijk, "De Bakker")
    maak_besluit(school, plaats="later", perron=6, reden="Er is nu geen tijd.")
    maak_besluit(bakker, plaats="niet", reden="Dat blijft onder ons.", besloten_door="het bestuur")
    maak_besluit(school, plaats="aan_boord")
    tabel = structuren(perron, 5)["Wie is aan boord, en wie niet"]
    assert [r.cellen for r in tabel.rijen] == [["De Bakker", "doet niet mee"], ["De School", "aan boord"]]


def test_who_chooses_not_to_join_is_not_explained(perron):
    maak_besluit(maak_partij(perron.wijk, "De School"), plaats="eigen_keuze")
    tabel = structuren(perron, 5)["Wie is aan boord, en wie niet"]
    assert [r.cellen for r in tabel.rijen] == [["De School", "doet zelf niet mee (eigen keuze)"]]


def test_figure_and_voice_stand_side_by_side_and_an_empty_half_says_so(perron):
    maak_onderdeel("uitdagingen", perron, naam="Stil", nr=1)
    maak_onderdeel("uitdagingen", perron, naam="Gehoord", stem="De bus komt niet.", stem_herkomst="Bij de halte", nr=2)
    stil, gehoord = structuren(perron, 2)["Uitdagingen"].blokken
    assert stil == Blok("Stil", [])
    [paar] = gehoord.tabellen
    assert not paar.rijkop
    assert paar.rijen == [Rij(["Er is geen cijfer gekoppeld.", "De bus komt niet.\nBij de halte"])]


def test_a_figure_without_a_voice_says_that_nobody_was_heard(perron):
    maak_volle_reis(perron)["uitdagingen"].__class__.objects.update(stem="", stem_herkomst="")
    paar, _ = structuren(perron, 2)["Uitdagingen"].blokken[0].tabellen
    assert paar.rijen[0].cellen[1] == "Nog geen stem van bewoners bij deze uitdaging."


def test_yields_stand_with_their_challenge_and_tell_what_was_asked_afterwards(perron):
    uitdaging = maak_onderdeel("uitdagingen", perron)
    a, b = (maak_partij(perron.wijk, naam).actor for naam in ("De Bakker", "De School"))
    maak_onderdeel("opbrengsten", perron, uitdaging=uitdaging, actor=a, tekst="Meer brood.")
    [tabel] = structuren(perron, 2)["Uitdagingen"].blokken[0].tabellen
    assert (tabel.kolommen, [r.cellen for r in tabel.rijen]) == (
        ["Partij", "Wat het moet opleveren"],
        [["De Bakker", "Meer brood."]],
    )
    maak_onderdeel(
        "opbrengsten", perron, uitdaging=uitdaging, actor=b, tekst="Rust.", nagevraagd_op="2026-05-03", merkbaar="Ja."
    )
    [tabel] = structuren(perron, 2)["Uitdagingen"].blokken[0].tabellen
    assert [r.cellen for r in tabel.rijen] == [
        ["De Bakker", "Meer brood.", ""],
        ["De School", "Rust.", "Op 3 mei 2026. Ja."],
    ]


def test_blocks_hold_only_what_was_filled_in(perron):
    maak_onderdeel("risicos", perron, naam="Geen geld", maatregel="Sparen.", voorbeeld=True)
    blokken = structuren(perron, 9)["Risico's"]
    verwacht = Blok("Geen geld", [("Ernst", "let op"), ("Wat wij doen", "Sparen.")], voorbeeld=True)
    assert blokken == Blokken("Risico's", [verwacht])


def test_the_only_one_of_its_kind_needs_no_name(perron):
    maak_onderdeel("bestemming", perron, definitie="Iedereen telt mee.")
    [blok] = structuren(perron, 1)["Onze bestemming"].blokken
    assert (blok.kop, blok.regels) == ("", [("Wat wij eronder verstaan", "Iedereen telt mee.")])


def test_the_roles_come_in_the_order_of_the_list(perron):
    for nr, rol in enumerate(("anders", "wijkregisseur", "reisleider"), 1):
        maak_onderdeel("reisgenoten", perron, rol=rol, nr=nr)
    tabel = structuren(perron, 8)["Wie nodig is"]
    assert [r.cellen[0] for r in tabel.rijen] == ["reisleider", "wijkregisseur", "ook nodig"]


@pytest.mark.parametrize(
    ("datums", "wanneer"),
    [
        ({}, ""),
        ({"van": "2026-05-01"}, "vanaf 1 mei 2026"),
        ({"tot": "2026-06-30"}, "tot 30 juni 2026"),
        ({"van": "2026-05-01", "tot": "2026-06-30"}, "vanaf 1 mei 2026 tot 30 juni 2026"),
    ],
)
def test_a_machinist_from_and_to(perron, datums, wanneer):
    maak_onderdeel("machinisten", perron, **datums)
    assert structuren(perron, 7)["Machinisten"].rijen[0].cellen[2] == wanneer


def test_promises_are_grouped_by_party_and_pointed_at(perron):
    a, b = (maak_partij(perron.wijk, naam).actor for naam in ("De Bakker", "De School"))
    for nr, actor in enumerate((a, b, a), 1):
        maak_onderdeel("toezeggingen", perron, actor=actor, tekst=f"Zaal {nr}", nr=nr)
    rapport = stel_op(perron.routekaart).rapport
    assert [(t.kop, [r.cellen[0] for r in t.rijen]) for t in rapport.toezeggingen] == [
        ("De Bakker", ["Zaal 1", "Zaal 3"]),
        ("De School", ["Zaal 2"]),
    ]
    assert [v.anker for p in rapport.perrons for v in p.verwijzingen] == ["toezeggingen"]
    assert [v.anker for v in rapport.perrons[7].verwijzingen] == ["toezeggingen"]


def test_words_stand_in_their_own_table_and_are_pointed_at(perron):
    maak_onderdeel("begrippen", perron, term="Gemengd", betekenis="Van alles wat.", afgesproken_op="2026-03-12")
    rapport = stel_op(perron.routekaart).rapport
    assert isinstance(rapport.begrippen, Tabel)
    assert rapport.begrippen.rijen == [Rij(["Gemengd", "Van alles wat.", "12 maart 2026"])]
    assert [v.anker for v in rapport.perrons[0].verwijzingen] == ["begrippen"]


def test_only_who_does_not_simply_agree_has_a_minority_note(perron):
    redenen = {"eens": "", "voorbehoud": "Eerst geld.\n\nDan pas.", "oneens": "Nee.", "bezwaar": "Te laat."}
    for keuze, reden in redenen.items():
        maak_onderdeel(
            "standpunten", perron, actor=maak_partij(perron.wijk, f"Partij {keuze}").actor, keuze=keuze, reden=reden
        )
    plan = deel(perron, 1)
    assert plan.instemming == [StandpuntTekst("Partij eens", "eens", [])]
    assert [(s.partij, s.keuze, s.reden_alineas) for s in plan.aantekeningen] == [
        ("Partij bezwaar", "bezwaar", ["Te laat."]),
        ("Partij oneens", "oneens", ["Nee."]),
        ("Partij voorbehoud", "eens, met een voorbehoud", ["Eerst geld.", "Dan pas."]),
    ]
    assert deel(perron, 2).standpunten == []


def test_an_answer_tells_the_part_of_residents_and_why_it_could_not_wait(perron):
    stel_vast(perron=perron, tekst="Zo.", door=None, versie=perron.versie, zeggenschap="geraadpleegd", ondanks="Haast.")
    antwoord = deel(perron, 1).antwoord
    assert (antwoord.zeggenschap, antwoord.ondanks) == ("geraadpleegd", "Haast.")


def test_an_older_answer_without_that_part_says_nothing(perron):
    stel_vast(perron=perron, tekst="Zo.", door=None, versie=perron.versie)
    antwoord = deel(perron, 1).antwoord
    assert (antwoord.zeggenschap, antwoord.ondanks) == ("", "")


def test_no_name_of_a_member_reaches_the_plan(perron):
    """Rows hold no persons; the one link that there is, from a machinist to a member, is not read."""
    maak_volle_reis(perron)
    with CaptureQueriesContext(connection) as vragen:
        tekst = str(astuple(stel_op(perron.routekaart).rapport))
    assert "@voorbeeld.nl" not in tekst
    assert not [v for v in vragen.captured_queries if 'FROM "wijken_gebruiker"' in v["sql"]]


def test_the_query_count_is_constant(perron):
    rijen = maak_volle_reis(perron)
    partij = rijen["inclusie"].deelname
    eerst = _vragen(perron)
    for nr in range(2, 31):
        u = maak_onderdeel("uitdagingen", perron, nr=nr, cijfer=rijen["uitdagingen"].cijfer)
        v = maak_onderdeel("veranderingen", perron, nr=nr, links={"uitdagingen": [u]})
        a = maak_onderdeel("activiteiten", perron, nr=nr, links={"veranderingen": [v]})
        maak_onderdeel("opbrengsten", perron, uitdaging=u, actor=partij.actor)
        maak_onderdeel("machinisten", perron, activiteit=a, actor=partij.actor)
        maak_onderdeel("neveneffecten", perron, activiteit=a)
        maak_onderdeel("risicos", perron, activiteit=a, eigenaar=partij.actor, nr=nr)
        maak_onderdeel("doelgroepen", perron, spreker=partij, nr=nr)
        maak_onderdeel("toezeggingen", perron, actor=partij.actor, nr=nr)
        maak_onderdeel("standpunten", perron)
        maak_onderdeel("ervaringen", perron)
        maak_onderdeel("reisgenoten", perron, actor=partij.actor, nr=nr)
        for woord in ("schatten", "subdoelen", "leervragen", "begrippen"):
            maak_onderdeel(woord, perron, nr=nr)
        maak_besluit(maak_partij(perron.wijk), plaats="aan_boord")
    assert _vragen(perron) == eerst


def _vragen(perron) -> int:
    with CaptureQueriesContext(connection) as vragen:
        stel_op(perron.routekaart)
    return len(vragen)
