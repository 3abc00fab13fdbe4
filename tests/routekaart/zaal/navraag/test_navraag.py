# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What to ask who is not in the room: from a note of anybody there to an answer."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from actoren.models import Soort
from routekaart.zaal.gasten.handelingen import meld_aanwezig
from routekaart.zaal.gasten.ontbreekt import ontbrekend
from routekaart.zaal.models import Gast, Navraag, Navraagafsluiting, Navraagafspraak, NavraagUitkomst, Stap, Taal
from routekaart.zaal.navraag.handelingen import noteer, rond_af, verdeel
from routekaart.zaal.navraag.lezen import navragen_van, open_navragen
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.factories_draad import maak_doelgroep
from tests.factories_zaal import maak_navraag, maak_sessie, telefoon
from tests.weigert import geweigerd
from wijken.models import Journaalregel, Rol

pytestmark = pytest.mark.django_db
DAG = date(2031, 5, 9)


@pytest.fixture
def sessie():
    return maak_sessie(maak_perron(maak_wijk()).wijk, stap=Stap.SCHRIJF)


@pytest.fixture
def school(sessie):
    return maak_partij(sessie.wijk, "De School", Soort.ONDERWIJS).actor


def pad(sessie, *delen):
    return "/".join([f"/wijken/proefwijk/zaal/{sessie.sleutel}/navragen", *map(str, delen), ""])


def lid(sessie, rol):
    return ingelogd(maak_lid(sessie.wijk, rol))


def test_the_strip_knows_whom_it_names(sessie, school):
    groep = maak_doelgroep(sessie.wijk, "Jongeren")
    weg = ontbrekend(sessie)
    assert (weg.partijen, weg.groepen, weg.wie) == ([school], [groep], [school, groep])
    assert weg.namen == ["De School", "Jongeren"]


def test_a_guest_asks_somebody_who_is_missing_and_stays_unknown(sessie, school):
    client = telefoon(sessie, naam="Zonnestraal")
    gast = Gast.objects.get()
    adres = f"/m/{sessie.code}/navraag/"
    assert adres in client.get(f"/m/{sessie.code}/").text
    pagina = client.get(adres).text
    assert "Wat wilt u hun vragen?" in pagina
    assert "De School" in pagina
    reactie = client.post(adres, {"aan": str(school.sleutel), "tekst": "Mag het plein\u202e open?"}, follow=True)
    assert "Uw vraag is genoteerd." in reactie.text
    rij, regel = Navraag.objects.get(), Journaalregel.objects.order_by("-pk").first()
    assert (rij.actor, rij.tekst, rij.taal) == (school, "Mag het plein open?", "nl")
    assert (regel.soort, regel.door, regel.namens) == ("navraag_genoteerd", None, None)
    for kolommen in (rij, regel):
        alles = " ".join(repr(getattr(kolommen, f.attname)) for f in kolommen._meta.concrete_fields)
        assert not [s for s in ("Zonnestraal", str(gast.sleutel), gast.sleutel.hex) if s in alles]


def test_what_a_guest_typed_stays_when_it_is_refused(sessie, school):
    client, adres = telefoon(sessie, taal="en"), f"/m/{sessie.code}/navraag/"
    reactie = client.post(adres, {"tekst": "Where is the key?"})
    assert (reactie.status_code, "Choose whom you ask." in reactie.text, "Where is the key?" in reactie.text) == (
        422,
        True,
        True,
    )
    reactie = client.post(adres, {"aan": str(school.sleutel), "tekst": "x" * 10_000})
    assert "10,000 characters, at most 300" in reactie.text
    reactie = client.post(adres, {"aan": str(school.sleutel), "tekst": " \u200b "})
    assert "Write something first." in reactie.text
    assert not Navraag.objects.exists()
    client.post(adres, {"aan": str(school.sleutel), "tekst": "Where is the key?"})
    assert Navraag.objects.get().taal == "en"


def test_who_did_not_come_in_asks_nothing(sessie, school):
    reactie = Client().post(f"/m/{sessie.code}/navraag/", {"aan": str(school.sleutel), "tekst": "Hoi"})
    assert (reactie.status_code, reactie["Location"]) == (302, f"/m/{sessie.code}/")
    assert Client().post("/m/CCCCCC/navraag/", {"tekst": "x"}).status_code == 404
    assert not Navraag.objects.exists()


def test_the_same_question_twice_is_one_and_there_is_a_bound(sessie, school, monkeypatch):
    assert maak_navraag(sessie, school) == maak_navraag(sessie, school)
    assert Navraag.objects.count() == 1
    assert Journaalregel.objects.filter(soort="navraag_genoteerd").count() == 1
    monkeypatch.setattr("routekaart.zaal.navraag.handelingen.MEESTE", 1)
    reactie = telefoon(sessie).post(f"/m/{sessie.code}/navraag/", {"aan": str(school.sleutel), "tekst": "Nog een"})
    assert (reactie.status_code, "Zeg uw vraag in de zaal" in reactie.text, "Nog een" in reactie.text) == (
        422,
        True,
        True,
    )


def test_a_member_notes_and_a_reader_does_not(sessie, school):
    deelnemer = lid(sessie, Rol.DEELNEMER)
    velden = {"aan": str(school.sleutel), "tekst": "Mag het plein open?"}
    assert "De vraag is genoteerd." in deelnemer.post(pad(sessie), velden, follow=True).text
    assert lid(sessie, Rol.LEZER).post(pad(sessie), velden).status_code == 403
    reactie = deelnemer.post(pad(sessie), {"aan": "", "tekst": ""})
    assert (reactie.status_code, Navraag.objects.count()) == (422, 1)
    pagina = lid(sessie, Rol.LEZER).get(pad(sessie)).text
    assert "Mag het plein open?" in pagina
    assert "<textarea" not in pagina


def test_the_desk_notes_and_comes_back_to_the_desk(sessie, school):
    regisseur = lid(sessie, Rol.WIJKREGISSEUR)
    regie = f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/"
    assert "Niet in de zaal: De School." in regisseur.get(regie).text
    reactie = regisseur.post(pad(sessie), {"aan": str(school.sleutel), "tekst": "Komt u?", "regie": "1"}, follow=True)
    assert reactie.request["PATH_INFO"] == regie
    assert "Aan De School:" in reactie.text
    assert "Nog te verdelen: 1 vraag" in reactie.text


def test_each_note_ends_with_who_asks_before_when_and_the_answer(sessie, school):
    rij, bakker = maak_navraag(sessie, school), maak_partij(sessie.wijk, "De Bakker").actor
    regisseur = lid(sessie, Rol.WIJKREGISSEUR)
    assert [r.pk for r in navragen_van(sessie).te_verdelen] == [rij.pk]
    reactie = regisseur.post(pad(sessie, rij.sleutel, "verdelen"), {"wie": "", "voor": "morgen"})
    assert reactie.status_code == 422
    regisseur.post(pad(sessie, rij.sleutel, "verdelen"), {"wie": "wijkregisseur", "voor": "2031-05-09"})
    assert "De wijkregisseur vraagt dit, voor 9 mei 2031." in regisseur.get(pad(sessie)).text
    regisseur.post(pad(sessie, rij.sleutel, "verdelen"), {"wie": str(bakker.sleutel), "voor": "2031-06-09"})
    afspraak = Navraagafspraak.objects.get()
    assert (afspraak.actor, afspraak.rol, afspraak.voor) == (bakker, "", date(2031, 6, 9))
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    deelnemer = lid(sessie, Rol.DEELNEMER)
    reactie = deelnemer.post(pad(sessie, rij.sleutel, "afronden"), {"uitkomst": "vervallen", "tekst": "Nee"})
    assert reactie.status_code == 422  # only who leads drops a question
    deelnemer.post(pad(sessie, rij.sleutel, "afronden"), {"uitkomst": "gevraagd", "tekst": "Ja, na vieren."})
    assert Navraagafsluiting.objects.get().tekst == "Ja, na vieren."
    assert "Ja, na vieren." in regisseur.get(pad(sessie)).text
    reactie = regisseur.post(pad(sessie, rij.sleutel, "afronden"), {"uitkomst": "gevraagd", "tekst": "Weer"})
    assert (reactie.status_code, Navraagafsluiting.objects.count()) == (422, 1)
    journaal = regisseur.get("/wijken/proefwijk/journaal/").text
    for zin in ("vraag aan De School", "De wijkregisseur vraagt De School", "De Bakker vraagt De School", "gevraagd."):
        assert zin in journaal


def test_what_is_still_to_be_asked_is_work_on_the_wijk_and_at_perrons_4_and_5(sessie, school):
    lezer = lid(sessie, Rol.LEZER)
    paginas = ["/wijken/proefwijk/", *[f"/wijken/proefwijk/routekaart/perron/{nr}/" for nr in (4, 5)]]
    assert not any("Nog te vragen aan wie er niet was" in lezer.get(p).text for p in paginas)
    rij = maak_navraag(sessie, school)
    assert all("Nog te vragen aan wie er niet was" in lezer.get(p).text for p in paginas)
    assert "nog niet afgesproken wie dit vraagt" in lezer.get(paginas[0]).text
    assert "wie er niet was" not in lezer.get("/wijken/proefwijk/routekaart/perron/1/").text
    rond_af(navraag=rij, uitkomst=NavraagUitkomst.GEVRAAGD, tekst="Ja.", door=None)
    assert not any("Nog te vragen aan wie er niet was" in lezer.get(p).text for p in paginas)
    assert open_navragen(sessie.wijk) == []


def test_a_dropped_note_is_counted_only(sessie, school):
    rij = maak_navraag(sessie, school, "Lelijk woord")
    regisseur = lid(sessie, Rol.REISLEIDER)
    regisseur.post(pad(sessie, rij.sleutel, "afronden"), {"uitkomst": "vervallen", "tekst": "Hoort hier niet."})
    pagina = regisseur.get(pad(sessie)).text
    assert "Lelijk woord" not in pagina
    assert "1 vraag is niet meer nodig." in pagina


def test_after_closing_nothing_is_noted_but_work_goes_on(sessie, school):
    rij = maak_navraag(sessie, school)
    client = telefoon(sessie)
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    with geweigerd("afgelopen"):
        noteer(sessie=sessie, aan=school, tekst="Laat.", taal=Taal.NL, door=None)
    assert client.post(f"/m/{sessie.code}/navraag/", {"aan": str(school.sleutel), "tekst": "x"}).status_code == 302
    assert Navraag.objects.count() == 1
    assert "Een vraag noteren" not in lid(sessie, Rol.WIJKREGISSEUR).get(pad(sessie)).text
    verdeel(navraag=rij, wie=Rol.REISLEIDER, voor=DAG, door=None)
    rond_af(navraag=rij, uitkomst=NavraagUitkomst.GEVRAAGD, tekst="Ja.", door=None)
    with geweigerd("navraag_al_afgerond", "al afgerond"):
        verdeel(navraag=rij, wie=Rol.REISLEIDER, voor=DAG, door=None)


def test_when_everyone_is_there_nobody_is_asked(sessie, school):
    meld_aanwezig(sessie=sessie, actor=school, er=True, door=None)
    assert "Iedereen die we verwachten, is er." in telefoon(sessie).get(f"/m/{sessie.code}/navraag/").text
    assert (
        "Iedereen die u verwacht, is er."
        in lid(sessie, Rol.WIJKREGISSEUR).get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/").text
    )


def test_a_note_of_another_meeting_is_not_found(sessie, school):
    rij, ander = maak_navraag(sessie, school), maak_sessie(sessie.wijk, "Een andere")
    regisseur = lid(sessie, Rol.WIJKREGISSEUR)
    assert regisseur.post(pad(ander, rij.sleutel, "afronden"), {"uitkomst": "gevraagd"}).status_code == 404


@pytest.mark.parametrize(
    "tekst", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<svg/onload=alert(1)>"]
)
def test_a_payload_stays_text_on_every_page(sessie, school, tekst):
    maak_navraag(sessie, school, tekst)
    regisseur = lid(sessie, Rol.WIJKREGISSEUR)
    basis = f"/wijken/proefwijk/zaal/{sessie.sleutel}"
    for adres in (
        pad(sessie),
        f"{basis}/regie/",
        f"{basis}/verslag/",
        "/wijken/proefwijk/",
        "/wijken/proefwijk/journaal/",
    ):
        pagina = regisseur.get(adres).text
        assert not [r for r in ("<script>alert", "<img src=x", "<svg/onload") if r in pagina], adres


def test_the_number_of_queries_does_not_grow(sessie, school):
    regisseur, aantallen = lid(sessie, Rol.WIJKREGISSEUR), []
    for hoeveel in (1, 29):
        for nr in range(hoeveel):
            rij = maak_navraag(sessie, school, f"Vraag {hoeveel} {nr}")
            if nr % 2:
                verdeel(navraag=rij, wie=school, voor=DAG, door=None)
        with CaptureQueriesContext(connection) as vragen:
            regisseur.get(pad(sessie))
            regisseur.get("/wijken/proefwijk/")
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]
