# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Offering panels, kinds of structure and kinds of journal lines."""

from types import SimpleNamespace

import pytest

from wijkwijzer import registry
from wijkwijzer.registry import Panel, Section


@pytest.fixture(autouse=True)
def leeg(monkeypatch):
    monkeypatch.setattr(registry.panel, "_panels", {})
    monkeypatch.setattr(registry.line, "_lines", {})
    monkeypatch.setattr(registry.line, "_effects", {})
    monkeypatch.setattr(registry.section, "_sections", {})
    monkeypatch.setattr(registry.structure, "_structures", {})
    monkeypatch.setattr(registry.cleaning, "_cleanings", {})


def test_panels_stand_in_order_and_empty_ones_are_left_out():
    registry.offer_panel(Panel("laat", 20, "laat.html", lambda wijk, gebruiker: {"wat": f"{wijk} {gebruiker}"}))
    registry.offer_panel(Panel("vroeg", 10, "vroeg.html", lambda wijk, gebruiker: {}))
    registry.offer_panel(Panel("niets", 5, "niets.html", lambda wijk, gebruiker: None))
    assert registry.panels("wijk", "ik") == [("vroeg.html", {}), ("laat.html", {"wat": "wijk ik"})]


def test_a_name_is_taken_once():
    registry.offer_panel(Panel("een", 1, "x.html", lambda wijk, gebruiker: None))
    with pytest.raises(ValueError, match="een"):
        registry.offer_panel(Panel("een", 2, "y.html", lambda wijk, gebruiker: None))


def test_a_panel_stands_on_its_own_page():
    registry.offer_panel(Panel("een", 1, "wijk.html", lambda wijk, gebruiker: {}))
    registry.offer_panel(Panel("twee", 1, "perron.html", lambda perron, gebruiker: {}, plek="perron"))
    assert registry.panels("wijk", "ik") == [("wijk.html", {})]
    assert registry.panels("perron", "ik", plek="perron") == [("perron.html", {})]


def test_kinds_of_structure_have_a_word_of_their_own():
    een, twee = SimpleNamespace(woord="een"), SimpleNamespace(woord="twee")
    registry.offer_structure(een, twee)
    assert registry.structures() == [een, twee]
    with pytest.raises(ValueError, match="een"):
        registry.offer_structure(SimpleNamespace(woord="een"))


def test_a_kind_of_line_is_declared_once_and_has_its_sentence():
    gedaan = registry.regelsoort("gedaan", lambda regel: f"Gedaan: {regel.nieuw}.")
    assert registry.sentence(SimpleNamespace(soort="gedaan", nieuw="veel")) == "Gedaan: veel."
    assert registry.kinds() == {"gedaan": gedaan}
    with pytest.raises(KeyError):
        registry.sentence(SimpleNamespace(soort="onbekend"))
    with pytest.raises(ValueError, match="gedaan"):
        registry.regelsoort("gedaan", str)


def test_a_page_asks_whether_a_line_has_an_effect():
    op_de_wand = registry.offer_effect("wand", "The wall looks.")
    registry.regelsoort("groot", str, live={"wand"})
    registry.regelsoort("klein", str)
    regels = [SimpleNamespace(soort=soort) for soort in ("groot", "klein", "vergeten")]
    assert [op_de_wand(r) for r in regels] == [True, False, False]
    assert registry.effects() == {"wand": "The wall looks."}
    with pytest.raises(ValueError, match="wand"):
        registry.offer_effect("wand", "Another.")


def test_a_kind_of_line_may_have_an_inverse():
    gezien = []
    registry.regelsoort("heen", str, terug=lambda rij, oud, door: gezien.append((rij, oud, door)))
    registry.regelsoort("weg", str)
    registry.inverse(SimpleNamespace(soort="heen"))("rij", {"a": 1}, "ik")
    assert gezien == [("rij", {"a": 1}, "ik")]
    assert registry.inverse(SimpleNamespace(soort="weg")) is None
    assert registry.inverse(SimpleNamespace(soort="vergeten")) is None


def test_sections_stand_in_order_and_have_a_name_of_their_own():
    laat, vroeg = Section("laat", 20, "laat.html", list), Section("vroeg", 10, "vroeg.html", list)
    registry.offer_section(laat)
    registry.offer_section(vroeg)
    assert registry.sections() == [vroeg, laat]
    with pytest.raises(ValueError, match="laat"):
        registry.offer_section(Section("laat", 1, "x.html", list))


def test_cleanings_by_name():
    registry.offer_cleaning("zolder", lambda: "Leeg.")
    registry.offer_cleaning("kelder", lambda: "Ook leeg.")
    assert [(naam, doe()) for naam, doe in registry.cleanings()] == [("kelder", "Ook leeg."), ("zolder", "Leeg.")]
    with pytest.raises(ValueError, match="zolder"):
        registry.offer_cleaning("zolder", str)
