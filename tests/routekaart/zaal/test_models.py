# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of the room that the database itself holds, by name."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from routekaart.zaal.models import (
    Aanwezigheid,
    Actie,
    Besluit,
    Gast,
    Kaart,
    Kaartgroep,
    Kaartverberging,
    Plaatsing,
    Ronde,
    Sessie,
    Stem,
    Zaalstap,
)
from routekaart.zaal.models import Sessiesluiting as Sluiting
from tests.factories import maak_partij, maak_wijk
from tests.factories_zaal import maak_gast, maak_sessie, ronde_van

pytestmark = pytest.mark.django_db


def weigert(naam, maak):
    """Check that making this violates the constraint of that name (SQLite names the columns of a unique one)."""
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        maak()
    assert naam in str(fout.value) or "UNIQUE" in str(fout.value)


def stempel() -> dict[str, Any]:
    return {"versie": 99, "moment": timezone.now()}


@pytest.fixture
def sessie():
    return maak_sessie(maak_wijk())


def kaart_velden(ronde, **anders):
    vast = {"ronde": ronde, "tekst": "Groen.", "taal": "nl", "herkomst": "telefoon", "anoniem": True}
    return vast | stempel() | anders


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("sessie_soort_bestaat", {"soort": "feest"}),
        ("sessie_met_titel", {"titel": ""}),
        ("sessie_met_code", {"code": ""}),
    ],
)
def test_a_meeting(sessie, naam, velden):
    vast = {"wijk": sessie.wijk, "soort": "vraag", "titel": "X", "datum": sessie.datum, "code": "CCCCCC"} | stempel()
    weigert(naam, lambda: Sessie.objects.create(**(vast | velden)))
    weigert("code", lambda: Sessie.objects.create(**(vast | {"code": sessie.code})))


def test_the_end_of_a_meeting(sessie):
    vast = {"sessie": sessie} | stempel()
    weigert("sessiesluiting_uitkomst_bestaat", lambda: Sluiting.objects.create(**vast, uitkomst="ruzie"))
    weigert("sessiesluiting_geen_acties_met_reden", lambda: Sluiting.objects.create(**vast, uitkomst="geen"))
    Sluiting.objects.create(**vast, uitkomst="gewoon")
    weigert("sessie", lambda: Sluiting.objects.create(**vast, uitkomst="gewoon"))


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("ronde_volgorde_uniek_in_sessie", {"volgorde": 1}),
        ("ronde_methode_bestaat", {"methode": "gokken"}),
        ("ronde_met_vraag", {"vraag_nl": ""}),
        ("ronde_perron_1_tot_9", {"perron": 10}),
        ("ronde_minuten", {"minuten": 0}),
    ],
)
def test_a_question(sessie, naam, velden):
    vast = {"sessie": sessie, "volgorde": 2, "vraag_nl": "Hoe?", "methode": "open", "anoniem": True, "verdekt": True}
    weigert(naam, lambda: Ronde.objects.create(**(vast | stempel() | velden)))


def test_a_step(sessie):
    ronde = ronde_van(sessie)
    weigert("zaalstap_stap_bestaat", lambda: Zaalstap.objects.create(ronde=ronde, stap="dansen", **stempel()))
    Zaalstap.objects.create(ronde=ronde, stap="schrijf", **stempel())
    weigert("zaalstap_versie_uniek", lambda: Zaalstap.objects.create(ronde=ronde, stap="onthul", **stempel()))


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("gast_soort_bestaat", {"soort": "koning"}),
        ("gast_taal_bestaat", {"taal": "xx"}),
        ("gast_partij_bij_soort", {"soort": "partij"}),
    ],
)
def test_a_guest(sessie, naam, velden):
    vast = {"sessie": sessie, "soort": "bewoner", "taal": "nl"} | stempel()
    weigert(naam, lambda: Gast.objects.create(**(vast | velden)))


def test_only_a_guest_of_a_party_has_one(sessie):
    actor = maak_partij(sessie.wijk).actor
    velden = {"sessie": sessie, "taal": "nl", "actor": actor} | stempel()
    weigert("gast_partij_bij_soort", lambda: Gast.objects.create(**velden, soort="bewoner"))


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("kaart_met_tekst", {"tekst": ""}),
        ("kaart_aantal", {"aantal": 0}),
        ("kaart_aantal", {"aantal": 1000}),
        ("kaart_herkomst_bestaat", {"herkomst": "duif"}),
        ("kaart_taal_bestaat", {"taal": "xx"}),
    ],
)
def test_a_card(sessie, naam, velden):
    weigert(naam, lambda: Kaart.objects.create(**kaart_velden(ronde_van(sessie), **velden)))


def test_an_anonymous_card_can_not_hold_a_guest_or_a_party(sessie):
    ronde, gast, actor = ronde_van(sessie), maak_gast(sessie), maak_partij(sessie.wijk).actor
    for velden in ({"gast": gast}, {"actor": actor}):
        gevuld = kaart_velden(ronde, **velden)
        weigert("kaart_anoniem_zonder_gast_en_partij", lambda g=gevuld: Kaart.objects.create(**g))
    Kaart.objects.create(**kaart_velden(ronde, anoniem=False, gast=gast, actor=actor))


def test_one_key_is_one_card_in_a_question(sessie):
    ronde, sleutel = ronde_van(sessie), uuid4()
    Kaart.objects.create(**kaart_velden(ronde, apparaatsleutel=sleutel))
    weigert(
        "kaart_apparaatsleutel_uniek_in_ronde",
        lambda: Kaart.objects.create(**kaart_velden(ronde, apparaatsleutel=sleutel)),
    )
    for _ in range(2):
        Kaart.objects.create(**kaart_velden(ronde, apparaatsleutel=None))


def test_a_card_is_hidden_once_and_lies_in_one_group(sessie):
    ronde = ronde_van(sessie)
    kaart = Kaart.objects.create(**kaart_velden(ronde))
    groep = Kaartgroep.objects.create(ronde=ronde, naam="Groen", **stempel())
    for model, velden in ((Kaartverberging, {}), (Plaatsing, {"groep": groep})):
        model.objects.create(kaart=kaart, **velden, **stempel())
        weigert("kaart", lambda m=model, v=velden: m.objects.create(kaart=kaart, **v, **stempel()))


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("stem_keuze_bestaat", {"keuze": "misschien"}),
        ("stem_soort_bestaat", {"soort": "koning"}),
        ("stem_aantal", {"aantal": 0}),
        ("stem_stip_op_een_groep", {"keuze": "stip"}),
    ],
)
def test_a_vote(sessie, naam, velden):
    vast = {"ronde": ronde_van(sessie), "keuze": "eens"} | stempel()
    weigert(naam, lambda: Stem.objects.create(**(vast | velden)))


def test_a_phone_votes_once(sessie):
    ronde, sleutel = ronde_van(sessie), uuid4()
    groep = Kaartgroep.objects.create(ronde=ronde, naam="Groen", **stempel())
    vast = {"ronde": ronde, "apparaatsleutel": sleutel} | stempel()
    weigert("stem_stip_op_een_groep", lambda: Stem.objects.create(**vast, keuze="eens", groep=groep))
    for naam, velden in (
        ("stem_een_antwoord_per_toestel", {"keuze": "eens"}),
        ("stem_een_stip_per_groep_per_toestel", {"keuze": "stip", "groep": groep}),
    ):
        Stem.objects.create(**vast, **velden)
        weigert(naam, lambda v=velden: Stem.objects.create(**vast, **v))


def test_a_decision_and_an_action(sessie):
    ronde, actor = ronde_van(sessie), maak_partij(sessie.wijk).actor
    weigert("besluit_met_tekst", lambda: Besluit.objects.create(ronde=ronde, tekst="", **stempel()))
    Besluit.objects.create(ronde=ronde, tekst="Ja.", **stempel())
    weigert("ronde", lambda: Besluit.objects.create(ronde=ronde, tekst="Nee.", **stempel()))
    vast = {"sessie": sessie, "actor": actor, "wanneer": sessie.datum} | stempel()
    weigert("actie_met_tekst", lambda: Actie.objects.create(**vast, wat=""))
    Actie.objects.create(**vast, wat="Bellen.")
    weigert("actie_uniek_in_sessie", lambda: Actie.objects.create(**vast, wat="Bellen."))


def test_a_party_is_seen_once(sessie):
    velden = {"sessie": sessie, "actor": maak_partij(sessie.wijk).actor} | stempel()
    Aanwezigheid.objects.create(**velden)
    weigert("aanwezigheid_een_per_partij", lambda: Aanwezigheid.objects.create(**velden))


def test_a_group_has_a_name_that_comes_once(sessie):
    ronde = ronde_van(sessie)
    Kaartgroep.objects.create(ronde=ronde, naam="Groen", **stempel())
    weigert("kaartgroep_naam_uniek_in_ronde", lambda: Kaartgroep.objects.create(ronde=ronde, naam="Groen", **stempel()))
    weigert("kaartgroep_met_naam", lambda: Kaartgroep.objects.create(ronde=ronde, naam="", **stempel()))
