# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a verb refuses: a code and its parameters, and the sentence that a reader gets."""

from typing import Any

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils.functional import lazy

from wijkwijzer.errors import Geweigerd
from wijkwijzer.web import refusals
from wijkwijzer.web.run_verb import DONE, INVALID, run_verb, try_verb


@pytest.fixture(autouse=True)
def _own_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "_sentences", {})


def refuse(code: str, **alles: Any) -> None:
    raise Geweigerd(code, **alles)


@pytest.fixture
def request_() -> HttpRequest:
    """A request that can carry messages."""
    request = RequestFactory().post("/")
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    return request


def test_in_a_log_it_shows_no_words_of_people() -> None:
    nee = Geweigerd("te_lang", veld="tekst", naam="Voornaam", grens=120)
    assert str(nee) == "te_lang naam grens=120"
    assert (nee.code, nee.veld, nee.gegevens) == ("te_lang", "tekst", {"naam": "Voornaam", "grens": 120})
    assert str(Geweigerd("voorbij")) == "voorbij"


def test_a_sentence_is_filled_with_what_was_given() -> None:
    refusals.offer_refusals({"doet_al_mee": "{naam} doet al mee.", "gesloten": "Dit is gesloten."})
    assert refusals.sentence(Geweigerd("doet_al_mee", naam="De {Bakker}")) == "De {Bakker} doet al mee."
    assert refusals.sentence(Geweigerd("gesloten")) == "Dit is gesloten."
    assert refusals.refusals() == {"doet_al_mee": "{naam} doet al mee.", "gesloten": "Dit is gesloten."}


def test_a_code_without_a_sentence_comes_as_it_is() -> None:
    assert refusals.sentence(Geweigerd("voorbij")) == "voorbij"


def test_a_code_means_one_thing() -> None:
    refusals.offer_refusals({"gesloten": "Dit is gesloten."})
    refusals.offer_refusals({"gesloten": "Dit is gesloten."})
    with pytest.raises(ValueError, match="gesloten"):
        refusals.offer_refusals({"gesloten": "Deze bijeenkomst is gesloten."})
    assert refusals.sentence(Geweigerd("gesloten")) == "Dit is gesloten."


def test_a_sentence_is_translated_when_it_is_read() -> None:
    taal = ["nl"]
    words = {"nl": "Dit is {wat}.", "en": "This is {wat}."}
    refusals.offer_refusals({"gesloten": lazy(lambda: words[taal[0]], str)()})
    assert refusals.sentence(Geweigerd("gesloten", wat="dicht")) == "Dit is dicht."
    taal[0] = "en"
    assert refusals.sentence(Geweigerd("gesloten", wat="dicht")) == "This is dicht."


class NaamForm(forms.Form):
    """One field."""

    naam = forms.CharField()


@pytest.mark.parametrize(("veld", "waar"), [("naam", "naam"), ("partij", "__all__"), (None, "__all__")])
def test_a_form_says_it_at_its_field(veld: str | None, waar: str) -> None:
    refusals.offer_refusals({"doet_al_mee": "{naam} doet al mee."})
    form = NaamForm({"naam": "School"})
    assert run_verb(form, lambda d: refuse("doet_al_mee", veld=veld, **d)) == INVALID
    assert form.errors == {waar: ["School doet al mee."]}


def test_a_form_shows_a_code_without_a_sentence_as_it_is() -> None:
    form = NaamForm({"naam": "x"})
    assert run_verb(form, lambda _: refuse("voorbij")) == INVALID
    assert form.errors == {"__all__": ["voorbij"]}
    assert run_verb(NaamForm({"naam": "x"}), lambda _: None) == DONE


def test_a_verb_without_a_form_is_tried_once_and_the_next_page_says_no(request_: HttpRequest) -> None:
    refusals.offer_refusals({"gesloten": "Dit is gesloten."})
    gedaan: list[int] = []
    assert try_verb(request_, lambda: gedaan.append(1)) is True
    assert list(get_messages(request_)) == []
    assert try_verb(request_, lambda: refuse("gesloten")) is False
    assert [(m.level_tag, m.message) for m in get_messages(request_)] == [("warning", "Dit is gesloten.")]
    assert gedaan == [1]


def test_another_error_is_not_swallowed(request_: HttpRequest) -> None:
    with pytest.raises(ZeroDivisionError):
        try_verb(request_, lambda: 1 // 0)
