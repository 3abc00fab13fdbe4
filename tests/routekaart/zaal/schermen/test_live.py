# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wall and the phones follow the room: shared content of their own meeting only, rendered as on the page."""

import re

import pytest
from django.test import Client

from routekaart.zaal.gasten.handelingen import laat_binnen
from routekaart.zaal.kaarten.handelingen import verberg
from routekaart.zaal.models import Gastsoort, Stap, Taal
from routekaart.zaal.programma.handelingen import SESSIE_VERLENGD
from routekaart.zaal.schermen.beeld import Schermbeeld
from routekaart.zaal.schermen.live import Gastpubliek, scherm_regel, telefoon_geheel, telefoon_regel
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_wijk
from tests.factories_voorbereiding import maak_voorbereid
from tests.factories_zaal import maak_gast, maak_kaart, maak_sessie, naar, telefoon
from tests.stroom import lezers
from wijken.journaal_lezen import Journaal
from wijken.models import Rol, Zichtbaar
from wijken.wijziging import wijziging
from wijkwijzer.live.pages import Place

NL = Gastpubliek(Taal.NL)


@pytest.fixture
def sessie(db):
    return maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)


@pytest.fixture
def open_sessie(transactional_db):
    return maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)


@pytest.fixture
def volg(transactional_db):
    """Return a function that follows a meeting as a phone: `volg(client, sessie)`."""
    with lezers() as maak:
        yield lambda client, sessie, **vraag: maak(client, f"/m/{sessie.code}/live/", **vraag)


def scherm(sessie):
    return Place(sessie.wijk_id, "zaal_scherm", (("sleutel", sessie.sleutel),))


def toestel(sessie):
    return Place(sessie.wijk_id, "telefoon", (("sessie", sessie.pk),))


def plat(html):
    return re.sub(r"\s+", " ", html).strip()


def laatste(sessie):
    return Journaal.ongefilterd(sessie.wijk_id, 0)[-1]


@pytest.mark.parametrize("stap", [Stap.WACHT, Stap.SCHRIJF, Stap.ONTHUL, Stap.STEM, Stap.BESLUIT])
def test_pieces_of_the_wall_read_as_on_the_page(sessie, stap):
    maak_kaart(maak_gast(sessie), "Elkaar <b>groeten</b>")
    nieuw = maak_sessie(sessie.wijk, stap=Stap.WACHT) if stap is Stap.WACHT else sessie
    if stap not in {Stap.WACHT, Stap.SCHRIJF}:
        naar(sessie, stap)
    client = ingelogd(maak_lid(sessie.wijk, Rol.LEZER))
    html = plat(client.get(f"/wijken/{sessie.wijk.slug}/zaal/{nieuw.sleutel}/scherm/").text)
    stukken = Schermbeeld(scherm(nieuw), Rol.LEZER).read()
    assert [s.id for s in stukken] == (["scherm-tellen"] if stap is Stap.WACHT else ["scherm-tellen", "scherm-wand"])
    assert [s.id for s in stukken if plat(s.html) not in html] == []
    assert "<b>" not in "".join(s.html for s in stukken)


def test_cards_that_lie_face_down_are_in_no_piece(sessie):
    maak_kaart(maak_gast(sessie), "Nog geheim")
    for stukken in (Schermbeeld(scherm(sessie), Rol.LEZER).read(), telefoon_geheel(toestel(sessie), NL)):
        assert "Nog geheim" not in str(stukken)
    naar(sessie, Stap.ONTHUL)
    assert "Nog geheim" in str(Schermbeeld(scherm(sessie), Rol.LEZER).read())
    assert "Nog geheim" in str(telefoon_geheel(toestel(sessie), NL))


def test_pieces_of_a_phone_read_as_on_the_page_in_its_language(sessie):
    client = telefoon(sessie, taal="en")
    maak_kaart(maak_gast(sessie), "Elkaar groeten")
    naar(sessie, Stap.ONTHUL)
    [stuk] = telefoon_geheel(toestel(sessie), Gastpubliek(Taal.EN))
    assert plat(stuk.html) in plat(client.get(f"/m/{sessie.code}/").text)
    assert stuk.html != telefoon_geheel(toestel(sessie), NL)[0].html


def test_who_looks_for_itself_and_when(sessie):
    gast = maak_gast(sessie)
    kaart = maak_kaart(gast)
    assert scherm_regel(scherm(sessie), Rol.LEZER, laatste(sessie)) == ()
    assert telefoon_regel(toestel(sessie), NL, laatste(sessie)) == ()
    verberg(kaart=kaart, door=None)
    assert scherm_regel(scherm(sessie), Rol.LEZER, laatste(sessie)) == ()
    assert telefoon_regel(toestel(sessie), NL, laatste(sessie)) is None  # its writer is told
    naar(sessie, Stap.ONTHUL)
    assert scherm_regel(scherm(sessie), Rol.LEZER, laatste(sessie)) is None
    assert telefoon_regel(toestel(sessie), NL, laatste(sessie)) is None


def test_a_phone_follows_its_own_meeting_only(volg, open_sessie):
    client, ander = telefoon(open_sessie), maak_sessie(open_sessie.wijk, "Een andere vraag?")
    lezer = volg(client, open_sessie, na=open_sessie.wijk.versie).open()
    for vreemd, waar in ((Client(), open_sessie), (client, ander)):
        geweigerd = volg(vreemd, waar)
        geweigerd.wacht_op(lambda lezer: lezer.klaar)
        assert geweigerd.status == 404
    naar(open_sessie, Stap.ONTHUL)
    lezer.wacht_op(lambda lezer: any(b.lijf.get("o") for b in lezer.berichten))


def test_a_phone_that_waits_for_a_meeting_to_begin_gets_no_stream(volg, open_sessie):
    lezer = volg(Client(), maak_voorbereid(open_sessie.wijk))
    lezer.wacht_op(lambda lezer: lezer.klaar)
    assert lezer.status == 404


def test_private_lines_never_reach_a_phone(volg, open_sessie):
    lezer = volg(telefoon(open_sessie), open_sessie, na=10_000).open()
    with wijziging(open_sessie.wijk, soort=SESSIE_VERLENGD, door=None, zichtbaar=Zichtbaar.LEIDING) as v:
        v.noteer(open_sessie, nieuw={"titel": "geheim"})
    geheim = v.versie
    laat_binnen(sessie=open_sessie, soort=Gastsoort.BEWONER, actor=None, taal=Taal.NL)
    lezer.wacht_op(lambda lezer: geheim + 1 in lezer.versies)
    assert geheim not in lezer.versies


def test_a_closed_meeting_is_followed_no_more(volg, open_sessie):
    client = telefoon(open_sessie)
    sluit_sessie(sessie=open_sessie, reden="Het was een kennismaking.", door=None)
    lezer = volg(client, open_sessie)
    lezer.wacht_op(lambda lezer: lezer.klaar)
    assert lezer.status == 404
    html = client.get(f"/m/{open_sessie.code}/").text
    assert "data-live-klaar" in html
    assert "<script" not in html


def test_who_polls_gets_the_version(sessie):
    client = telefoon(sessie)
    sessie.wijk.refresh_from_db()
    antwoord = client.get(f"/m/{sessie.code}/live/")
    assert antwoord.json() == {"v": sessie.wijk.versie}
    assert "no-store" in antwoord["Cache-Control"]
    assert Client().get(f"/m/{sessie.code}/live/").status_code == 404
