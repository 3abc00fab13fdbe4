# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every address, walked by a guest, each role and a member of another wijk.

An address that is missing from the table fails; so does a table line without an address.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from routekaart.perron.handelingen import stel_vast
from routekaart.zaal.besluiten.handelingen import spreek_af
from routekaart.zaal.gasten.handelingen import maak_terugkomst
from routekaart.zaal.models import Stap
from tests.factories import (
    ingelogd,
    maak_bijdrage,
    maak_gebruiker,
    maak_lid,
    maak_partij,
    maak_perron,
    maak_routekaart,
    maak_wijk,
)
from tests.factories_onderdelen import maak_onderdeel
from tests.factories_zaal import maak_gast, maak_kaart, maak_navraag, maak_sessie, naar
from tests.voorbeelden import eens
from tests.werk import doe_taken
from wijken.models import Rol
from wijkwijzer.pdf.models import Document

OPEN = {"gast": 200, "lezer": 200, "deelnemer": 200, "reisleider": 200, "wijkregisseur": 200, "vreemd": 200}
LEDEN = {"gast": 302, "lezer": 200, "deelnemer": 200, "reisleider": 200, "wijkregisseur": 200, "vreemd": 404}
TERUG = LEDEN | {"deelnemer": 302, "reisleider": 302, "wijkregisseur": 302}
BIJDRAGEN = TERUG | {"lezer": 403}
LEIDING = BIJDRAGEN | {"deelnemer": 403}
LEIDING_PAGINA = LEDEN | {"lezer": 403, "deelnemer": 403}
BEHEER = LEDEN | {"lezer": 403, "deelnemer": 403, "reisleider": 403}
EIGEN_BIJDRAGE = LEDEN | {"lezer": 403}


class Regel(NamedTuple):
    """An address by name, with what it needs, and the status of a GET and of an empty POST for each visitor."""

    args: tuple[str, ...]
    get: dict[str, int]
    post: dict[str, int]


def _post(gelukt: int, wie: dict[str, int]) -> dict[str, int]:
    """The answers to an empty POST: who may gets `gelukt`; the others what they get on a GET."""
    naar_login = {"gast": 303}
    return {naam: gelukt if status in {200, 202, 302} else status for naam, status in wie.items()} | naar_login


LEES = dict.fromkeys(OPEN, 405)
# A document is asked for: the answer is a page until the worker made it.
DOCUMENT = LEDEN | {naam: 202 for naam, status in LEDEN.items() if status == 200}
TABEL = {
    "begin": Regel((), OPEN, OPEN),
    "inloggen": Regel((), OPEN | {n: 302 for n in OPEN if n != "gast"}, OPEN | {n: 302 for n in OPEN if n != "gast"}),
    "uitloggen": Regel((), LEES, dict.fromkeys(OPEN, 302)),
    "wijken": Regel((), OPEN | {"gast": 302}, OPEN | {"gast": 303}),
    "wijk": Regel(("slug",), LEDEN, _post(200, LEDEN)),
    "live": Regel(("slug",), LEDEN, _post(200, LEDEN)),
    "journaal": Regel(("slug",), LEDEN, _post(200, LEDEN)),
    "routekaart": Regel(("slug",), LEDEN, _post(200, LEDEN)),
    "routekaarten": Regel(("slug",), LEDEN, _post(200, LEDEN)),
    "eerdere_routekaart": Regel(("slug", "eerder"), LEDEN, _post(200, LEDEN)),
    "eerder_perron": Regel(("slug", "eerder", "nummer"), LEDEN, _post(200, LEDEN)),
    "perron": Regel(("slug", "nummer"), LEDEN, _post(200, LEDEN)),
    "antwoord": Regel(("slug", "nummer"), LEIDING, _post(422, LEIDING)),
    "heropenen": Regel(("slug", "nummer"), LEIDING, _post(422, LEIDING)),
    "bijdragen": Regel(("slug", "nummer"), BIJDRAGEN, _post(422, BIJDRAGEN)),
    "bijdrage": Regel(("slug", "nummer", "sleutel"), EIGEN_BIJDRAGE, _post(422, EIGEN_BIJDRAGE)),
    "intrekken": Regel(("slug", "nummer", "sleutel"), BIJDRAGEN, _post(303, BIJDRAGEN)),
    "terugzetten": Regel(("slug", "nummer", "sleutel"), BIJDRAGEN, _post(303, BIJDRAGEN)),
    "opvolgen": Regel(("slug",), BEHEER, _post(422, BEHEER)),
    "rode_draad": Regel(("slug",), LEDEN, _post(200, LEDEN)),
    "toezeggingen": Regel(("slug",), LEDEN, _post(200, LEDEN)),
    "toezeggingen_van": Regel(("slug", "partij"), LEDEN, _post(200, LEDEN)),
    "bijdrage_terug": Regel(("slug", "nummer", "sleutel", "eerder"), BIJDRAGEN, _post(303, BIJDRAGEN)),
    "onderdeel_terug": Regel(("slug", "nummer", "woord", "rij", "eerder"), BIJDRAGEN, _post(303, BIJDRAGEN)),
    "onderdeel_nieuw": Regel(("slug", "nummer", "woord"), EIGEN_BIJDRAGE, _post(422, EIGEN_BIJDRAGE)),
    "onderdeel": Regel(("slug", "nummer", "woord", "rij"), EIGEN_BIJDRAGE, _post(422, EIGEN_BIJDRAGE)),
    "onderdeel_sluiten": Regel(("slug", "nummer", "woord", "rij"), BIJDRAGEN, _post(422, BIJDRAGEN)),
    "onderdeel_openen": Regel(("slug", "nummer", "woord", "rij"), BIJDRAGEN, _post(303, BIJDRAGEN)),
    "wijkonderdeel_terug": Regel(("slug", "schatwoord", "schat", "eerder"), BIJDRAGEN, _post(303, BIJDRAGEN)),
    "wijkonderdeel_nieuw": Regel(("slug", "schatwoord"), EIGEN_BIJDRAGE, _post(422, EIGEN_BIJDRAGE)),
    "wijkonderdeel": Regel(("slug", "schatwoord", "schat"), EIGEN_BIJDRAGE, _post(422, EIGEN_BIJDRAGE)),
    "wijkonderdeel_sluiten": Regel(("slug", "schatwoord", "schat"), BIJDRAGEN, _post(422, BIJDRAGEN)),
    "wijkonderdeel_openen": Regel(("slug", "schatwoord", "schat"), BIJDRAGEN, _post(303, BIJDRAGEN)),
    "reisplan": Regel(("slug",), DOCUMENT, _post(202, DOCUMENT)),
    "zaal": Regel(("slug",), LEDEN, _post(200, LEDEN)),
    "zaal_nu": Regel(("slug",), LEIDING, _post(422, LEIDING)),
    "zaal_voorbereiden": Regel(("slug",), LEIDING_PAGINA, _post(422, LEIDING_PAGINA)),
    "zaal_voorbereiding": Regel(("slug", "sessie"), LEDEN, _post(200, LEDEN)),
    "zaal_gegevens": Regel(("slug", "sessie"), LEIDING_PAGINA, _post(422, LEIDING_PAGINA)),
    "zaal_opnieuw": Regel(("slug", "sessie"), LEIDING_PAGINA, _post(422, LEIDING_PAGINA)),
    "zaal_beginnen": Regel(("slug", "sessie"), LEIDING, _post(303, LEIDING)),
    "zaal_afgelasten": Regel(("slug", "sessie"), LEIDING, _post(422, LEIDING)),
    "zaal_programmavraag": Regel(("slug", "sessie"), LEIDING, _post(422, LEIDING)),
    "zaal_ronde": Regel(("slug", "sessie", "ronde"), LEIDING_PAGINA, _post(422, LEIDING_PAGINA)),
    "zaal_verzet": Regel(("slug", "sessie", "ronde"), LEIDING, _post(303, LEIDING)),
    "zaal_uitnodigen": Regel(("slug", "sessie"), LEIDING, _post(303, LEIDING)),
    "zaal_leervragen": Regel(("slug", "sessie"), LEIDING, _post(303, LEIDING)),
    "zaal_draaiboek": Regel(("slug", "sessie"), DOCUMENT, _post(202, DOCUMENT)),
    "zaal_kaarten_pdf": Regel(("slug", "sessie"), DOCUMENT, _post(202, DOCUMENT)),
    "zaal_qr_pdf": Regel(("slug", "sessie"), DOCUMENT, _post(202, DOCUMENT)),
    "zaal_regie": Regel(("slug", "sessie"), LEIDING_PAGINA, _post(200, LEIDING_PAGINA)),
    "zaal_stap": Regel(("slug", "sessie"), LEIDING, _post(303, LEIDING)),
    "zaal_papier": Regel(("slug", "sessie"), LEIDING, _post(422, LEIDING)),
    "zaal_groepen": Regel(("slug", "sessie"), LEIDING, _post(422, LEIDING)),
    "zaal_kaart": Regel(("slug", "sessie", "kaart"), LEIDING, _post(303, LEIDING)),
    "zaal_vertaling": Regel(("slug", "sessie", "kaart"), LEIDING_PAGINA, _post(422, LEIDING_PAGINA)),
    "zaal_overnemen": Regel(("slug", "sessie", "kaart"), LEIDING, _post(303, LEIDING)),
    "zaal_slogan": Regel(("slug", "sessie"), LEIDING, _post(303, LEIDING)),
    "zaal_planningvrij": Regel(("slug",), LEIDING, _post(303, LEIDING)),
    "zaal_wand": Regel(("slug", "sessie"), LEIDING, _post(303, LEIDING)),
    "zaal_keuring": Regel(("slug", "sessie"), LEIDING, _post(303, LEIDING)),
    "zaal_gezien": Regel(("slug", "sessie"), LEIDING, _post(303, LEIDING)),
    "zaal_vraag": Regel(("slug", "sessie"), LEIDING, _post(422, LEIDING)),
    "zaal_tafel": Regel(("slug", "sessie"), LEIDING, _post(422, LEIDING)),
    "zaal_besluit": Regel(("slug", "sessie"), LEIDING, _post(422, LEIDING)),
    "zaal_acties": Regel(("slug", "sessie"), LEIDING, _post(422, LEIDING)),
    "zaal_navragen": Regel(("slug", "sessie"), LEDEN, _post(422, EIGEN_BIJDRAGE)),
    "zaal_navraag_verdelen": Regel(("slug", "sessie", "navraag"), LEIDING, _post(422, LEIDING)),
    "zaal_navraag_afronden": Regel(("slug", "sessie", "navraag"), BIJDRAGEN, _post(422, BIJDRAGEN)),
    "telefoon_navraag": Regel(("code",), dict.fromkeys(OPEN, 302), dict.fromkeys(OPEN, 302)),
    "zaal_verslag_pdf": Regel(("slug", "sessie"), DOCUMENT, _post(202, DOCUMENT)),
    "zaal_muurblad": Regel(("slug", "sessie"), LEDEN, _post(200, LEDEN)),
    "zaal_muurblad_pdf": Regel(("slug", "sessie"), DOCUMENT, _post(202, DOCUMENT)),
    "zaal_actie": Regel(("slug", "ander", "actie"), BIJDRAGEN, _post(303, BIJDRAGEN)),
    "zaal_standpunten": Regel(("slug", "sessie"), LEIDING, _post(422, LEIDING)),
    "zaal_toezeggingen": Regel(("slug", "sessie"), LEIDING, _post(422, LEIDING)),
    "zaal_terugkomsten": Regel(("slug", "sessie"), LEIDING_PAGINA, _post(422, LEIDING_PAGINA)),
    "zaal_terugkomst": Regel(("slug", "sessie", "terug"), LEIDING_PAGINA, _post(200, LEIDING_PAGINA)),
    "zaal_terugkomst_qr": Regel(("slug", "sessie", "terug"), LEIDING_PAGINA, _post(200, LEIDING_PAGINA)),
    "telefoon_terug": Regel(("code",), OPEN, dict.fromkeys(OPEN, 422)),
    "zaal_verslag": Regel(("slug", "sessie"), LEDEN, _post(200, LEDEN)),
    "zaal_sluiten": Regel(("slug", "sessie"), LEIDING, _post(422, LEIDING)),
    "zaal_scherm": Regel(("slug", "sessie"), LEDEN, _post(200, LEDEN)),
    "zaal_qr": Regel(("slug", "sessie"), LEDEN, _post(200, LEDEN)),
    "meedoen": Regel((), OPEN, dict.fromkeys(OPEN, 422)),
    "telefoon": Regel(("code",), OPEN, dict.fromkeys(OPEN, 422)),
    "telefoon_live": Regel(("code",), dict.fromkeys(OPEN, 404), dict.fromkeys(OPEN, 404)),
    "telefoon_stem": Regel(("code",), dict.fromkeys(OPEN, 302), dict.fromkeys(OPEN, 302)),
    "telefoon_kaart": Regel(("code",), dict.fromkeys(OPEN, 302), dict.fromkeys(OPEN, 302)),
}


PAPIER = {"reisplan", "zaal_draaiboek", "zaal_kaarten_pdf", "zaal_qr_pdf", "zaal_verslag_pdf", "zaal_muurblad_pdf"}
VAN_GASTEN = {
    "telefoon_kaart",
    "telefoon_stem",
    "telefoon_navraag",
}  # a phone that did not come in goes to the door of the room, not to the login page


def alle_namen(patronen: list[URLPattern | URLResolver]) -> Iterator[str]:
    """Return the names of all addresses; one without a name comes back as its pattern, and is then missing."""
    for patroon in patronen:
        if isinstance(patroon, URLResolver):
            yield from alle_namen(patroon.url_patterns)
        else:
            yield patroon.name or str(patroon.pattern)


def test_every_address_is_in_the_table():
    assert set(alle_namen(get_resolver().url_patterns)) == set(TABEL)


@pytest.fixture
def wereld():
    return eens(maak_wereld)


def maak_wereld():
    wijk = maak_wijk()
    deelname = maak_partij(wijk)
    maak_routekaart(wijk, "Eerdere reis")
    perron = maak_perron(wijk, 2)
    bijdrage = maak_bijdrage(perron, deelname.actor)
    bezoekers = {rol.value: ingelogd(maak_lid(wijk, rol, voor=deelname)) for rol in Rol}
    elders = maak_wijk("elders")
    bezoekers |= {"gast": Client(), "vreemd": ingelogd(maak_lid(elders, Rol.WIJKREGISSEUR, voor=maak_partij(elders)))}
    rij = maak_onderdeel("uitdagingen", perron)
    waarden = {"slug": wijk.slug, "eerder": "1", "nummer": "2", "sleutel": str(bijdrage.sleutel)}
    schat = maak_onderdeel("schatten", perron)
    waarden |= {"schatwoord": "schatten", "schat": str(schat.sleutel)}
    waarden |= {"woord": "uitdagingen", "rij": str(rij.sleutel), "partij": str(deelname.actor.sleutel)}
    sessie = maak_sessie(wijk)
    naar(sessie, Stap.SCHRIJF)
    gast = maak_gast(sessie)
    kaart = maak_kaart(gast)
    waarden |= {"sessie": str(sessie.sleutel), "code": sessie.code, "kaart": str(kaart.sleutel)}
    waarden["ronde"] = str(kaart.ronde.sleutel)
    sessie.rondes.update(perron=2)
    ander = maak_sessie(wijk)  # with an action; without one an empty form does not close a meeting
    gaat_doen = spreek_af(sessie=ander, actor=deelname.actor, wat="Bellen", wanneer=ander.datum, door=None)
    waarden |= {"ander": str(ander.sleutel), "actie": str(gaat_doen.sleutel)}
    waarden |= {"terug": str(maak_terugkomst(gast=gast, door=None).sleutel)}
    waarden |= {"navraag": str(maak_navraag(sessie, deelname.actor).sleutel)}
    return bezoekers, waarden


def adres(naam: str, waarden: dict[str, str]) -> str:
    """Return the path of a table line, filled in for the world of the test."""
    from django.urls import reverse

    return reverse(naam, args=[waarden[a] for a in TABEL[naam].args])


@pytest.mark.django_db
@pytest.mark.parametrize("naam", TABEL)
@pytest.mark.parametrize("methode", ["get", "post"])
def test_every_address_answers_every_visitor_as_agreed(naam, methode, wereld):
    bezoekers, waarden = wereld
    verwacht = getattr(TABEL[naam], methode)
    gekregen = {}
    for wie, client in bezoekers.items():
        gekregen[wie] = getattr(client, methode)(adres(naam, waarden)).status_code
    assert gekregen == verwacht


@pytest.mark.django_db
@pytest.mark.parametrize("naam", sorted(PAPIER))
def test_a_document_that_is_there_goes_to_who_may_read_its_page_and_to_nobody_else(naam, wereld):
    bezoekers, waarden = wereld
    eerst = bezoekers["wijkregisseur"].get(adres(naam, waarden))
    doe_taken()
    sleutel = Document.objects.get(adres=adres(naam, waarden)).sleutel
    assert str(sleutel) in eerst.text
    verwacht = TABEL[naam].get | {wie: 200 for wie, status in DOCUMENT.items() if status == 202}
    for pad in (adres(naam, waarden), f"{adres(naam, waarden)}?document={sleutel}"):
        antwoorden = {wie: client.get(pad) for wie, client in bezoekers.items()}
        assert {wie: a.status_code for wie, a in antwoorden.items()} == verwacht
        soorten = {a["Content-Type"] for a in antwoorden.values() if a.status_code == 200}
        assert soorten == {"application/pdf"}
    assert Document.objects.filter(adres=adres(naam, waarden)).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("naam", [n for n, r in TABEL.items() if r.get["gast"] == 302 and n not in VAN_GASTEN])
def test_a_guest_is_sent_to_the_login_page_and_comes_back(naam, wereld):
    _, waarden = wereld
    antwoord = Client().get(adres(naam, waarden))
    assert antwoord["Location"] == f"/inloggen/?next={adres(naam, waarden)}"


@pytest.mark.django_db
def test_every_post_needs_a_token(wereld):
    """Walked for a guest and for the wijkregisseur: a form of another site changes nothing, whatever the address."""
    bezoekers, waarden = wereld
    for wie in ("gast", "wijkregisseur"):
        streng = Client(enforce_csrf_checks=True)
        streng.cookies = bezoekers[wie].cookies
        antwoorden = {naam: streng.post(adres(naam, waarden)).status_code for naam in TABEL}
        assert set(antwoorden.values()) == {403}, {n: s for n, s in antwoorden.items() if s != 403}


@pytest.mark.django_db
def test_every_form_carries_the_token_and_says_in_dutch_that_nothing_is_chosen(wereld):
    """What the test before this one refuses is what a browser would send from a form that forgot it."""
    bezoekers, waarden = wereld
    gezien = 0
    for naam in TABEL.keys() - PAPIER:
        for wie in ("gast", "deelnemer", "wijkregisseur"):
            antwoord = bezoekers[wie].get(adres(naam, waarden))
            if antwoord.headers.get("Content-Type", "").startswith("text/html"):
                formulieren = re.findall(r"<form\b[^>]*method=\"post\".*?</form>", antwoord.text, re.DOTALL)
                gezien += len(formulieren)
                assert [f[:200] for f in formulieren if "csrfmiddlewaretoken" not in f] == [], (naam, wie)
                assert "Select an option" not in antwoord.text, (naam, wie)
    assert gezien > 50


@pytest.mark.django_db
def test_a_user_without_any_wijk_sees_none(wereld):
    _, waarden = wereld
    client = ingelogd(maak_gebruiker())
    assert client.get(adres("wijk", waarden)).status_code == 404
    assert "U hoort nog niet bij een wijk" in client.get(adres("wijken", waarden)).text


@pytest.mark.django_db
def test_a_member_of_another_wijk_writes_nothing(wereld):
    from routekaart.models import Antwoord, Bijdrage

    bezoekers, waarden = wereld
    voor = Bijdrage.objects.count()
    for naam in ("bijdragen", "antwoord", "heropenen", "bijdrage", "intrekken", "terugzetten"):
        velden = {"tekst": "Van buiten.", "reden": "Van buiten.", "versie": "1"}
        assert bezoekers["vreemd"].post(adres(naam, waarden), velden).status_code == 404
    assert (Bijdrage.objects.count(), Antwoord.objects.count()) == (voor, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("pad", ["0/", "10/", "x/", "-1/"])
def test_there_is_no_tenth_perron(pad, wereld):
    bezoekers, _ = wereld
    assert bezoekers["lezer"].get(f"/wijken/proefwijk/routekaart/perron/{pad}").status_code == 404


@pytest.mark.django_db
def test_the_current_journey_has_one_address(wereld):
    bezoekers, _ = wereld
    antwoord = bezoekers["lezer"].get("/wijken/proefwijk/routekaarten/2/")
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/wijken/proefwijk/routekaart/")
    antwoord = bezoekers["lezer"].get("/wijken/proefwijk/routekaarten/2/perron/3/")
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/wijken/proefwijk/routekaart/perron/3/")
    assert bezoekers["lezer"].get("/wijken/proefwijk/routekaarten/3/").status_code == 404


@pytest.mark.django_db
def test_a_wijk_without_a_journey_has_no_perrons_but_a_page():
    wijk = maak_wijk()
    client = ingelogd(maak_lid(wijk, Rol.LEZER))
    assert client.get("/wijken/proefwijk/routekaart/").status_code == 404
    assert "heeft nog geen routekaart" in client.get("/wijken/proefwijk/").text


@pytest.mark.django_db
def test_only_the_own_party_may_be_changed():
    wijk = maak_wijk()
    eigen, ander = maak_partij(wijk), maak_partij(wijk)
    perron = maak_perron(wijk)
    van_ander = maak_bijdrage(perron, ander.actor)
    deelnemer = ingelogd(maak_lid(wijk, Rol.DEELNEMER, voor=eigen))
    pad = f"/wijken/proefwijk/routekaart/perron/1/bijdragen/{van_ander.sleutel}/"
    assert deelnemer.get(pad).status_code == 403
    antwoord = deelnemer.post(pad, {"tekst": "Anders.", "versie": van_ander.versie})
    assert antwoord.status_code == 403
    assert "U spreekt niet voor deze partij" in antwoord.text
    nieuw = {"partij": str(ander.actor.sleutel), "tekst": "In uw naam."}
    antwoord = deelnemer.post("/wijken/proefwijk/routekaart/perron/1/bijdragen/", nieuw)
    assert antwoord.status_code == 422
    assert "Deze keuze bestaat niet meer" in antwoord.text
    assert ingelogd(maak_lid(wijk, Rol.REISLEIDER)).get(pad).status_code == 200


@pytest.mark.django_db
def test_pages_behind_the_login_are_not_kept_by_browsers(wereld):
    bezoekers, waarden = wereld
    for naam in ("wijken", "wijk", "perron"):
        antwoord = bezoekers["lezer"].get(adres(naam, waarden))
        assert {"private", "no-store"} <= set(antwoord["Cache-Control"].split(", "))
    assert "HX-Request-Type" in bezoekers["lezer"].get(adres("perron", waarden))["Vary"]


@pytest.mark.django_db
def test_the_policy_allows_nothing_but_our_own_files(wereld):
    bezoekers, waarden = wereld
    beleid = bezoekers["lezer"].get(adres("perron", waarden))["Content-Security-Policy"]
    assert "script-src 'self'" in beleid
    assert "default-src 'none'" in beleid
    assert "unsafe" not in beleid


@pytest.mark.django_db
def test_reading_an_agreed_perron_of_an_older_journey():
    wijk = maak_wijk()
    perron = maak_perron(wijk)
    stel_vast(perron=perron, tekst="Zo was het.", door=None, versie=perron.versie)
    maak_routekaart(wijk, "De tweede")
    client = ingelogd(maak_lid(wijk, Rol.REISLEIDER))
    pagina = client.get("/wijken/proefwijk/routekaarten/1/perron/1/").text
    assert "Zo was het." in pagina
    assert "eerdere routekaart" in pagina
    assert "<textarea" not in pagina
    assert "/wijken/proefwijk/routekaarten/1/perron/2/" in pagina
