# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words, differences and merges: nobody's words disappear."""

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkwijzer.text.diff import Span, changes, difference, words
from wijkwijzer.text.merge import merge

# The same examples in every run: a test that fails once in a while helps nobody.
vast = settings(max_examples=120, derandomize=True, deadline=None)
WOORDEN = st.sampled_from(["de", "wijk", "is", "groen", "veilig", "samen", "wij", ".", ",", "\n\n", " ", "é", "🙂"])
TEKST = st.lists(WOORDEN, max_size=25).map(" ".join)
VRIJ = st.text(max_size=60)


def bewaard(wie: str, basis: str) -> Counter[str]:
    """Return the words that a writer added to the base, with how often."""
    tellen: Counter[str] = Counter()
    for w in changes(words(basis), words(wie)):
        tellen.update(t for t in w.words if not t.isspace())
    return tellen


def woordtelling(tekst: str) -> Counter[str]:
    return Counter(t for t in words(tekst) if not t.isspace())


def langste_rij(a: list[str], b: list[str]) -> int:
    """Return the length of a longest common subsequence, the way the textbooks do it."""
    vorige = [0] * (len(b) + 1)
    for token in a:
        rij = [0]
        for j, ander in enumerate(b):
            rij.append(vorige[j] + 1 if token == ander else max(rij[j], vorige[j + 1]))
        vorige = rij
    return vorige[-1]


@vast
@given(VRIJ)
def test_words_joined_are_the_text(tekst):
    assert "".join(words(tekst)) == tekst


@vast
@given(TEKST | VRIJ, TEKST | VRIJ)
def test_a_difference_loses_nothing(oud, nieuw):
    stukken = difference(oud, nieuw)
    assert "".join(s.text for s in stukken if s.kind != "added") == oud
    assert "".join(s.text for s in stukken if s.kind != "removed") == nieuw


@vast
@given(TEKST | VRIJ, TEKST | VRIJ)
def test_who_changed_nothing_does_not_disturb(basis, ander):
    for samen in (merge(basis, basis, ander), merge(basis, ander, basis), merge(basis, ander, ander)):
        assert samen.text == ander
        assert not samen.conflict


@vast
@given(TEKST | VRIJ, TEKST | VRIJ, TEKST | VRIJ)
def test_no_word_that_somebody_added_is_left_out(basis, hun, mijn):
    samen = woordtelling(merge(basis, hun, mijn).text)
    for wie in (hun, mijn):
        assert bewaard(wie, basis) <= samen
        assert woordtelling(wie) - woordtelling(basis) <= samen  # the same, without believing our own difference


@vast
@given(st.text("ab .", max_size=9), st.text("ab .", max_size=9), st.text("ab .", max_size=9))
def test_words_do_not_grow_together(basis, hun, mijn):
    """Few letters, so that words often touch where one writer took the space between them away."""
    samen = woordtelling(merge(basis, hun, mijn).text)
    assert all(bewaard(wie, basis) <= samen for wie in (hun, mijn))


@vast
@given(TEKST | VRIJ, TEKST | VRIJ)
def test_no_more_is_called_changed_than_was_changed(oud, nieuw):
    a, b = words(oud), words(nieuw)
    lijst = changes(a, b)
    zelfde = langste_rij(a, b)
    assert sum(w.end - w.start for w in lijst) == len(a) - zelfde
    assert sum(len(w.words) for w in lijst) == len(b) - zelfde


@pytest.mark.parametrize(
    ("basis", "hun", "mijn"),
    [
        ("a." * 2000, ".a" * 2000, "a.b" * 1333),  # difflib needs three minutes for these
        ("." * 4000, "." * 3999 + "a", "b" + "." * 3999),
        ("a " * 2000, "a " * 1990, "b " + "a " * 1999),
    ],
    ids=["swapped", "dots", "one-word"],
)
def test_a_text_made_to_be_slow_is_not(basis, hun, mijn):
    begin = time.perf_counter()
    samen = merge(basis, hun, mijn)
    assert time.perf_counter() - begin < 5
    assert bewaard(mijn, basis) <= woordtelling(samen.text)


def test_changes_in_different_places_both_happen():
    samen = merge("Er is armoede in de wijk.", "Er is veel armoede in de wijk.", "Er is armoede in de hele wijk.")
    assert samen.text == "Er is veel armoede in de hele wijk."
    assert not samen.conflict


def test_changes_in_the_same_place_stay_side_by_side():
    samen = merge("De wijk is groen.", "De wijk is veilig.", "De wijk is schoon.")
    assert samen.conflict
    assert samen.text == "De wijk is veilig\nschoon."


def test_where_they_clash_whole_phrases_stay_together():
    samen = merge("Zij hangen op straat.", "Zij zoeken een plek.", "Zij hangen op straat en vervelen zich.")
    assert samen.text == "Zij zoeken een plek\nhangen op straat en vervelen zich."
    assert samen.conflict


def test_two_people_who_begin_on_an_empty_page():
    samen = merge("", "Wij doen mee.", "Wij komen ook.")
    assert samen.text == "Wij doen mee.\nWij komen ook."
    assert samen.conflict


def test_one_removes_what_the_other_left_alone():
    assert merge("Een twee drie.", "Een drie.", "Een twee drie vier.").text == "Een drie vier."


@pytest.mark.parametrize(
    ("oud", "nieuw", "stukken"),
    [
        ("", "", []),
        ("zelfde", "zelfde", [Span("same", "zelfde")]),
        ("Een huis.", "Een groot huis.", [Span("same", "Een"), Span("added", " groot"), Span("same", " huis.")]),
        ("rood blauw", "geel groen", [Span("removed", "rood blauw"), Span("added", "geel groen")]),
    ],
)
def test_a_difference_reads_as_words(oud, nieuw, stukken):
    assert difference(oud, nieuw) == stukken
