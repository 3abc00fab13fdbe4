# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of preparing: a meeting waits, begins, is used again or is off."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from actoren.models import Plaats
from routekaart.models import Leervraag
from routekaart.zaal.gasten.handelingen import meld_aanwezig
from routekaart.zaal.gasten.ontbreekt import ontbrekend, verwacht
from routekaart.zaal.models import Kaart, Ronde, Sessie, Sessiesoort, Stap, Stem, Uitnodiging
from routekaart.zaal.programma.handelingen import ga_naar
from routekaart.zaal.programma.sjablonen import PROGRAMMAS, VERDIEPINGEN
from routekaart.zaal.programma.stand import zaalstand
from routekaart.zaal.sessie.handelingen import (
    begin,
    gebruik_opnieuw,
    kies_leervragen,
    last_af,
    nodig_uit,
    sluit_sessie,
    wijzig_gegevens,
)
from routekaart.zaal.sessie.staat import agenda, is_begonnen, rondes_met_staat, sessies_van
from tests.factories import ingelogd, maak_lid, maak_partij, maak_routekaart, maak_wijk
from tests.factories_draad import maak_besluit
from tests.factories_voorbereiding import maak_leervraag, maak_voorbereid, morgen
from tests.factories_zaal import maak_gast, maak_kaart, maak_sessie, naar
from tests.weigert import geweigerd
from wijken.models import Gebied, Journaalregel, Rol
from wijkwijzer.errors import Verouderd

pytestmark = pytest.mark.django_db


@pytest.fixture
def wijk():
    return maak_wijk()


def weigert(code, zin, handeling, **alles):
    with geweigerd(code, zin):
        handeling(**alles, door=None)


def test_a_prepared_meeting_has_its_programme_and_waits(wijk):
    sessie = maak_voorbereid(wijk, plaats="Buurthuis", begintijd=time(19, 30))
    programma = PROGRAMMAS[Sessiesoort.STARTSESSIE]
    velden = ("vraag_nl", "vraag_en", "methode", "minuten", "anoniem", "verdekt", "perron")
    assert [tuple(getattr(r, v) for v in velden) for r in sessie.rondes.all()] == [
        tuple(getattr(r, v) for v in velden) for r in programma.rondes
    ]
    assert [r.volgorde for r in sessie.rondes.all()] == list(range(1, len(programma.rondes) + 1))
    assert not is_begonnen(sessie)
    with pytest.raises(LookupError):
        zaalstand(sessie)
    assert len(sessie.code) == 6


def test_a_verdieping_has_the_questions_of_its_perron(wijk):
    sessie = maak_voorbereid(wijk, soort=Sessiesoort.VERDIEPING, perron=5)
    assert sessie.rondes.count() == len(VERDIEPINGEN[5].rondes)
    assert sessie.rondes.filter(perron=5).count() == 3


def test_beginning_brings_the_room_to_the_first_question_today(wijk):
    sessie = maak_voorbereid(wijk)
    begin(sessie=sessie, door=None)
    sessie.refresh_from_db()
    assert sessie.datum == timezone.localdate()
    stand = zaalstand(sessie)
    assert (stand.nummer, stand.stap) == (1, Stap.WACHT)
    weigert("bijeenkomst_al_begonnen", "is al begonnen", begin, sessie=sessie)
    assert maak_gast(sessie)


def test_a_meeting_without_a_question_does_not_begin(wijk):
    sessie = maak_voorbereid(wijk, soort=Sessiesoort.VRAAG)
    weigert("programma_zonder_vraag", "Zet eerst een vraag in het programma.", begin, sessie=sessie)
    assert not is_begonnen(sessie)


def test_a_meeting_is_called_off_before_it_begins(wijk):
    sessie = maak_voorbereid(wijk)
    last_af(sessie=sessie, reden="De zaal is dicht.", door=None)
    for handeling, alles in ((begin, {}), (last_af, {"reden": "Nog eens."}), (nodig_uit, {"partijen": []})):
        weigert("bijeenkomst_gaat_niet_door", "gaat niet door", handeling, sessie=sessie, **alles)
    andere = maak_voorbereid(wijk)
    begin(sessie=andere, door=None)
    weigert("bijeenkomst_al_begonnen", "is al begonnen", last_af, sessie=andere, reden="Te laat.")


def test_the_facts_can_be_changed_until_it_begins(wijk):
    casus = Gebied.objects.create(wijk=wijk, naam="De Hoge Flat", soort="flat", casus=True)
    sessie = maak_voorbereid(wijk)
    nieuw = {"titel": "Anders", "plaats": "School", "datum": morgen(), "begintijd": time(9), "casus": casus}
    gewijzigd = wijzig_gegevens(sessie=sessie, versie=sessie.versie, door=None, **nieuw)
    assert {k: getattr(gewijzigd, k) for k in nieuw} == nieuw
    with pytest.raises(Verouderd):
        wijzig_gegevens(sessie=sessie, versie=sessie.versie, door=None, **nieuw)
    begin(sessie=sessie, door=None)
    weigert(
        "bijeenkomst_al_begonnen", "is al begonnen", wijzig_gegevens, sessie=sessie, versie=gewijzigd.versie, **nieuw
    )


def test_invitations_are_exactly_those_that_were_chosen(wijk):
    een, twee, drie = (maak_partij(wijk, naam).actor for naam in ("De Een", "De Twee", "De Drie"))
    sessie = maak_voorbereid(wijk, partijen=[een, twee])
    eerste = Uitnodiging.objects.get(actor=twee)
    nodig_uit(sessie=sessie, partijen=[twee, drie], door=None)
    assert {u.actor for u in sessie.uitnodigingen.all()} == {twee, drie}
    assert Uitnodiging.objects.get(actor=twee) == eerste, "who stays invited keeps the invitation"
    nodig_uit(sessie=sessie, partijen=[], door=None)
    assert not sessie.uitnodigingen.exists()


def test_with_invitations_only_who_was_invited_can_be_missing(wijk):
    een, twee = (maak_partij(wijk, naam) for naam in ("De Een", "De Twee"))
    maak_besluit(twee, Plaats.LATER)
    sessie = maak_sessie(wijk)
    assert verwacht(sessie) == [een.actor]
    nodig_uit(sessie=sessie, partijen=[twee.actor], door=None)
    assert ontbrekend(sessie).namen == ["De Twee"], "invited is expected, also when it boards later"
    meld_aanwezig(sessie=sessie, actor=twee.actor, er=True, door=None)
    assert ontbrekend(sessie).namen == []


def test_learning_questions_are_chosen_and_a_new_one_lands_on_the_perron(wijk):
    reis = maak_routekaart(wijk)
    een, twee = maak_leervraag(reis, "Een?"), maak_leervraag(reis, "Twee?")
    sessie = maak_voorbereid(wijk)
    kies_leervragen(sessie=sessie, leervragen=[een], door=None)
    kies_leervragen(sessie=sessie, leervragen=[twee], nieuw="Drie?", door=None)
    assert [str(x) for x in sessie.leervragen.all()] == ["Twee?", "Drie?"]
    assert Leervraag.objects.get(vraag="Drie?").routekaart == reis
    weigert("onderdeel_staat_er_al", "Dit staat er al", kies_leervragen, sessie=sessie, leervragen=[], nieuw="Een?")
    assert sessie.leervragen.count() == 2


def test_without_a_journey_there_is_no_place_for_a_learning_question(wijk):
    sessie = maak_voorbereid(wijk)
    weigert(
        "leervraag_zonder_routekaart",
        "Begin eerst een routekaart.",
        kies_leervragen,
        sessie=sessie,
        leervragen=[],
        nieuw="Wat?",
    )
    assert not Leervraag.objects.exists()


def test_a_meeting_is_used_again_without_what_people_said(wijk):
    reis, partij = maak_routekaart(wijk), maak_partij(wijk)
    oud = maak_voorbereid(wijk, plaats="Buurthuis", partijen=[partij.actor])
    kies_leervragen(sessie=oud, leervragen=[maak_leervraag(reis)], door=None)
    begin(sessie=oud, door=None)
    naar(oud, Stap.SCHRIJF)
    maak_kaart(maak_gast(oud), "Meer groen.")
    sluit_sessie(sessie=oud, reden="Klaar.", door=None)
    nieuw = gebruik_opnieuw(sessie=oud, titel="Weer", datum=morgen(), plaats=oud.plaats, door=None)
    velden = ("volgorde", "vraag_nl", "vraag_en", "methode", "minuten", "anoniem", "verdekt", "perron")
    assert list(nieuw.rondes.values(*velden)) == list(oud.rondes.values(*velden))
    assert [u.actor for u in nieuw.uitnodigingen.all()] == [partij.actor]
    assert [str(x) for x in nieuw.leervragen.all()] == ["Wat bindt ons?"]
    assert (nieuw.plaats, nieuw.soort, nieuw.datum) == ("Buurthuis", oud.soort, morgen())
    assert nieuw.code != oud.code
    assert not is_begonnen(nieuw)
    assert not nieuw.gasten.exists()
    assert not Kaart.objects.filter(ronde__sessie=nieuw).exists()
    assert not Stem.objects.filter(ronde__sessie=nieuw).exists()
    assert Ronde.objects.filter(sessie=oud).count() == nieuw.rondes.count()


def test_learning_questions_of_an_earlier_journey_stay_behind(wijk):
    reis = maak_routekaart(wijk)
    oud = maak_voorbereid(wijk)
    kies_leervragen(sessie=oud, leervragen=[maak_leervraag(reis)], door=None)
    maak_routekaart(wijk, "De volgende reis")
    assert not gebruik_opnieuw(sessie=oud, titel="Weer", datum=morgen(), door=None).leervragen.exists()


def test_the_agenda_knows_what_comes_goes_on_is_over_and_is_off(wijk):
    later, eerder = maak_voorbereid(wijk, "Later"), maak_voorbereid(wijk, "Eerder", datum=timezone.localdate())
    bezig, dicht, af = maak_sessie(wijk), maak_sessie(wijk), maak_voorbereid(wijk)
    sluit_sessie(sessie=dicht, reden="Klaar.", door=None)
    last_af(sessie=af, reden="Dicht.", door=None)
    uit = agenda(sessies_van(wijk))
    assert (uit.komend, uit.bezig, uit.gesloten, uit.afgelast) == ([eerder, later], [bezig], [dicht], [af])


def test_a_meeting_whose_day_went_by_says_so_until_somebody_picks_a_day(wijk):
    vergeten, vandaag = maak_voorbereid(wijk, "Vergeten"), maak_voorbereid(wijk, "Vandaag", datum=timezone.localdate())
    Sessie.objects.filter(pk=vergeten.pk).update(datum=timezone.localdate() - timedelta(days=1))
    assert {s.titel: s.dag_voorbij for s in sessies_van(wijk)} == {"Vergeten": True, "Vandaag": False}
    pagina = ingelogd(maak_lid(wijk, Rol.WIJKREGISSEUR)).get(f"/wijken/{wijk.slug}/zaal/").text
    assert pagina.count("deze dag is voorbij: kies een andere dag") == 1
    begin(sessie=vandaag, door=None)
    begin(sessie=vergeten, door=None)
    assert "deze dag is voorbij" not in ingelogd(maak_lid(wijk)).get(f"/wijken/{wijk.slug}/zaal/").text


def test_the_programme_knows_where_the_room_has_been(wijk):
    sessie = maak_voorbereid(wijk)
    begin(sessie=sessie, door=None)
    stand = zaalstand(sessie)
    assert [(r.bereikt, r.begonnen) for r in rondes_met_staat(sessie)][:2] == [(True, False), (False, False)]
    ga_naar(ronde=stand.ronde, stap=Stap.SCHRIJF, gezien=stand.versie, door=None)
    assert [(r.bereikt, r.begonnen) for r in rondes_met_staat(sessie)][:2] == [(True, True), (False, False)]


def test_the_journal_has_a_line_for_each(wijk):
    sessie = maak_voorbereid(wijk, partijen=[maak_partij(wijk).actor])
    nodig_uit(sessie=sessie, partijen=[], door=None)
    last_af(sessie=sessie, reden="Dicht.", door=None)
    soorten = list(Journaalregel.objects.filter(onderwerp=sessie.sleutel).values_list("soort", flat=True))
    assert sorted(soorten) == ["partijen_uitgenodigd", "sessie_afgelast", "sessie_voorbereid"]
