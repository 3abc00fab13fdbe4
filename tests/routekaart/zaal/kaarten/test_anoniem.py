# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Anonymous is anonymous: walked through every column of every row that an anonymous question leaves behind."""

import pytest

from routekaart.zaal.models import Gast, Kaart, Stap
from tests.factories import maak_partij, maak_wijk
from tests.factories_zaal import maak_sessie, stuur_kaart, telefoon
from wijken.models import Journaalregel

pytestmark = pytest.mark.django_db


def waarden(rij) -> str:
    """Every column of a row, as text."""
    return " | ".join(f"{f.attname}={getattr(rij, f.attname)!r}" for f in rij._meta.concrete_fields)


def sporen(gast, actor, client) -> set[str]:
    """All that could point at this guest: keys, name, party, and what the phone itself holds."""
    koekje = client.cookies["ww_gast"].value
    return {str(gast.sleutel), gast.sleutel.hex, gast.naam, str(actor.sleutel), actor.naam, koekje}


@pytest.fixture
def zaal():
    wijk = maak_wijk()
    actor = maak_partij(wijk, "Bakkerij Zonnedeeg").actor
    return wijk, actor


@pytest.mark.parametrize("anoniem", [True, False])
def test_no_column_of_card_or_journal_points_at_guest_or_party(zaal, anoniem):
    wijk, actor = zaal
    sessie = maak_sessie(wijk, anoniem=anoniem, stap=Stap.SCHRIJF)
    client = telefoon(sessie, str(actor.sleutel), naam="Zonnestraal")
    gast = Gast.objects.get()
    for tekst in ("Eerste kaart.", "Tweede kaart."):
        assert stuur_kaart(client, sessie, tekst).status_code == 302
    rijen = [*Kaart.objects.all(), *Journaalregel.objects.filter(soort="kaart_ingeleverd")]
    assert len(rijen) == 4
    gevonden = {s for rij in rijen for s in sporen(gast, actor, client) if s in waarden(rij)}
    verwijst = any(k.gast_id or k.actor_id for k in Kaart.objects.all())
    if anoniem:
        assert gevonden == set()
        assert not verwijst
    else:  # the walk itself can find something
        assert actor.naam in gevonden
        assert verwijst


def test_two_anonymous_cards_of_one_phone_have_nothing_in_common(zaal):
    wijk, _ = zaal
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF)
    client = telefoon(sessie)
    for tekst in ("Eerste kaart.", "Tweede kaart."):
        stuur_kaart(client, sessie, tekst)
    een, twee = Kaart.objects.all()
    gelijk = {f.attname for f in Kaart._meta.concrete_fields if getattr(een, f.attname) == getattr(twee, f.attname)} - {
        "ronde_id",
        "taal",
        "aantal",
        "herkomst",
        "anoniem",
        "gast_id",
        "actor_id",
    }
    assert gelijk == set()


def test_the_guest_row_holds_nothing_that_the_card_holds(zaal):
    wijk, _ = zaal
    sessie = maak_sessie(wijk, stap=Stap.SCHRIJF)
    stuur_kaart(telefoon(sessie), sessie, "Een kaart.")
    kaart, gast = Kaart.objects.get(), Gast.objects.get()
    plaats = {"id", "ronde", "sessie"}  # where they belong; their numbers may be equal by chance
    gemeen = {str(getattr(kaart, f.attname)) for f in Kaart._meta.concrete_fields if f.name not in plaats} & {
        str(getattr(gast, f.attname)) for f in Gast._meta.concrete_fields if f.name not in plaats
    }
    assert gemeen <= {"nl", "None", "1", "True", "False"}
