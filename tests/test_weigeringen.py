# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything the domain refuses has a sentence that fits it, and every sentence is said somewhere."""

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

import pytest
from django.utils.translation import override

from routekaart.zaal.models import Taal
from tests.test_architectuur import BRON, modulenaam
from wijkwijzer.web.refusals import refusals


@dataclass(frozen=True)
class Weigering:
    """One place where a verb says no."""

    code: str
    parameters: frozenset[str]


def codes_in(knoop: ast.expr) -> Iterator[str]:
    """The codes that a first argument can be: words in the source, so that they can be found."""
    if isinstance(knoop, ast.IfExp):
        yield from codes_in(knoop.body)
        yield from codes_in(knoop.orelse)
        return
    assert isinstance(knoop, ast.Constant), f"not a code but {ast.unparse(knoop)}"
    yield knoop.value


def weigeringen(boom: ast.AST) -> Iterator[Weigering]:
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id == "Geweigerd":
            (eerste,) = knoop.args
            namen = {k.arg for k in knoop.keywords} - {"veld"}
            assert None not in namen, "parameters are named where a verb says no"
            yield from (Weigering(code, frozenset(namen)) for code in codes_in(eerste))


def plekken(zin: object) -> frozenset[str]:
    return frozenset(naam for _, naam, _, _ in Formatter().parse(str(zin)) if naam is not None)


PER_MODULE = {
    modulenaam(pad): gevonden
    for pad in BRON
    if (gevonden := set(weigeringen(ast.parse(pad.read_text(encoding="utf-8")))))
}
ALLE = set().union(*PER_MODULE.values())
ZINNEN = {naam: getattr(importlib.import_module(naam), "WEIGERINGEN", {}) for naam in PER_MODULE}


# What a guest can be refused with; the rest is said to members.
VOOR_GASTEN = {
    "afgelopen",
    "kies_wie",
    "navraag_vol",
    "stem_voorbij",
    "te_snel",
    "te_veel_stippen",
    "terug_onbekend",
    "voorbij",
}


def test_every_refusal_has_a_sentence():
    assert ALLE
    assert sorted({w.code for w in ALLE} - set(refusals())) == []


def test_what_a_guest_is_refused_with_is_said_in_the_language_of_the_phone():
    per_taal = {}
    for taal in Taal:
        with override(taal):
            per_taal[taal] = {code: str(zin) for code, zin in refusals().items()}
    assert {code for code, zin in per_taal[Taal.NL].items() if per_taal[Taal.EN][code] != zin} == VOOR_GASTEN


@pytest.mark.parametrize("module", sorted(PER_MODULE))
def test_a_sentence_is_declared_beside_what_raises_it(module):
    zinnen, eigen = ZINNEN[module], {w.code for w in PER_MODULE[module]}
    assert sorted(set(zinnen) - eigen) == []
    assert {code: refusals()[code] for code in zinnen} == zinnen


def test_every_sentence_that_is_offered_is_declared_by_such_a_module():
    assert sorted(refusals()) == sorted(code for zinnen in ZINNEN.values() for code in zinnen)


def test_a_sentence_names_exactly_what_is_given():
    zinnen = refusals()
    assert [w for w in ALLE if w.code in zinnen and plekken(zinnen[w.code]) != w.parameters] == []


def test_a_sentence_is_one_and_ends_as_one():
    assert [
        zin for zin in map(str, refusals().values()) if not zin[0].isupper() | (zin[0] == "{") or zin[-1] != "."
    ] == []


def test_the_walk_sees_what_it_should():
    bron = """
if dubbel:
    raise Geweigerd("staat_er_al", naam=naam, veld="naam") from fout
raise Geweigerd("vooraan" if omhoog else "achteraan")
"""
    assert set(weigeringen(ast.parse(bron))) == {
        Weigering("staat_er_al", frozenset({"naam"})),
        Weigering("vooraan", frozenset()),
        Weigering("achteraan", frozenset()),
    }
    assert plekken("De wijk {naam} is er al: {aantal} keer.") == {"naam", "aantal"}
    for los in ("Geweigerd(melding)", 'Geweigerd(f"{naam} is er al.")', 'Geweigerd("code", **gegevens)'):
        with pytest.raises(AssertionError):
            list(weigeringen(ast.parse(los)))
