# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a line: JSON or readable, with the words that are ours and none of what was typed."""

import json
import logging

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError

from wijkwijzer.logs.lines import FIELDS, describe, formatter, logging_settings


def schrijf(*, readable=False, naam="wijkwijzer.proef", tekst="Iets", waarden=(), fout=None, **meer):
    """Write one line as the handler would."""
    uitzondering = (type(fout), fout, fout.__traceback__) if fout else None
    rij = logging.LogRecord(naam, logging.WARNING, __file__, 1, tekst, waarden, uitzondering)
    rij.__dict__.update(meer)
    return formatter(readable=readable).format(rij)


def gevangen(fout):
    try:
        raise fout
    except type(fout) as zelf:
        return zelf


def test_a_line_is_json_on_one_line():
    regel = schrijf(tekst="Een\nenter met ë", status=200, pagina="begin")
    assert "\n" not in regel
    gelezen = json.loads(regel)
    assert gelezen["event"] == "Een\nenter met ë"
    assert (gelezen["level"], gelezen["logger"], gelezen["status"]) == ("warning", "wijkwijzer.proef", 200)
    assert gelezen["timestamp"].endswith("Z")


def test_the_demo_shows_lines_for_people():
    regel = schrijf(readable=True, tekst="verzoek", status=200, pagina="begin")
    assert "verzoek" in regel
    assert "status=200" in regel
    assert "\x1b" not in regel  # no colours: it may be written to a file
    with pytest.raises(json.JSONDecodeError):
        json.loads(regel)


def test_our_own_sentences_are_filled_in_and_those_of_others_are_not():
    assert json.loads(schrijf(tekst="pdf: %s seconden", waarden=(20,)))["event"] == "pdf: 20 seconden"
    ander = schrijf(naam="psycopg.pool", tekst="error connecting in %r: %s", waarden=("pool", "password=geheim"))
    assert json.loads(ander)["event"] == "error connecting in %r: %s"
    assert "geheim" not in ander
    gelijkend = schrijf(naam="wijkenbouw", tekst="waarde %s", waarden=("geheim",))
    assert "geheim" not in gelijkend


@pytest.mark.parametrize("naam", ["django.request", "django.security.DisallowedHost", "django.security.csrf"])
def test_django_puts_what_was_typed_in_its_sentences_and_none_of_it_stays(naam):
    regel = schrijf(naam=naam, tekst="Invalid HTTP_HOST header: 'geheim'", status_code=400, request="<GET /geheim>")
    assert "geheim" not in regel
    assert json.loads(regel)["status"] == 400
    assert "geheim" not in schrijf(naam=naam, tekst="%s: %s", waarden=("Not Found", "/m/geheim/"))


def test_only_fields_that_we_know_are_written():
    regel = schrijf(tekst="Iets", reden="csrf", body="geheim", email="geheim", user="geheim")
    assert "geheim" not in regel
    assert json.loads(regel)["reden"] == "csrf"
    assert "account" in FIELDS


@pytest.mark.parametrize("naam", ["wijkwijzer.proef", "uvicorn.error", "asyncio"])
def test_an_exception_says_its_kind_and_place_and_not_its_text(naam):
    fout = gevangen(IntegrityError('Key (email)=(iemand@voorbeeld.nl) already exists: "mijn kaart"'))
    regel = schrijf(naam=naam, fout=fout)
    assert "iemand" not in regel
    assert "mijn kaart" not in regel
    gelezen = json.loads(regel)
    assert gelezen["fout"] == "IntegrityError"
    assert gelezen["plek"].endswith("gevangen")
    assert "logs/test_lines.py" in gelezen["plek"]
    assert "tekst" not in gelezen
    assert "Traceback" not in regel


def test_an_exception_in_the_demo_shows_no_more():
    regel = schrijf(readable=True, fout=gevangen(ValueError("mijn kaart")))
    assert "mijn kaart" not in regel
    assert "ValueError" in regel


def test_what_an_exception_of_code_or_machine_says_is_kept():
    assert describe(gevangen(AttributeError("'str' object has no attribute 'x'")))["tekst"].startswith("'str'")
    assert describe(gevangen(OperationalError("database is locked")))["tekst"] == "database is locked"
    op_schijf = describe(gevangen(FileNotFoundError(2, "No such file or directory", "/uploads/mijn brief.pdf")))
    assert op_schijf["tekst"] == "No such file or directory"
    assert "brief" not in str(op_schijf)


def test_the_cause_of_an_exception_is_named():
    fout = gevangen(RuntimeError("mijn kaart"))
    fout.__cause__ = gevangen(KeyError("mijn kaart"))
    beschreven = describe(fout)
    assert beschreven["door_fout"] == "KeyError"
    assert "kaart" not in str(beschreven)


def test_an_address_that_slips_through_is_hidden():
    regel = schrijf(tekst="Geen post voor %s", waarden=("iemand@voorbeeld.nl",), reden="van <iemand@voorbeeld.nl>")
    assert "iemand" not in regel
    assert "voorbeeld.nl" not in regel
    assert json.loads(regel)["event"] == "Geen post voor [adres]"


def test_production_writes_json_and_the_demo_does_not():
    assert logging_settings(readable=False)["formatters"]["lijn"]["readable"] is False
    assert logging_settings(readable=settings.DEMO) == settings.LOGGING


def test_nobody_is_mailed_a_request():
    """Django's own configuration mails administrators the request with its fields when something fails."""
    assert logging.getLogger("django").handlers == []
    assert logging.getLogger("django.request").handlers == []
    assert logging.getLogger("django.request").getEffectiveLevel() == logging.ERROR


def test_a_strangers_host_header_is_no_mistake(client, boek):
    """It comes as often as strangers like; the line of its request says 400."""
    assert client.get("/inloggen/", headers={"host": "geheim.example"}).status_code == 400
    assert boek.regels() == []
