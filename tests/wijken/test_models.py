# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules that the database itself holds, by name."""

import pytest

from tests.factories import maak_bron, maak_gebruiker, maak_lid, maak_wijk
from tests.weigert import weigert
from wijken.models import (
    Gebied,
    Gemeente,
    Journaalregel,
    Kerncijfer,
    Lidmaatschap,
    Onderwerp,
    Opgave,
    Programma,
    Rol,
    Wijk,
)
from wijkwijzer.accounts.models import Gebruiker

pytestmark = pytest.mark.django_db


def test_the_address_is_stored_in_lower_case():
    assert Gebruiker.objects.create_user(" Wijkregisseur@Voorbeeld.NL ").email == "wijkregisseur@voorbeeld.nl"
    weigert("gebruiker_email_kleine_letters", lambda: Gebruiker.objects.create(email="Groot@voorbeeld.nl"))


def test_an_address_is_needed_and_comes_once():
    with pytest.raises(ValueError, match="needed"):
        Gebruiker.objects.create_user("  ")
    maak_gebruiker("een@voorbeeld.nl")
    weigert("email", lambda: Gebruiker.objects.create(email="een@voorbeeld.nl"))


def test_a_user_is_found_whatever_the_case():
    gebruiker = maak_gebruiker("een@voorbeeld.nl")
    assert Gebruiker.objects.get_by_natural_key("EEN@voorbeeld.nl") == gebruiker
    assert Gebruiker.objects.create_superuser("baas@voorbeeld.nl", "geheim-genoeg").is_superuser


def test_a_wijk_has_one_name_in_its_gemeente():
    wijk = maak_wijk()
    weigert(
        "wijk_naam_uniek_in_gemeente",
        lambda: Wijk.objects.create(gemeente=wijk.gemeente, naam=wijk.naam, slug="anders"),
    )


def test_a_member_has_one_role_per_wijk_and_only_known_roles():
    wijk = maak_wijk()
    gebruiker = maak_lid(wijk)
    weigert(
        "lidmaatschap_een_rol_per_wijk",
        lambda: Lidmaatschap.objects.create(wijk=wijk, gebruiker=gebruiker, rol=Rol.LEZER),
    )
    weigert(
        "lidmaatschap_rol_bestaat",
        lambda: Lidmaatschap.objects.create(wijk=wijk, gebruiker=maak_gebruiker(), rol="burgemeester"),
    )


def test_a_figure_is_about_a_wijk_or_a_gemeente_and_never_negative():
    wijk, bron = maak_wijk(), maak_bron()
    vast = {"onderwerp": Onderwerp.INWONERS, "jaar": 2022, "bron": bron}
    weigert("kerncijfer_wijk_of_gemeente", lambda: Kerncijfer.objects.create(**vast, waarde=1))
    weigert(
        "kerncijfer_wijk_of_gemeente",
        lambda: Kerncijfer.objects.create(**vast, wijk=wijk, gemeente=wijk.gemeente, waarde=1),
    )
    weigert("kerncijfer_niet_negatief", lambda: Kerncijfer.objects.create(**vast, wijk=wijk, waarde=-1))
    Kerncijfer.objects.create(**vast, wijk=wijk, waarde=1)
    Kerncijfer.objects.create(**vast, gemeente=wijk.gemeente, waarde=None)
    weigert("kerncijfer_uniek_per_wijk", lambda: Kerncijfer.objects.create(**vast, wijk=wijk, waarde=2))
    weigert(
        "kerncijfer_uniek_per_gemeente", lambda: Kerncijfer.objects.create(**vast, gemeente=wijk.gemeente, waarde=2)
    )


@pytest.mark.parametrize("model", [Opgave, Gebied, Programma])
def test_a_name_comes_once_in_a_wijk(model):
    wijk = maak_wijk()
    model.objects.create(wijk=wijk, naam="Zelfde")
    weigert("naam_uniek_in_wijk", lambda: model.objects.create(wijk=wijk, naam="Zelfde"))
    model.objects.create(wijk=maak_wijk("anders"), naam="Zelfde")


def test_a_programme_does_not_end_before_it_begins():
    weigert(
        "programma_tot_na_van", lambda: Programma.objects.create(wijk=maak_wijk(), naam="Terug", van=2011, tot=2009)
    )


@pytest.mark.parametrize(
    ("van", "tot", "periode"),
    [
        (2009, 2011, "2009–2011"),
        (2019, 2019, "2019"),
        (2019, None, "sinds 2019"),
        (None, 2019, "tot en met 2019"),
        (None, None, ""),
    ],
)
def test_the_period_of_a_programme_in_words(van, tot, periode):
    assert Programma(van=van, tot=tot).periode == periode


def test_a_source_comes_once():
    bron = maak_bron()
    weigert("bron_uniek", maak_bron)
    assert str(bron) == "Proefbureau, Proefcijfers (2022), CC BY 4.0"


def test_a_journal_line_is_for_everybody_or_for_those_who_lead():
    weigert(
        "journaalregel_zichtbaar",
        lambda: Journaalregel.objects.create(
            wijk=maak_wijk(), versie=1, moment="2026-01-01T00:00Z", soort="proef", onderwerp_soort="wijk", zichtbaar="x"
        ),
    )


def test_the_journal_has_a_version_once_per_wijk():
    vast = {
        "wijk": maak_wijk(),
        "versie": 1,
        "moment": "2026-01-01T00:00Z",
        "soort": "proef",
        "onderwerp_soort": "wijk",
    }
    Journaalregel.objects.create(**vast)
    weigert("journaalregel_versie_uniek_per_wijk", lambda: Journaalregel.objects.create(**vast))


def test_every_domain_row_has_a_key_that_travels():
    een, twee = Gemeente.objects.create(naam="Een"), Gemeente.objects.create(naam="Twee")
    assert een.sleutel != twee.sleutel
    weigert("sleutel", lambda: Gemeente.objects.create(naam="Drie", sleutel=een.sleutel))
