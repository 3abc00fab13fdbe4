# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Roles and rights, and reading the journal as somebody."""

from itertools import pairwise

import pytest
from django.contrib.auth.models import AnonymousUser

from tests.factories import ingelogd, maak_gebruiker, maak_lid, maak_wijk
from wijken.handelingen import ROL_GEGEVEN, geef_rol
from wijken.journaal_lezen import Journaal
from wijken.models import Journaalregel, Lidmaatschap, Rol, Zichtbaar
from wijken.toegang import RECHTEN, eigen_wijken, mag, rol_in
from wijken.wijziging import wijziging

pytestmark = pytest.mark.django_db


def test_every_role_has_rights_and_each_can_do_what_the_next_can():
    assert set(RECHTEN) == set(Rol)
    volgorde = [RECHTEN[r] for r in (Rol.WIJKREGISSEUR, Rol.REISLEIDER, Rol.DEELNEMER, Rol.LEZER)]
    assert all(meer > minder for meer, minder in pairwise(volgorde))


@pytest.mark.parametrize("rol", Rol)
def test_a_right_comes_from_the_role_in_that_wijk(rol):
    wijk, elders = maak_wijk(), maak_wijk("elders")
    lid = maak_lid(wijk, rol)
    assert rol_in(lid, wijk) is rol
    assert rol_in(lid, elders) is None
    assert all(mag(lid, wijk, recht) for recht in RECHTEN[rol])
    assert not any(mag(lid, elders, recht) for recht in RECHTEN[rol])
    assert mag(lid, wijk, "vaststellen") is (rol in {Rol.WIJKREGISSEUR, Rol.REISLEIDER})
    assert list(eigen_wijken(lid)) == [wijk]


def test_a_guest_has_no_rights():
    assert not mag(AnonymousUser(), maak_wijk(), "lezen")


def test_a_role_can_be_given_and_changed():
    wijk, gebruiker = maak_wijk(), maak_gebruiker()
    geef_rol(wijk=wijk, gebruiker=gebruiker, rol=Rol.LEZER, door=None)
    geef_rol(wijk=wijk, gebruiker=gebruiker, rol=Rol.DEELNEMER, door=None)
    assert Lidmaatschap.objects.get().rol == Rol.DEELNEMER
    regels = Journaal.voor(maak_lid(wijk, Rol.WIJKREGISSEUR), wijk)
    assert [(r.oud, r.nieuw) for r in regels[:2]] == [({}, {"rol": "lezer"}), ({"rol": "lezer"}, {"rol": "deelnemer"})]


def test_the_journal_shows_each_reader_what_that_reader_may_see():
    wijk = maak_wijk()
    leden = {rol: maak_lid(wijk, rol) for rol in Rol}
    for zichtbaar in Zichtbaar:
        with wijziging(wijk, soort=ROL_GEGEVEN, door=None, zichtbaar=zichtbaar) as v:
            v.noteer(wijk, nieuw={"rol": f"proef-{zichtbaar}"})
    vreemd = maak_lid(maak_wijk("elders"), Rol.WIJKREGISSEUR)

    def proeven(lezer):
        return {r.nieuw["rol"] for r in Journaal.voor(lezer, wijk) if r.nieuw["rol"].startswith("proef")}

    assert proeven(leden[Rol.WIJKREGISSEUR]) == proeven(leden[Rol.REISLEIDER]) == {"proef-allen", "proef-leiding"}
    assert proeven(leden[Rol.DEELNEMER]) == proeven(leden[Rol.LEZER]) == {"proef-allen"}
    assert proeven(vreemd) == proeven(AnonymousUser()) == set()


def test_what_is_read_without_a_reader_comes_from_lines_for_everybody():
    wijk = maak_wijk()
    for zichtbaar in (Zichtbaar.ALLEN, Zichtbaar.LEIDING):
        with wijziging(wijk, soort=ROL_GEGEVEN, door=None, zichtbaar=zichtbaar) as v:
            v.noteer(wijk, nieuw={"rol": f"proef-{zichtbaar}"})
    assert Journaal.versies(wijk.pk, onderwerp_soort="wijk", soort=ROL_GEGEVEN.woord) == {wijk.sleutel: 1}
    assert Journaal.versies(wijk.pk, onderwerp_soort="perron", soort=ROL_GEGEVEN) == {}
    assert Journaal.waarden(wijk.pk, onderwerp_soort="wijk", veld="rol") == [(wijk.sleutel, 1, "proef-allen")]
    assert Journaal.waarden(wijk.pk, onderwerp_soort="wijk", veld="naam") == []


@pytest.mark.parametrize("zichtbaar", Zichtbaar)
@pytest.mark.parametrize("rol", [*Rol, None])
def test_live_updates_tell_a_role_what_the_journal_would_show_it(rol, zichtbaar):
    """None: a guest of the room, who has no journal."""
    wijk = maak_wijk()
    with wijziging(wijk, soort=ROL_GEGEVEN, door=None, zichtbaar=zichtbaar) as v:
        v.noteer(wijk, nieuw={"rol": "lezer"})
    [regel] = Journaal.ongefilterd(wijk.pk, 0)
    if rol is None:
        assert Journaal.mag_weten(None, regel) is (zichtbaar == Zichtbaar.ALLEN)
    else:
        lid = maak_lid(wijk, rol)
        assert Journaal.mag_weten(rol, regel) is Journaal.voor(lid, wijk).filter(pk=regel.pk).exists()


@pytest.mark.parametrize("pad", ["/wijken/proefwijk/", "/wijken/proefwijk/journaal/"])
def test_pages_that_read_the_journal_hide_private_lines(pad):
    wijk = maak_wijk()
    with wijziging(wijk, soort=ROL_GEGEVEN, door=None, zichtbaar=Zichtbaar.LEIDING) as v:
        v.noteer(wijk, nieuw={"rol": "geheimschrijver"})
    leider, lezer = maak_lid(wijk, Rol.REISLEIDER), maak_lid(wijk, Rol.LEZER)
    assert "geheimschrijver" in ingelogd(leider).get(pad).text
    assert "geheimschrijver" not in ingelogd(lezer).get(pad).text
    assert Journaalregel.objects.filter(zichtbaar=Zichtbaar.LEIDING).count() == 1
