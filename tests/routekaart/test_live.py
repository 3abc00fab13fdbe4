# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pieces of a perron page: what comes in live reads as the page itself does."""

import re

import pytest
from django.template.loader import render_to_string

from routekaart.live import GEHEEL, geheel, namens, regel
from routekaart.models import Perron
from routekaart.perron.handelingen import heropen, stel_vast, wijzig_bijdrage, zet_bijdrage_terug
from tests.factories import ingelogd, maak_bijdrage, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.factories_onderdelen import maak_onderdeel
from wijken.journaal_lezen import Journaal
from wijken.models import Rol
from wijken.onderdelen.handelingen import VOORSTEL_AFGEHANDELD, sluit
from wijken.wijziging import wijziging
from wijkwijzer.live.pages import Place

RECHTS_NAAR_LINKS = chr(0x202E)
pytestmark = pytest.mark.django_db


@pytest.fixture
def perron():
    return maak_perron(maak_wijk(), 2)


def plek_van(perron, nummer=None):
    return Place(perron.wijk.pk, "perron", (("perron", nummer or perron.nummer),))


def laatste_regel(perron):
    return Journaal.ongefilterd(perron.wijk.pk, 0)[-1]


def stukken(perron, rol=Rol.DEELNEMER, nummer=None):
    return regel(plek_van(perron, nummer), rol, laatste_regel(perron))


def plat(html):
    return re.sub(r"\s+", " ", html).strip()


def pagina(perron, rol, deelname, nummer=None):
    lid = maak_lid(perron.wijk, rol, voor=deelname)
    return plat(ingelogd(lid).get(f"/wijken/{perron.wijk.slug}/routekaart/perron/{nummer or perron.nummer}/").text)


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.REISLEIDER, Rol.WIJKREGISSEUR])
def test_a_card_reads_as_on_the_page(perron, rol):
    deelname = maak_partij(perron.wijk)
    maak_bijdrage(perron, deelname.actor, "Meer <i>groen</i>.")
    [stuk] = stukken(perron, rol)
    assert plat(stuk.html) in pagina(perron, rol, None)


def test_a_card_for_who_speaks_for_one_party_holds_no_link(perron):
    """Whose card it is differs from one deelnemer to the next; the page looks itself when it is its own."""
    deelname = maak_partij(perron.wijk)
    maak_bijdrage(perron, deelname.actor)
    [stuk] = stukken(perron)
    assert "href" not in stuk.html
    assert f'data-van="{deelname.actor.sleutel}"' in stuk.html
    html = pagina(perron, Rol.DEELNEMER, deelname)
    assert f'data-live-eigen="{deelname.actor.sleutel}"' in html
    assert 'data-live-eigen=""' in pagina(perron, Rol.WIJKREGISSEUR, deelname)


def test_what_follows_from_many_lines_reads_as_on_the_page(perron):
    deelname = maak_partij(perron.wijk)
    maak_bijdrage(perron, deelname.actor)
    for stap in ("onderweg", "vastgesteld", "heropend"):
        if stap == "vastgesteld":
            stel_vast(perron=perron, tekst="Ons antwoord.", door=None, versie=perron.versie)
        if stap == "heropend":
            vers = Perron.objects.select_related("routekaart__wijk").get(pk=perron.pk)
            heropen(perron=vers, reden="Er kwam een school bij.", door=None, versie=vers.versie)
        html = pagina(perron, Rol.LEZER, None)
        gevonden = geheel(plek_van(perron), Rol.LEZER)
        assert {s.id for s in gevonden} == set(GEHEEL)
        assert [s.id for s in gevonden if plat(s.html) not in html] == []
        assert f"ww-staat--{stap}" in next(s.html for s in gevonden if s.id == "perron-staat")


def test_who_may_agree_sees_what_is_open_as_on_the_page(perron):
    deelname = maak_partij(perron.wijk)
    html = pagina(perron, Rol.REISLEIDER, deelname)
    [stuk] = [s for s in geheel(plek_van(perron), Rol.REISLEIDER) if s.id == "antwoord-open"]
    assert f"Er is nog geen bijdrage van {deelname.actor}" in stuk.html
    assert plat(stuk.html) in html


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.DEELNEMER])
def test_a_structure_reads_as_on_the_page(perron, rol):
    activiteit = maak_onderdeel("activiteiten", perron, naam="Samen eten")
    [stuk] = stukken(perron, rol, nummer=6)
    assert stuk.id == "activiteiten"
    assert plat(stuk.html) in pagina(perron, rol, maak_partij(perron.wijk), nummer=6)
    sluit(rij=activiteit, reden="Het geld is op.", versie=activiteit.versie, door=None)
    [dicht] = stukken(perron, rol, nummer=6)
    assert "Het geld is op." in dicht.html


@pytest.mark.parametrize(("woord", "nummer"), [("uitdagingen", 2), ("opbrengsten", 2), ("standpunten", 2)])
def test_a_structure_that_differs_per_party_lets_the_page_look(perron, woord, nummer):
    maak_partij(perron.wijk)
    maak_onderdeel(woord, perron)
    assert stukken(perron, nummer=nummer) is None


def test_a_structure_of_another_perron_lets_the_page_look(perron):
    """Perron 3 lays the challenges beside the destination, perron 7 names activities."""
    maak_onderdeel("uitdagingen", perron)
    assert stukken(perron, nummer=3) is None


def test_a_contribution_elsewhere_changes_nothing_here(perron):
    maak_bijdrage(perron, maak_partij(perron.wijk).actor)
    assert stukken(perron, nummer=3) == ()


def test_agreeing_and_reopening_let_the_page_look(perron):
    stel_vast(perron=perron, tekst="Ons antwoord.", door=None, versie=perron.versie)
    assert stukken(perron) is None
    assert stukken(perron, nummer=3) == ()


def test_changed_and_put_back(perron):
    from routekaart.perron.handelingen import trek_bijdrage_in

    bijdrage = maak_bijdrage(perron, maak_partij(perron.wijk).actor)
    bijdrage = wijzig_bijdrage(bijdrage=bijdrage, tekst="Anders.", door=None, versie=bijdrage.versie)
    [stuk] = stukken(perron)
    assert "Anders." in stuk.html
    assert stuk.version == bijdrage.versie
    trek_bijdrage_in(bijdrage=bijdrage, door=None, versie=bijdrage.versie)
    [stuk] = stukken(perron)
    assert stuk.html == ""
    bijdrage.refresh_from_db()
    zet_bijdrage_terug(bijdrage=bijdrage, door=None)
    assert stukken(perron) is None  # in its old place, which only the page knows


def test_a_party_that_comes_aboard_lets_the_page_look(perron):
    maak_partij(perron.wijk)
    assert stukken(perron) is None


def test_a_line_about_something_else_changes_nothing(perron):
    with wijziging(perron.wijk, soort=VOORSTEL_AFGEHANDELD, door=None) as v:
        v.noteer(perron.wijk, soort="iets_anders", nieuw={"naam": "x"})
    assert stukken(perron) == ()


def test_the_number_of_queries_does_not_grow(perron, django_assert_num_queries):
    actor = maak_partij(perron.wijk).actor
    maak_bijdrage(perron, actor, "De eerste.")
    een, geheel_een = _tel(django_assert_num_queries, perron)
    for nr in range(29):
        maak_bijdrage(perron, actor, f"Nummer {nr}.")
    assert _tel(django_assert_num_queries, perron) == (een, geheel_een)


def _tel(django_assert_num_queries, perron):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    lijn = laatste_regel(perron)
    with CaptureQueriesContext(connection) as een:
        regel(plek_van(perron), Rol.LEZER, lijn)
    with CaptureQueriesContext(connection) as twee:
        geheel(plek_van(perron), Rol.LEZER)
    assert len(een) == 1
    return len(een), len(twee)


def test_who_is_here_is_told_per_party_and_never_per_person(perron):
    deelname = maak_partij(perron.wijk, "De School")
    lid = maak_lid(perron.wijk, Rol.DEELNEMER, voor=deelname)
    regisseur = maak_lid(perron.wijk, Rol.WIJKREGISSEUR)
    assert namens(lid, perron.wijk) == {str(deelname.actor.sleutel): "De School"}
    assert namens(regisseur, perron.wijk) == {"wijkregisseur": "wijkregisseur"}


def test_a_card_escapes_what_people_type(perron):
    maak_bijdrage(
        perron,
        maak_partij(perron.wijk, "<script>").actor,
        "<script>alert(1)</script>" + RECHTS_NAAR_LINKS + "omgekeerd",
    )
    [stuk] = stukken(perron)
    assert "<script" not in stuk.html
    assert render_to_string("routekaart/perron/perron.html#kaartje", {"b": {}})  # and an empty card does not break
