# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Offering panels and sentences."""

from types import SimpleNamespace

import pytest

from wijkwijzer import register
from wijkwijzer.register import Paneel


@pytest.fixture(autouse=True)
def leeg(monkeypatch):
    monkeypatch.setattr(register, "_panelen", {})
    monkeypatch.setattr(register, "_zinnen", {})


def test_panels_stand_in_order_and_empty_ones_are_left_out():
    register.bied_paneel(Paneel("laat", 20, "laat.html", lambda wijk, gebruiker: {"wat": f"{wijk} {gebruiker}"}))
    register.bied_paneel(Paneel("vroeg", 10, "vroeg.html", lambda wijk, gebruiker: {}))
    register.bied_paneel(Paneel("niets", 5, "niets.html", lambda wijk, gebruiker: None))
    assert register.panelen("wijk", "ik") == [("vroeg.html", {}), ("laat.html", {"wat": "wijk ik"})]


def test_a_name_is_taken_once():
    register.bied_paneel(Paneel("een", 1, "x.html", lambda wijk, gebruiker: None))
    with pytest.raises(ValueError, match="een"):
        register.bied_paneel(Paneel("een", 2, "y.html", lambda wijk, gebruiker: None))


def test_a_panel_stands_on_its_own_page():
    register.bied_paneel(Paneel("een", 1, "wijk.html", lambda wijk, gebruiker: {}))
    register.bied_paneel(Paneel("twee", 1, "perron.html", lambda perron, gebruiker: {}, plek="perron"))
    assert register.panelen("wijk", "ik") == [("wijk.html", {})]
    assert register.panelen("perron", "ik", plek="perron") == [("perron.html", {})]


def test_sentences_by_kind():
    register.bied_zin("gedaan", lambda regel: f"Gedaan: {regel.nieuw}.")
    assert register.zin(SimpleNamespace(soort="gedaan", nieuw="veel")) == "Gedaan: veel."
    assert register.soorten() == {"gedaan"}
    with pytest.raises(KeyError):
        register.zin(SimpleNamespace(soort="onbekend"))
    with pytest.raises(ValueError, match="gedaan"):
        register.bied_zin("gedaan", str)
