# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself holds of the wall's work and of what the room named."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from actoren.models import Schat
from routekaart.zaal.models import Doorlating, Kaartvertaling, Overname, Stap, Uitvergroting, Vondst
from tests.factories import maak_partij, maak_wijk
from tests.factories_zaal import maak_gast, maak_kaart, maak_sessie, ronde_van

pytestmark = pytest.mark.django_db


def weigert(naam, maak):
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        maak()
    assert naam in str(fout.value) or "UNIQUE" in str(fout.value)


def stempel():
    return {"versie": 9, "moment": timezone.now()}


@pytest.fixture
def kaart():
    return maak_kaart(maak_gast(maak_sessie(maak_wijk(), stap=Stap.SCHRIJF)), "Moestuin")


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


@pytest.mark.parametrize(
    ("naam", "velden"),
    [("vondst_met_naam", {"naam": ""}), ("vondst_soort_bestaat", {"soort": "draak"})],
)
def test_a_find(kaart, naam, velden):
    weigert(naam, lambda: Vondst.objects.create(**({"kaart": kaart, "naam": "Moestuin", "soort": "plek"} | velden)))
    assert str(Vondst.objects.create(kaart=kaart, naam="Moestuin", soort="plek")) == "Moestuin"


def test_a_card_becomes_one_thing(kaart):
    schat = Schat.objects.create(wijk=kaart.wijk, naam="Moestuin", soort="plek", **stempel())
    actor = maak_partij(kaart.wijk).actor
    for velden in ({}, {"schat": schat, "actor": actor}):
        weigert("overname_van_een_ding", lambda v=velden: Overname.objects.create(kaart=kaart, **v, **stempel()))
    assert str(Overname.objects.create(kaart=kaart, schat=schat, **stempel())) == "Moestuin"


def test_questions_are_not_read_first_unless_chosen(kaart):
    assert ronde_van(kaart.ronde.sessie).keuring is False
