# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The picture of the wall: what is added to it is what reading all of it again would give."""

from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from routekaart.zaal.kaarten.handelingen import groepeer, haal_uit_groep, lever_tafel_in, schrijf_op, toon_weer, verberg
from routekaart.zaal.models import Ronde, Stap
from routekaart.zaal.schermen import beeld
from routekaart.zaal.schermen.beeld import Schermbeeld
from routekaart.zaal.schermen.wand import OP_DE_WAND
from tests.factories import ingelogd, maak_lid, maak_wijk
from tests.factories_zaal import maak_gast, maak_kaart, maak_sessie, naar, ronde_van
from tests.stroom import lezers
from wijken.journaal_lezen import Journaal
from wijken.models import Rol
from wijkwijzer.live import hub as hubmodule
from wijkwijzer.live.pages import Place


@pytest.fixture(params=["open", "dicht"])
def sessie(db, request):
    return maak_zaal(verdekt=request.param == "dicht")


def maak_zaal(*, verdekt):
    """A room in which people write."""
    sessie = maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)
    Ronde.objects.filter(sessie=sessie).update(verdekt=verdekt)
    return sessie


class Volger:
    """Follows the wall as the hub does: line after line, and all of it when the picture asks for that."""

    def __init__(self, sessie):
        self.sessie, self.plek = sessie, Place(sessie.wijk_id, "zaal_scherm", (("sleutel", sessie.sleutel),))
        self.beeld = Schermbeeld(self.plek, Rol.LEZER)
        self.stukken = {s.id: s.html for s in self.beeld.read()}
        self.gezien = Journaal.ongefilterd(sessie.wijk_id, 0)[-1].versie

    def volg(self):
        """Take in the lines that came; return whether they could be added."""
        regels = Journaal.ongefilterd(self.sessie.wijk_id, self.gezien)
        self.gezien = regels[-1].versie
        stukken = self.beeld.add(regels)
        self.stukken = {s.id: s.html for s in stukken or self.beeld.read()}
        return stukken is not None

    @property
    def opnieuw(self):
        """The pieces as somebody reads them who comes now."""
        return {s.id: s.html for s in Schermbeeld(self.plek, Rol.LEZER).read()}


def test_cards_are_added_as_reading_all_of_it_would_show_them(sessie):
    gast, volger = maak_gast(sessie), Volger(sessie)
    for nr in range(OP_DE_WAND + 3):
        maak_kaart(gast, f"Kaart <{nr}>")
        assert volger.volg(), nr
        assert volger.stukken == volger.opnieuw, nr
    ronde = ronde_van(sessie)
    schrijf_op(ronde=ronde, regels=[("Van papier", 4), ("Ook", 1)], sleutel=uuid4(), door=None)
    lever_tafel_in(ronde=ronde, gast=gast, regels=[("Van een tafel", 2)], sleutel=uuid4())
    maak_kaart(gast, "Tegelijk")
    assert volger.volg(), "three lines at once"
    assert volger.stukken == volger.opnieuw
    assert f"<strong>{OP_DE_WAND + 3 + 8}</strong> kaarten" in volger.stukken["scherm-tellen"]
    assert ("Tegelijk" in volger.stukken["scherm-wand"]) is not ronde.verdekt


def test_a_card_costs_one_query(sessie, django_assert_num_queries):
    gast, volger = maak_gast(sessie), Volger(sessie)
    maak_kaart(gast)
    regels = Journaal.ongefilterd(sessie.wijk_id, volger.gezien)
    with django_assert_num_queries(1):
        assert volger.beeld.add(regels)


def test_a_card_that_was_read_already_is_not_counted_twice(sessie):
    gast, volger = maak_gast(sessie), Volger(sessie)
    maak_kaart(gast, "Eerst gelezen")
    volger.beeld.read()
    assert volger.volg()
    assert volger.stukken == volger.opnieuw


def test_a_card_that_comes_in_while_all_of_it_is_read_is_left_to_its_line(sessie, monkeypatch):
    gast, volger, echt = maak_gast(sessie), Volger(sessie), beeld.wandcontext

    def terwijl(sessie, **opties):
        maak_kaart(gast, "Net erna")
        return echt(sessie, **opties)

    monkeypatch.setattr(beeld, "wandcontext", terwijl)
    assert "Net erna" not in str(volger.beeld.read())
    monkeypatch.undo()
    assert volger.volg()
    assert volger.stukken == volger.opnieuw


def test_what_does_more_than_add_a_card_is_read(sessie):
    gast, volger = maak_gast(sessie), Volger(sessie)
    kaart = maak_kaart(gast, "Deze gaat weg")
    for doe in (
        lambda: verberg(kaart=kaart, door=None),
        lambda: toon_weer(kaart=kaart, door=None),
        lambda: groepeer(ronde=ronde_van(sessie), kaarten=[kaart], naam="Een groep", door=None),
        lambda: maak_gast(sessie),
        lambda: naar(sessie, Stap.ONTHUL),
    ):
        doe()
        assert not volger.volg()
        assert volger.stukken == volger.opnieuw


def test_among_groups_and_where_cards_are_read_first_all_of_it_is_read(db):
    sessie = maak_zaal(verdekt=False)
    gast = maak_gast(sessie)
    kaart = maak_kaart(gast)
    groep = groepeer(ronde=ronde_van(sessie), kaarten=[kaart], naam="Een groep", door=None)
    volger = Volger(sessie)
    maak_kaart(gast)
    assert not volger.volg()
    haal_uit_groep(ronde=groep.ronde, kaarten=[kaart], door=None)
    volger.volg()
    Ronde.objects.filter(sessie=sessie).update(keuring=True)
    volger.beeld.read()
    maak_kaart(gast, "Eerst gelezen door de regie")
    assert not volger.volg()
    assert volger.stukken == volger.opnieuw


def test_a_card_of_another_meeting_changes_nothing(sessie):
    ander = maak_sessie(sessie.wijk, "Een andere vraag?", stap=Stap.SCHRIJF)
    gast, volger = maak_gast(ander), Volger(sessie)
    voor = dict(volger.stukken)
    maak_kaart(gast, "Van hiernaast")
    assert volger.volg()
    assert volger.stukken == voor == volger.opnieuw


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stappen=st.lists(st.sampled_from(["kaart", "papier", "weg", "terug", "gast", "kijk"]), max_size=12))
def test_whatever_the_order_it_ends_as_who_comes_now_reads_it(sessie, stappen):
    gast, volger = maak_gast(sessie), Volger(sessie)
    kaarten, weg = [maak_kaart(gast, "De eerste")], []
    for nr, stap in enumerate([*stappen, "kijk"]):
        if stap == "kaart":
            kaarten.append(maak_kaart(gast, f"Kaart {nr}"))
        elif stap == "papier":
            schrijf_op(ronde=ronde_van(sessie), regels=[(f"Papier {nr}", nr + 1)], sleutel=uuid4(), door=None)
        elif stap == "weg" and kaarten:
            weg.append(kaarten.pop())
            verberg(kaart=weg[-1], door=None)
        elif stap == "terug" and weg:
            kaarten.append(weg.pop())
            toon_weer(kaart=kaarten[-1], door=None)
        elif stap == "gast":
            maak_gast(sessie)
        elif Journaal.ongefilterd(sessie.wijk_id, volger.gezien):
            volger.volg()
            assert volger.stukken == volger.opnieuw


@pytest.fixture
def wand(transactional_db, monkeypatch):
    """A room, and its wall on a real stream whose picture was read once and is not read again by itself."""
    monkeypatch.setattr(hubmodule, "REREAD", 3600.0)
    sessie = maak_zaal(verdekt=False)
    gast, client = maak_gast(sessie), ingelogd(maak_lid(sessie.wijk, Rol.LEZER))
    sessie.wijk.refresh_from_db()
    pad = f"/wijken/{sessie.wijk.slug}/zaal/{sessie.sleutel}/scherm/"
    with lezers() as maak:
        lezer = maak(client, f"/wijken/{sessie.wijk.slug}/live/", plek=pad, na=sessie.wijk.versie).open()
        maak_kaart(gast, "Kaart nul")
        lezer.wacht_op(staat("Kaart nul"))
        yield lezer, gast


def staat(tekst):
    """Return what asks whether a text came in."""
    return lambda lezer: any(tekst in html for b in lezer.berichten for _, html, _, _ in b.lijf.get("s", []))


def test_a_card_comes_to_the_wall_without_reading_all_of_it(wand, monkeypatch):
    lezer, gast = wand
    gelezen = []
    echt = Schermbeeld.read
    monkeypatch.setattr(Schermbeeld, "read", lambda beeld: gelezen.append(1) or echt(beeld))
    for nr in range(1, 4):
        maak_kaart(gast, f"Kaart {nr}")
        lezer.wacht_op(staat(f"Kaart {nr}"))
    assert gelezen == []
    html = [html for b in lezer.berichten for naam, html, _, _ in b.lijf.get("s", []) if naam == "scherm-tellen"][-1]
    assert "<strong>4</strong> kaarten" in html


def test_a_picture_that_can_not_be_added_to_is_read(wand, monkeypatch):
    lezer, gast = wand
    pech = [ZeroDivisionError]

    def add(beeld, regels):
        if pech:
            raise pech.pop()

    monkeypatch.setattr(Schermbeeld, "add", add)
    maak_kaart(gast, "Kaart een")
    lezer.wacht_op(staat("Kaart een"))
    assert pech == []
