# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The management commands, as an administrator types them."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from actoren.toegang import partijen_van
from routekaart.perron.handelingen import draag_bij, stel_vast
from tests.factories import maak_partij, maak_perron, maak_wijk
from tests.pdf_tekst import lees_tekst
from wijken.models import Rol
from wijken.toegang import rol_in
from wijkwijzer.accounts.models import Gebruiker

WORTEL = Path(__file__).resolve().parents[2]


def lid(monkeypatch, *args, wachtwoord="een-lang-wachtwoord-1"):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{wachtwoord}\n"))
    uit = io.StringIO()
    call_command("lid", *args, stdout=uit)
    return uit.getvalue()


@pytest.mark.django_db
def test_lid_makes_an_account_with_a_role_and_a_party(monkeypatch):
    wijk = maak_wijk()
    deelname = maak_partij(wijk, "De Bakker")
    uit = lid(monkeypatch, "Nieuw@Voorbeeld.nl", "proefwijk", "deelnemer", "--partij", "de bakker")
    gebruiker = Gebruiker.objects.get(email="nieuw@voorbeeld.nl")
    assert "nieuw@voorbeeld.nl is nu deelnemer" in uit
    assert gebruiker.check_password("een-lang-wachtwoord-1")
    assert rol_in(gebruiker, wijk) is Rol.DEELNEMER
    assert list(partijen_van(gebruiker, wijk)) == [deelname.actor]


@pytest.mark.django_db
def test_lid_changes_the_role_of_a_known_account_and_leaves_the_password(monkeypatch):
    wijk = maak_wijk()
    lid(monkeypatch, "a@voorbeeld.nl", "proefwijk", "lezer")
    lid(monkeypatch, "A@voorbeeld.nl", "proefwijk", "reisleider", wachtwoord="iets-heel-anders-2")
    gebruiker = Gebruiker.objects.get()
    assert rol_in(gebruiker, wijk) is Rol.REISLEIDER
    assert gebruiker.check_password("een-lang-wachtwoord-1")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("args", "wachtwoord", "melding"),
    [
        (("a@voorbeeld.nl", "nergens", "lezer"), "een-lang-wachtwoord-1", "geen wijk die nergens heet"),
        (("a@voorbeeld.nl", "proefwijk", "lezer"), "kort", "wachtwoord"),
        (("geen-adres", "proefwijk", "lezer"), "een-lang-wachtwoord-1", "e-mailadres"),
        (("a@voorbeeld.nl", "proefwijk", "lezer", "--partij", "Niemand"), "een-lang-wachtwoord-1", "De Bakker"),
    ],
)
def test_lid_explains_what_is_wrong_and_writes_nothing(monkeypatch, args, wachtwoord, melding):
    maak_partij(maak_wijk(), "De Bakker")
    with pytest.raises(CommandError, match=melding):
        lid(monkeypatch, *args, wachtwoord=wachtwoord)
    assert not Gebruiker.objects.exists()


@pytest.mark.django_db
def test_reisplan_writes_the_pdf_with_every_sentence(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    wijk = maak_wijk()
    perron = maak_perron(wijk)
    draag_bij(perron=perron, actor=maak_partij(wijk, "De Bakker").actor, tekst="Wij bakken <samen> & klein.", door=None)
    stel_vast(perron=perron, tekst="Iedereen aan tafel.", door=None, versie=perron.versie)
    uit = tmp_path / "plan.pdf"
    call_command("reisplan", "proefwijk", "--uit", str(uit), stdout=io.StringIO())
    tekst = lees_tekst(uit.read_bytes())
    for zin in ("Reisplan Proefwijk", "De Bakker", "Wij bakken <samen> & klein.", "Iedereen aan tafel."):
        assert zin in tekst
    assert [p.name for p in tmp_path.glob(".plan*")] == []


@pytest.mark.django_db
def test_reisplan_of_an_unknown_wijk_names_the_known_ones(tmp_path):
    maak_perron(maak_wijk())
    with pytest.raises(CommandError, match="Kies uit: proefwijk"):
        call_command("reisplan", "nergens", "--uit", str(tmp_path / "x.pdf"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_reisplan_to_a_folder_that_is_not_there_says_so(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    maak_perron(maak_wijk())
    with pytest.raises(CommandError, match="niet schrijven"):
        call_command("reisplan", "proefwijk", "--uit", str(tmp_path / "weg" / "x.pdf"), stdout=io.StringIO())


def manage(map_, *args, **omgeving):
    """Run manage.py in a process of its own, with this data folder and SQLite."""
    schoon = {k: v for k, v in os.environ.items() if not k.startswith(("WIJKWIJZER_", "DATABASE_URL", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, str(WORTEL / "manage.py"), *args],
        env=schoon | {"WIJKWIJZER_DATA": str(map_)} | omgeving,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_an_empty_data_folder_is_enough(tmp_path):
    uit = tmp_path / "plan.pdf"
    resultaat = manage(tmp_path / "data", "reisplan", "haarwijk", "--uit", str(uit))
    assert resultaat.returncode == 0, resultaat.stderr
    assert uit.read_bytes().startswith(b"%PDF-")
    assert {p.name for p in (tmp_path / "data").iterdir()} >= {"geheim", "wijkwijzer.sqlite3"}


def test_the_demo_does_not_start_on_an_address_that_others_can_reach(tmp_path):
    resultaat = manage(tmp_path, "serveer", "--adres", "0.0.0.0", WIJKWIJZER_DEMO="1")
    assert resultaat.returncode != 0
    assert "alleen op 127.0.0.1" in resultaat.stderr


def test_the_demo_does_not_start_with_a_production_secret(tmp_path):
    resultaat = manage(tmp_path, "check", WIJKWIJZER_DEMO="1", WIJKWIJZER_SECRET_KEY="x" * 60)
    assert resultaat.returncode != 0
    assert "production secret" in resultaat.stderr
