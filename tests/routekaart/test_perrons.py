# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The nine perrons: literal headings and questions of the report, phases, names on the line, tips."""

import ast
import dataclasses
import re
import sys
from pathlib import Path

import pytest

from routekaart import perrons
from routekaart.perrons import BRON, FASEN, PERRONS, POSTERTITEL, Fase, perronsoort

KOPPEN = {
    1: "Bepaal samen de reisbestemming",
    2: "Voor welke uitdagingen is de inclusieve wijk een oplossing?",
    3: "Welke veranderingen zijn nodig om tot een inclusieve wijk te komen?",
    4: "Wie zijn de doelgroepen?",
    5: "Wie worden nu (bewust) niet meegenomen?",
    6: "Welke activiteiten, aanpakken, interventies gaan we inzetten?",
    7: "Wie is de machinist/procestrekker?",
    8: "Wie zijn nodig om bij de eindbestemming te komen?",
    9: "Welke risico's kom je onderweg tegen?",
}
# Only where the poster differs from the page.
POSTERKOPPEN = {
    1: "Wat verstaan we onder een inclusieve wijk?",
    2: "Voor welke uitdagingen is de inclusieve wijk de oplossing?",
    6: "Welke activiteiten/aanpakken/interventies?",
    8: "Wie zijn nodig om de bestemming te bereiken?",
    9: "Welke risico's zien jullie?",
}
LETTERLIJKE_VRAGEN = [
    (1, "Wat verstaan we onder de inclusieve wijk?"),
    (2, "Wat verwachten we van het streven naar de inclusieve wijk?"),
    (2, "Welke opbrengsten zou de strategie moeten hebben voor de wijk?"),
    (2, "Hoe verschilt dat per betrokken partij/belanghebbende?"),
    (4, "Wie heeft er belang bij deze reis? Wiens doel staat voorop?"),
    (4, "Welke partijen en doelgroepen worden meegenomen in het vormgeven en maken van de reis?"),
    (5, "En welke niet? Waarom is dit?"),
    (5, "In hoeverre heeft iedereen een gelijkwaardige kans om het reisplan te bepalen?"),
    (
        5,
        (
            "Wat verandert er voor betrokken partijen en doelgroepen? Hoe weten we dat? "
            "Wat zijn onbedoelde effecten en hoe schadelijk kan dat zijn?"
        ),
    ),
    (6, "Wat is de komende tijd nodig om bij de bestemming te komen?"),
    (
        7,
        (
            "Wie is verantwoordelijk voor welke activiteiten? "
            "En zorgt dat deze op gang blijven als brandstof voor de trein?"
        ),
    ),
    (9, "Ligt de trein op schema, en hoe om te gaan met vertraging?"),
    (9, "Welke partijen en doelgroepen zijn aan boord, hebben de trein gemist of dreigen ervan te vallen?"),
]


def test_nine_perrons_in_order_of_travel() -> None:
    assert [p.nummer for p in PERRONS] == list(range(1, 10))


def test_headings_are_those_of_the_report() -> None:
    assert {p.nummer: p.kop for p in PERRONS} == KOPPEN


def test_poster_headings_are_those_of_the_poster() -> None:
    assert {p.nummer: p.posterkop for p in PERRONS} == KOPPEN | POSTERKOPPEN


@pytest.mark.parametrize(("nummer", "vraag"), LETTERLIJKE_VRAGEN)
def test_literal_question_stands_on_its_perron_only(nummer: int, vraag: str) -> None:
    assert [p.nummer for p in PERRONS if vraag in p.vragen] == [nummer]


def test_every_perron_asks_something_and_asks_it_once() -> None:
    for perron in PERRONS:
        assert perron.vragen, perron
        assert len(set(perron.vragen)) == len(perron.vragen)
        for vraag in perron.vragen:
            assert vraag.endswith("?"), vraag


def test_perrons_4_and_5_share_one_question_and_no_other_perron_has_one() -> None:
    gedeeld = {p.nummer: p.gedeelde_vraag for p in PERRONS if p.gedeelde_vraag}
    vraag = "Hoe ervaren betrokken partijen en doelgroepen het ontwerpproces zelf?"
    assert gedeeld == {4: vraag, 5: vraag}


def test_phases_hold_three_four_and_two_perrons() -> None:
    assert list(FASEN) == [Fase.RICHTEN, Fase.INRICHTEN, Fase.VERRICHTEN]
    assert [[p.nummer for p in groep] for groep in FASEN.values()] == [[1, 2, 3], [4, 5, 6, 7], [8, 9]]
    assert all(p.fase is fase for fase, groep in FASEN.items() for p in groep)


def test_phase_labels_are_words_for_the_screen() -> None:
    assert [f.label for f in Fase] == ["Richten", "Inrichten", "Verrichten"]
    assert [str(f) for f in Fase] == ["richten", "inrichten", "verrichten"]


def test_short_names_fit_on_the_train_line_and_differ() -> None:
    namen = [p.korte_naam for p in PERRONS]
    assert namen == [
        "Bestemming",
        "Uitdagingen",
        "Veranderingen",
        "Doelgroepen",
        "Wie ontbreekt",
        "Activiteiten",
        "Machinist",
        "Reisgezelschap",
        "Risico's",
    ]


def test_two_to_four_tips_in_short_whole_sentences() -> None:
    for perron in PERRONS:
        assert 2 <= len(perron.tips) <= 4, perron.nummer
        for tip in perron.tips:
            assert tip.endswith("."), tip
            for zin in re.split(r"(?<=[.?:!]) ", tip):
                assert len(zin.split()) <= 24, f"too long for B1: {zin}"


def test_no_tip_is_given_twice() -> None:
    tips = [tip for p in PERRONS for tip in p.tips]
    assert len(set(tips)) == len(tips)


@pytest.mark.parametrize("nummer", range(1, 10))
def test_perronsoort_finds_by_number(nummer: int) -> None:
    assert perronsoort(nummer).nummer == nummer


@pytest.mark.parametrize("nummer", [0, 10, -1])
def test_unknown_number_is_a_key_error(nummer: int) -> None:
    with pytest.raises(KeyError):
        perronsoort(nummer)


def test_perrons_and_phases_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        PERRONS[0].kop = "Anders"  # type: ignore[misc]
    with pytest.raises(TypeError):
        FASEN[Fase.RICHTEN] = ()  # type: ignore[index]


def test_source_is_cited_with_publishers_place_and_year() -> None:
    assert str(BRON) == (
        "Platform31 en Movisie (2023). De gemengde wijk als tussenstap naar de inclusieve wijk. Den Haag."
    )


def test_poster_title_asks_for_the_name_of_the_wijk() -> None:
    assert POSTERTITEL == "De reisroute via de gemengde wijk naar de inclusieve wijk van:"


def test_module_needs_nothing_but_the_standard_library() -> None:
    boom = ast.parse(Path(perrons.__file__).read_text(encoding="utf-8"))
    namen = {a.name for n in ast.walk(boom) if isinstance(n, ast.Import) for a in n.names}
    namen |= {str(n.module) for n in ast.walk(boom) if isinstance(n, ast.ImportFrom)}
    assert {naam.split(".")[0] for naam in namen} <= sys.stdlib_module_names
