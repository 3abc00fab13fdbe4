# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cards, their groups and what the desk does with them: what the database itself holds, by name."""

from uuid import uuid4

import pytest

from routekaart.zaal.models import (
    Doorlating,
    Kaart,
    Kaartgroep,
    Kaartverberging,
    Kaartvertaling,
    Plaatsing,
    Uitvergroting,
)
from tests.factories import maak_partij, stempel
from tests.factories_zaal import maak_gast, ronde_van
from tests.weigert import weigert

pytestmark = pytest.mark.django_db


def kaart_velden(ronde, **anders):
    vast = {"ronde": ronde, "tekst": "Groen.", "taal": "nl", "herkomst": "telefoon", "anoniem": True}
    return vast | stempel() | anders


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


def test_a_group_has_a_name_that_comes_once(sessie):
    ronde = ronde_van(sessie)
    Kaartgroep.objects.create(ronde=ronde, naam="Groen", **stempel())
    weigert("kaartgroep_naam_uniek_in_ronde", lambda: Kaartgroep.objects.create(ronde=ronde, naam="Groen", **stempel()))
    weigert("kaartgroep_met_naam", lambda: Kaartgroep.objects.create(ronde=ronde, naam="", **stempel()))


def test_a_translation_says_something(kaart):
    weigert("kaartvertaling_met_tekst", lambda: Kaartvertaling.objects.create(kaart=kaart, tekst="", **stempel()))
    rij = Kaartvertaling.objects.create(kaart=kaart, tekst="Tuin", **stempel())
    assert str(rij) == "Tuin"
    weigert("kaart", lambda: Kaartvertaling.objects.create(kaart=kaart, tekst="Hof", **stempel()))


def test_a_card_is_let_through_once(kaart):
    assert str(Doorlating.objects.create(kaart=kaart, **stempel())) == "Doorgelaten: Moestuin"
    weigert("kaart", lambda: Doorlating.objects.create(kaart=kaart, **stempel()))


def test_one_group_is_large(kaart):
    ronde = kaart.ronde
    een, twee = (ronde.groepen.create(naam=n, **stempel()) for n in ("Groen", "Rust"))
    assert str(Uitvergroting.objects.create(ronde=ronde, groep=een, **stempel())) == "Groot: Groen"
    weigert("ronde", lambda: Uitvergroting.objects.create(ronde=ronde, groep=twee, **stempel()))
    een.delete()
    assert not Uitvergroting.objects.exists()
