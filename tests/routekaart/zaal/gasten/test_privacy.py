# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Guests as persons: coming in again with a code from the desk, and being forgotten after a while."""

from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from routekaart.zaal.gasten.beperking import MISLUKT_PER_ADRES, beperking
from routekaart.zaal.gasten.handelingen import kom_terug, maak_terugkomst, vergeet_gasten
from routekaart.zaal.gasten.lezen import telefoons
from routekaart.zaal.gasten.ontbreekt import ontbrekend
from routekaart.zaal.models import (
    Gast,
    Gastenopruiming,
    Gastentelling,
    Kaart,
    Sessie,
    Sessiesluiting,
    Stap,
    Stem,
    Stemkeuze,
    Terugkomst,
)
from routekaart.zaal.navraag.lezen import navragen_van
from routekaart.zaal.papier.verslag import aanwezigen
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.factories import ingelogd, maak_lid, maak_partij, maak_wijk
from tests.factories_zaal import maak_gast, maak_navraag, maak_sessie, naar, ronde_van, stuur_kaart, telefoon
from tests.weigert import geweigerd
from wijken.models import Journaalregel, Rol

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _niets_geteld():
    beperking.vergeet()
    yield
    beperking.vergeet()


@pytest.fixture
def sessie():
    return maak_sessie(maak_wijk(), anoniem=False, stap=Stap.SCHRIJF)


def regisseur(sessie):
    return ingelogd(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR))


def basis(sessie, *delen):
    return "/".join([f"/wijken/proefwijk/zaal/{sessie.sleutel}/regie/terug", *map(str, delen), ""])


def kom(client, sessie, code):
    return client.post(f"/m/{sessie.code}/terug/", {"toegang": code, "taal": "nl"})


def test_a_guest_who_lost_the_phone_takes_the_own_seat_again_once(sessie):
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    oud = telefoon(sessie, str(actor.sleutel), naam="Zonnestraal")
    gast, desk = Gast.objects.get(), regisseur(sessie)
    pagina = desk.get(basis(sessie)).text
    assert f"De Bakker, Zonnestraal, binnen om {timezone.localtime(gast.moment):%H:%M}" in pagina
    pagina = desk.post(basis(sessie), {"gast": str(gast.sleutel)}, follow=True).text
    rij = Terugkomst.objects.get()
    assert f"{rij.code[:3]} {rij.code[3:]}" in pagina
    assert desk.get(basis(sessie, rij.sleutel) + "qr.svg")["Content-Type"] == "image/svg+xml"
    nieuw = Client()
    assert "Weer meedoen" in nieuw.get(f"/m/{sessie.code}/terug/?c={rij.code}").text
    assert Terugkomst.objects.exists()  # looking at the link uses nothing up
    reactie = kom(nieuw, sessie, rij.code.lower())
    assert (reactie.status_code, reactie["Location"]) == (302, f"/m/{sessie.code}/")
    stuur_kaart(nieuw, sessie, "Van de nieuwe telefoon")
    assert (Kaart.objects.get().actor, Kaart.objects.get().gast_id) == (actor, gast.pk)
    assert Gast.objects.count() == 1
    assert "Bij wie hoort u?" in oud.get(f"/m/{sessie.code}/").text  # the lost phone is out
    reactie = kom(Client(), sessie, rij.code)
    assert (reactie.status_code, "Deze code werkt niet." in reactie.text) == (422, True)
    assert desk.get(basis(sessie, rij.sleutel)).status_code == 404


def test_without_a_name_a_phone_is_known_by_party_and_time(sessie):
    maak_gast(sessie)
    assert [w.split(",")[0] for _, w in telefoons(sessie).values()] == ["Bewoner"]


def test_expired_used_unknown_and_foreign_codes_answer_alike(sessie):
    ander = maak_sessie(sessie.wijk, "Een andere", stap=Stap.SCHRIJF)
    vreemd = maak_terugkomst(gast=maak_gast(ander), door=None).code
    verlopen = maak_terugkomst(gast=maak_gast(sessie), door=None)
    Terugkomst.objects.filter(pk=verlopen.pk).update(verloopt=timezone.now() - timedelta(seconds=1))
    gebruikt = maak_terugkomst(gast=maak_gast(sessie), door=None).code
    kom_terug(sessie=sessie, code=gebruikt)
    vervangen = maak_terugkomst(gast=(gast := maak_gast(sessie)), door=None).code
    maak_terugkomst(gast=gast, door=None)
    for code in (vreemd, verlopen.code, gebruikt, vervangen, "CCCCCC", "", "x" * 10_000):
        reactie = kom(Client(), sessie, code)
        assert (reactie.status_code, "Deze code werkt niet." in reactie.text) == (422, True), code
        assert "ww_gast" not in reactie.cookies
    assert kom(Client(), ander, vreemd).status_code == 302


def test_a_code_lives_ten_minutes_and_not_after_closing(sessie):
    gast = maak_gast(sessie)
    rij = maak_terugkomst(gast=gast, door=None)
    assert rij.verloopt - rij.moment == timedelta(minutes=10)
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    with geweigerd("terug_onbekend"):
        kom_terug(sessie=sessie, code=rij.code)
    with geweigerd("bijeenkomst_gesloten", "gesloten"):
        maak_terugkomst(gast=gast, door=None)
    assert "Deze bijeenkomst is gesloten." in regisseur(sessie).get(basis(sessie)).text


def test_codes_of_coming_back_can_not_be_walked(sessie):
    for _ in range(MISLUKT_PER_ADRES):
        assert kom(Client(), sessie, "CCCCCC").status_code == 422
    rij = maak_terugkomst(gast=maak_gast(sessie), door=None)
    assert kom(Client(), sessie, rij.code).status_code == 429
    assert Client().get(f"/m/{sessie.code}/").status_code == 200  # the room itself is not locked out
    assert kom(Client(REMOTE_ADDR="10.1.2.3"), sessie, rij.code).status_code == 302


def test_the_journal_says_that_somebody_came_back_and_not_who(sessie):
    gast = maak_gast(sessie, naam="Zonnestraal")
    kom_terug(sessie=sessie, code=maak_terugkomst(gast=gast, door=None).code)
    for regel in Journaalregel.objects.filter(soort__in=["terugkomst_gemaakt", "gast_terug"]):
        assert (regel.namens, regel.onderwerp) == (None, sessie.sleutel)
        assert "Zonnestraal" not in repr(regel.nieuw)
    assert "kwam iemand opnieuw binnen" in regisseur(sessie).get("/wijken/proefwijk/journaal/").text


def oud_worden(sessie, **geleden):
    Sessiesluiting.objects.filter(sessie=sessie).update(moment=timezone.now() - timedelta(**geleden))


def ruim_op():
    """Clean everything, and return what it says about guests."""
    uit = StringIO()
    call_command("ruim_op", stdout=uit)
    return next(regel for regel in uit.getvalue().splitlines() if regel.startswith("Bijeenkomsten"))


def gevuld(sessie):
    """Two guests of a party and a resident, with names and cards; returns the sleutels of the guests."""
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    for wie, naam in (
        (str(actor.sleutel), "Zonnestraal"),
        (str(actor.sleutel), "Maanlicht"),
        ("bewoner", "Sterrenstof"),
    ):
        stuur_kaart(telefoon(sessie, wie, naam=naam), sessie, f"Kaart nummer {len(naam)}")
    assert Kaart.objects.filter(gast__isnull=False).count() == 3
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    return [str(s) for s in Gast.objects.values_list("sleutel", flat=True)]


def alles_in_de_database():
    """Every value of every row of our own tables, as one text."""
    delen = []
    for model in apps.get_models():
        if model.__module__.startswith(("wijken", "actoren", "routekaart")):
            delen += [repr(waarde) for rij in model._default_manager.values_list() for waarde in rij]
    return " ".join(delen)


def test_after_the_retention_period_no_row_of_the_database_holds_a_guest(sessie):
    sleutels = gevuld(sessie)
    sporen = ["Zonnestraal", "Maanlicht", "Sterrenstof", *sleutels]
    assert all(s in alles_in_de_database() for s in sporen)  # the walk can find something
    oud_worden(sessie, weeks=8, minutes=1)
    assert ruim_op() == "Bijeenkomsten: 1. Gasten vergeten: 3."
    alles = alles_in_de_database()
    assert [s for s in sporen if s in alles] == []
    assert not Gast.objects.exists()
    assert not Kaart.objects.filter(gast__isnull=False).exists()
    assert Kaart.objects.count() == 3  # what was said stays, with its party


def test_the_report_keeps_the_counts_per_party(sessie):
    maak_navraag(sessie, maak_partij(sessie.wijk, "De School").actor)
    gevuld(sessie)
    voor = (aanwezigen(sessie), ontbrekend(sessie).namen)
    assert dict(voor[0]) == {"De Bakker": 2, "bewoner": 1}
    vergeet_gasten(sessie=sessie, door=None)
    sessie = Sessie.objects.select_related("wijk").get(pk=sessie.pk)
    assert (aanwezigen(sessie), ontbrekend(sessie).namen) == voor
    assert len(navragen_van(sessie).zichtbaar) == 1
    pagina = regisseur(sessie).get(f"/wijken/proefwijk/zaal/{sessie.sleutel}/verslag/").text
    assert "De Bakker: 2 telefoons" in pagina


def test_residents_that_were_there_are_not_missing_afterwards(sessie):
    from actoren.models import Soort

    maak_partij(sessie.wijk, "Bewoners van de wijk", Soort.BEWONERS)
    maak_gast(sessie)
    assert ontbrekend(sessie).namen == []
    vergeet_gasten(sessie=sessie, door=None)
    assert ontbrekend(sessie).namen == []


def test_clearing_again_does_nothing_new_and_the_journal_tells_it_without_names(sessie):
    gevuld(sessie)
    assert ruim_op() == "Bijeenkomsten: 0. Gasten vergeten: 0."
    oud_worden(sessie, weeks=9)
    ruim_op()
    regel = Journaalregel.objects.get(soort="gasten_vergeten")
    assert (regel.nieuw, regel.door, regel.namens) == ({"titel": sessie.titel, "aantal": 3}, None, None)
    voor = Journaalregel.objects.count()
    assert ruim_op() == "Bijeenkomsten: 0. Gasten vergeten: 0."
    assert (Journaalregel.objects.count(), Gastenopruiming.objects.count()) == (voor, 1)
    with geweigerd("gasten_al_vergeten", "al vergeten"):
        vergeet_gasten(sessie=sessie, door=None)
    assert "zijn vergeten: 3." in regisseur(sessie).get("/wijken/proefwijk/journaal/").text


def test_a_meeting_without_guests_is_cleared_too(sessie):
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    oud_worden(sessie, weeks=8, minutes=1)
    assert ruim_op() == "Bijeenkomsten: 1. Gasten vergeten: 0."
    assert not Gastentelling.objects.exists()


@pytest.mark.parametrize(("weken", "geleden", "vergeten"), [(2, 13, 0), (2, 15, 1), (20, 100, 0), (20, 141, 1)])
def test_the_period_is_a_setting(sessie, settings, weken, geleden, vergeten):
    settings.BEWAARTERMIJN_GASTEN = timedelta(weeks=weken)
    maak_gast(sessie)
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    oud_worden(sessie, days=geleden)
    assert ruim_op().startswith(f"Bijeenkomsten: {vergeten}.")


@pytest.mark.parametrize(("weken", "geleden", "vergeten"), [(2, 50, 0), (2, 60, 1), (20, 60, 0)])
def test_one_that_nobody_closed_is_cleared_once_its_code_is_dead(sessie, settings, weken, geleden, vergeten):
    settings.BEWAARTERMIJN_GASTEN = timedelta(weeks=weken)
    maak_gast(sessie)
    Sessie.objects.filter(pk=sessie.pk).update(datum=timezone.localdate() - timedelta(days=geleden))
    assert ruim_op().startswith(f"Bijeenkomsten: {vergeten}.")
    if vergeten:
        assert Client().get(f"/m/{sessie.code}/").status_code == 404


def test_the_journal_never_held_a_name(sessie):
    gevuld(sessie)
    regels = " ".join(repr(waarde) for rij in Journaalregel.objects.values_list() for waarde in rij)
    assert not [naam for naam in ("Zonnestraal", "Maanlicht", "Sterrenstof") if naam in regels]
    assert "De Bakker" in regels


def test_a_vote_holds_at_most_the_bare_kind_of_party(sessie):
    """Walked through every column: no guest, no party, no secret of the phone, and nothing left of it at closing."""
    naar(sessie, Stap.STEM)
    from routekaart.zaal.models.methode import Methode
    from routekaart.zaal.programma.handelingen import ga_naar, voeg_vraag_toe
    from routekaart.zaal.programma.stand import zaalstand

    ronde = voeg_vraag_toe(sessie=sessie, vraag="Eens?", methode=Methode.STELLING, door=None)
    ga_naar(ronde=ronde, stap=Stap.STEM, gezien=zaalstand(sessie).versie, door=None)
    actor = maak_partij(sessie.wijk, "De Bakker").actor
    client = telefoon(sessie, str(actor.sleutel), naam="Zonnestraal")
    client.post(f"/m/{sessie.code}/stem/", {"ronde": str(ronde_van(sessie).sleutel), "keuze": "eens"})
    stem, gast = Stem.objects.get(), Gast.objects.get()
    assert (stem.keuze, stem.soort) == (Stemkeuze.EENS, actor.soort)
    velden = {f.name for f in Stem._meta.get_fields()}
    assert not velden & {"gast", "actor", "door", "naam"}
    regel = Journaalregel.objects.get(soort="stem_uitgebracht")
    toestel = client.cookies["ww_toestel"].value
    for rij in (stem, regel):
        alles = " ".join(repr(getattr(rij, f.attname)) for f in rij._meta.concrete_fields)
        geheim = ("Zonnestraal", "De Bakker", str(gast.sleutel), gast.sleutel.hex, str(actor.sleutel), toestel)
        assert not [s for s in geheim if s in alles]
    assert "eens" not in repr(regel.nieuw)
    voor = stem.apparaatsleutel
    sluit_sessie(sessie=sessie, reden="Klaar.", door=None)
    assert Stem.objects.get().apparaatsleutel != voor
