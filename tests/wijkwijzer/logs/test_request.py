# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each request has a name: in its lines, in the header of its answer, on the page for trouble."""

import asyncio
import re

import pytest
from django.db import OperationalError
from django.urls import ResolverMatch, path

from tests.factories import ingelogd, maak_lid, maak_perron, maak_wijk
from wijken.models import Rol
from wijkwijzer.asgi import application
from wijkwijzer.logs.request import named, note_page, request_id
from wijkwijzer.web import error_pages

NAAM = re.compile(r"[0-9a-f]{10}")


def gaat_fout(request):
    raise ValueError("geheim-detail van naam@voorbeeld.nl")


def gaat_stuk(request):
    raise OperationalError("connection refused")


urlpatterns = [path("fout/", gaat_fout, name="fout"), path("stuk/", gaat_stuk, name="stuk")]
handler500 = error_pages.server_error


def vraag(app, pad="/", *, methode="GET", vraagdeel=b"", koppen=()):
    """Send one request; return status, headers and body."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": methode,
        "scheme": "http",
        "path": pad,
        "raw_path": pad.encode(),
        "query_string": vraagdeel,
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1"), *koppen],
        "server": ("127.0.0.1", 8000),
        "client": ("127.0.0.1", 5),
    }
    berichten, gestuurd = [{"type": "http.request", "body": b"", "more_body": False}], []

    async def ontvang():
        if not berichten:
            await asyncio.Event().wait()
        return berichten.pop()

    async def stuur(bericht):
        gestuurd.append(bericht)

    asyncio.run(app(scope, ontvang, stuur))
    lijf = b"".join(b.get("body", b"") for b in gestuurd if b["type"] == "http.response.body")
    return gestuurd[0]["status"], dict(gestuurd[0]["headers"]), lijf.decode()


async def antwoordt(scope, receive, send):
    note_page(scope, ResolverMatch(antwoordt, (), {"slug": "haarwijk"}, url_name="proefpagina"))
    await send(
        {
            "type": "http.response.start",
            "status": 200,
            "headers": [(b"x-naam", request_id().encode())],
        }
    )
    await send({"type": "http.response.body", "body": b"ja"})


async def gaat_weg(scope, receive, send):
    """End without an answer, as Django does when the line is lost."""


async def valt_om(scope, receive, send):
    raise ZeroDivisionError("iets dat iemand typte")


def test_the_name_is_in_header_context_and_line(boek):
    status, koppen, lijf = vraag(named(antwoordt))
    assert (status, lijf) == (200, "ja")
    assert NAAM.fullmatch(koppen[b"x-request-id"].decode())
    assert koppen[b"x-naam"] == koppen[b"x-request-id"]
    (regel,) = boek.regels("wijkwijzer.verzoek")
    assert regel["verzoek"] == koppen[b"x-request-id"].decode()
    assert (regel["event"], regel["methode"], regel["pagina"], regel["status"]) == (
        "verzoek",
        "GET",
        "proefpagina",
        200,
    )
    assert (regel["wijk"], regel["level"]) == ("haarwijk", "info")
    assert regel["ms"] >= 0


def test_each_request_has_a_name_of_its_own_whatever_was_sent_along():
    eigen = [vraag(named(antwoordt), koppen=[(b"x-request-id", b"van-buiten")])[1][b"x-request-id"] for _ in range(20)]
    assert len(set(eigen)) == 20
    assert b"van-buiten" not in eigen


def test_outside_of_a_request_there_is_no_name():
    assert request_id() == ""


def test_an_application_that_fails_has_its_line_and_fails_on(boek):
    with pytest.raises(ZeroDivisionError):
        vraag(named(valt_om))
    (regel,) = boek.regels("wijkwijzer.verzoek")
    assert (regel["status"], regel["level"], regel["pagina"]) == (500, "warning", "geen")
    assert "typte" not in boek.tekst


def test_who_went_away_before_the_answer_is_no_mistake_of_ours(boek):
    asyncio.run(named(gaat_weg)({"type": "http", "path": "/", "method": "GET"}, None, None))
    (regel,) = boek.regels("wijkwijzer.verzoek")
    assert (regel["status"], regel["level"]) == (499, "info")


def test_address_question_and_a_made_up_method_stay_out(boek):
    vraag(named(antwoordt), "/m/GEHEIMECODE/", methode="MIJNWOORD", vraagdeel=b"zoek=geheime+vraag")
    assert boek.regels("wijkwijzer.verzoek")[0]["methode"] == "anders"
    assert not re.search("GEHEIMECODE|MIJNWOORD|geheime", boek.tekst)


def test_files_have_no_line_unless_something_was_wrong(boek):
    async def geeft_404(scope, receive, send):
        await send({"type": "http.response.start", "status": 404})
        await send({"type": "http.response.body"})

    _, koppen, _ = vraag(named(antwoordt), "/static/css/app.css")
    assert b"x-request-id" in koppen
    assert boek.regels() == []
    vraag(named(geeft_404), "/static/GEHEIM.css")
    assert boek.regels()[0]["status"] == 404
    assert "GEHEIM" not in boek.tekst


def test_what_is_no_request_passes():
    gezien = []

    async def leven(scope, receive, send):
        gezien.append(scope["type"])

    asyncio.run(named(leven)({"type": "lifespan"}, None, None))
    assert gezien == ["lifespan"]


@pytest.mark.django_db(transaction=True)
def test_pages_refusals_and_streams_have_one(boek):
    wijk = maak_wijk()
    maak_perron(wijk)
    koekje = ingelogd(maak_lid(wijk, Rol.LEZER)).cookies["sessionid"].value.encode()
    namen = []
    for pad, koppen, status in (
        ("/wijken/proefwijk/", [(b"cookie", b"sessionid=" + koekje)], 200),
        ("/wijken/bestaatniet/", [(b"cookie", b"sessionid=" + koekje)], 404),
        ("/wijken/proefwijk/", [], 302),
        ("/wijken/proefwijk/live/", [(b"accept", b"text/event-stream")], 401),
        ("/nergens/", [], 404),
    ):
        gekregen, gekopt, _ = vraag(application, pad, koppen=koppen)
        assert gekregen == status, pad
        namen.append(gekopt[b"x-request-id"].decode())
    regels = boek.regels("wijkwijzer.verzoek")
    assert [r["verzoek"] for r in regels] == namen
    assert [r["status"] for r in regels] == [200, 404, 302, 401, 404]
    assert [r.get("wijk") for r in regels] == ["proefwijk", None, "proefwijk", "proefwijk", None]
    assert regels[0]["pagina"] == regels[1]["pagina"] != "geen"
    assert regels[4]["pagina"] == "geen"
    assert "bestaatniet" not in boek.tekst
    assert "nergens" not in boek.tekst


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("pad", "status", "fout"), [("/fout/", 500, "ValueError"), ("/stuk/", 503, "OperationalError")]
)
def test_the_page_for_trouble_says_the_name_that_is_in_the_log(boek, pad, status, fout):
    gekregen, koppen, lijf = vraag(application, pad)
    naam = koppen[b"x-request-id"].decode()
    assert gekregen == status
    assert f"<code>{naam}</code>" in lijf
    assert "<!-- verzoek -->" not in lijf
    (regel,) = [r for r in boek.regels() if r.get("fout")]
    assert (regel["verzoek"], regel["fout"], regel["status"]) == (naam, fout, status)
    assert "test_request.py" in regel["plek"]
    assert "geheim-detail" not in boek.tekst
    assert "naam@" not in boek.tekst


@pytest.mark.parametrize("pagina", ["500.html", "503.html"])
def test_without_a_request_the_page_is_whole(pagina):
    lijf = error_pages._fixed_page(pagina).decode()
    assert "<code>" not in lijf
    assert "</html>" in lijf
    assert error_pages.MARK not in lijf.encode()
    assert error_pages.MARK in error_pages._read_page(pagina)
