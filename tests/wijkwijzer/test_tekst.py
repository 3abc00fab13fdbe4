# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words, differences and merges: nobody's words disappear."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkwijzer.tekst import Stuk, verschil, voeg_samen, wijzigingen, woorden

# The same examples in every run: a test that fails once in a while helps nobody.
vast = settings(max_examples=120, derandomize=True, deadline=None)
WOORDEN = st.sampled_from(["de", "wijk", "is", "groen", "veilig", "samen", "wij", ".", ",", "\n\n", " ", "é", "🙂"])
TEKST = st.lists(WOORDEN, max_size=25).map(" ".join)
VRIJ = st.text(max_size=60)


def bewaard(wie: str, basis: str) -> Counter[str]:
    """Return the words that a writer added to the base, with how often."""
    tellen: Counter[str] = Counter()
    for w in wijzigingen(woorden(basis), woorden(wie)):
        tellen.update(t for t in w.woorden if not t.isspace())
    return tellen


@vast
@given(VRIJ)
def test_words_joined_are_the_text(tekst):
    assert "".join(woorden(tekst)) == tekst


@vast
@given(TEKST | VRIJ, TEKST | VRIJ)
def test_a_difference_loses_nothing(oud, nieuw):
    stukken = verschil(oud, nieuw)
    assert "".join(s.tekst for s in stukken if s.soort != "erbij") == oud
    assert "".join(s.tekst for s in stukken if s.soort != "weg") == nieuw


@vast
@given(TEKST | VRIJ, TEKST | VRIJ)
def test_who_changed_nothing_does_not_disturb(basis, ander):
    for samen in (voeg_samen(basis, basis, ander), voeg_samen(basis, ander, basis), voeg_samen(basis, ander, ander)):
        assert samen.tekst == ander
        assert not samen.botsingen


@vast
@given(TEKST, TEKST, TEKST)
def test_no_word_that_somebody_added_is_left_out(basis, hun, mijn):
    samen = Counter(t for t in woorden(voeg_samen(basis, hun, mijn).tekst) if not t.isspace())
    for wie in (hun, mijn):
        assert bewaard(wie, basis) <= samen


def test_changes_in_different_places_both_happen():
    samen = voeg_samen("Er is armoede in de wijk.", "Er is veel armoede in de wijk.", "Er is armoede in de hele wijk.")
    assert samen.tekst == "Er is veel armoede in de hele wijk."
    assert not samen.botsingen


def test_changes_in_the_same_place_stay_side_by_side():
    samen = voeg_samen("De wijk is groen.", "De wijk is veilig.", "De wijk is schoon.")
    assert samen.botsingen
    assert samen.tekst == "De wijk is veilig\nschoon."


def test_two_people_who_begin_on_an_empty_page():
    samen = voeg_samen("", "Wij doen mee.", "Wij komen ook.")
    assert samen.tekst == "Wij doen mee.\nWij komen ook."
    assert samen.botsingen


def test_one_removes_what_the_other_left_alone():
    assert voeg_samen("Een twee drie.", "Een drie.", "Een twee drie vier.").tekst == "Een drie vier."


@pytest.mark.parametrize(
    ("oud", "nieuw", "stukken"),
    [
        ("", "", []),
        ("zelfde", "zelfde", [Stuk("gelijk", "zelfde")]),
        ("Een huis.", "Een groot huis.", [Stuk("gelijk", "Een"), Stuk("erbij", " groot"), Stuk("gelijk", " huis.")]),
        ("rood blauw", "geel groen", [Stuk("weg", "rood blauw"), Stuk("erbij", "geel groen")]),
    ],
)
def test_a_difference_reads_as_words(oud, nieuw, stukken):
    assert verschil(oud, nieuw) == stukken
