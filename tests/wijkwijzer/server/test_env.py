# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the settings read from the environment, and what they refuse."""

import stat
from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured

from wijkwijzer.server.env import is_this_machine, read_bool, read_database, read_hosts, read_secret, read_weeks


@pytest.mark.parametrize(("waarde", "uitkomst"), [("1", True), ("ja", True), ("TRUE", True), ("0", False), ("", False)])
def test_yes_and_no(waarde, uitkomst):
    assert read_bool({"X": waarde}, "X") is uitkomst
    assert read_bool({}, "X", default=uitkomst) is uitkomst


@pytest.mark.parametrize(
    ("woord", "uitkomst"),
    [(w, True) for w in ("1", "ja", " Ja ", "true", "yes", "on", "ON")]
    + [(w, False) for w in ("0", "nee", "NEE", "false", "no", "off", " ")],
)
def test_every_word_for_yes_and_no(woord, uitkomst):
    assert read_bool({"X": woord}, "X", default=not uitkomst) is uitkomst


@pytest.mark.parametrize("woord", ["misschien", "2", "t", "y", "jaja", "waar"])
def test_any_other_word_is_refused(woord):
    with pytest.raises(ImproperlyConfigured, match=f"^X is '{woord}'; use 1 or 0"):
        read_bool({"X": woord}, "X")


def test_only_the_environment_that_is_given_counts(monkeypatch):
    for naam, waarde in (("X", "1"), ("WIJKWIJZER_HOSTS", "elders.example"), ("DATABASE_URL", "postgresql://elders/x")):
        monkeypatch.setenv(naam, waarde)
    assert read_bool({}, "X") is False
    assert read_weeks({}, "X", default=8) == timedelta(weeks=8)
    assert "elders.example" not in read_hosts({}, demo=False)


def test_a_word_that_looks_like_a_reference_is_a_word(tmp_path, monkeypatch):
    """Some readers take $NAAM for the value of another variable; a secret may begin with any mark."""
    monkeypatch.setenv("NAAM", "iets anders")
    assert read_secret({"WIJKWIJZER_SECRET_KEY": "$NAAM"}, tmp_path, demo=False) == "$NAAM"
    db = read_database({"DATABASE_URL": "postgresql://u:$NAAM@db/wijk", "NAAM": "iets anders"}, tmp_path)
    assert db["PASSWORD"] == "$NAAM"


@pytest.mark.parametrize(("waarde", "weken"), [("1", 1), (" 12 ", 12), ("520", 520), ("", 8)])
def test_a_number_of_weeks(waarde, weken):
    assert read_weeks({"X": waarde}, "X", default=8) == timedelta(weeks=weken)
    assert read_weeks({}, "X", default=8) == timedelta(weeks=8)


@pytest.mark.parametrize("waarde", ["0", "-1", "521", "acht", "1.5", "²"])
def test_no_number_of_weeks_is_refused(waarde):
    with pytest.raises(ImproperlyConfigured, match="number of weeks"):
        read_weeks({"X": waarde}, "X", default=8)


@pytest.mark.parametrize("adres", ["127.0.0.1", "127.8.9.1", "localhost", "LOCALHOST", "::1", "[::1]"])
def test_this_machine(adres):
    assert is_this_machine(adres)


@pytest.mark.parametrize("adres", ["0.0.0.0", "::", "192.168.1.4", "voorbeeld.nl", "", "127.0.0.1.voorbeeld.nl"])
def test_another_machine(adres):
    assert not is_this_machine(adres)


def test_the_secret_is_made_once_and_kept_private(tmp_path):
    eerste = read_secret({}, tmp_path, demo=False)
    assert len(eerste) > 60
    assert read_secret({}, tmp_path, demo=False) == eerste
    assert stat.S_IMODE((tmp_path / "geheim").stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["geheim"]


def test_demo_and_production_never_share_a_secret(tmp_path):
    assert read_secret({}, tmp_path, demo=True) != read_secret({}, tmp_path, demo=False)
    productie = {"WIJKWIJZER_SECRET_KEY": "x" * 60}
    assert read_secret(productie, tmp_path, demo=False) == "x" * 60
    with pytest.raises(ImproperlyConfigured, match="production secret"):
        read_secret(productie, tmp_path, demo=True)


def test_demo_answers_to_this_machine_only():
    assert read_hosts({}, demo=True) == ["127.0.0.1", "localhost", "[::1]"]
    assert read_hosts({"WIJKWIJZER_HOSTS": "localhost"}, demo=True) == ["localhost"]
    with pytest.raises(ImproperlyConfigured, match="only on this machine"):
        read_hosts({"WIJKWIJZER_HOSTS": "localhost, wijk.voorbeeld.nl"}, demo=True)
    assert read_hosts({"WIJKWIJZER_HOSTS": "wijk.voorbeeld.nl, *"}, demo=False) == ["wijk.voorbeeld.nl", "*"]


def test_sqlite_is_the_default(tmp_path):
    db = read_database({}, tmp_path)
    assert db["ENGINE"] == "wijkwijzer.server.sqlite_pool"
    assert db["NAME"] == tmp_path / "wijkwijzer.sqlite3"
    assert db["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in db["OPTIONS"]["init_command"]


def test_postgresql_by_address(tmp_path):
    db = read_database({"DATABASE_URL": "postgresql://een%40:g%2Fh@db:5433/wijk?sslmode=require"}, tmp_path)
    assert (db["USER"], db["PASSWORD"], db["HOST"], db["PORT"], db["NAME"]) == ("een@", "g/h", "db", "5433", "wijk")
    assert db["OPTIONS"]["sslmode"] == "require"
    assert db["OPTIONS"]["pool"]["max_size"] == 8
    socket = read_database({"DATABASE_URL": "postgresql://postgres:@/postgres?host=/tmp/pg"}, tmp_path)
    assert (socket["HOST"], socket["NAME"]) == ("/tmp/pg", "postgres")


def test_another_kind_of_database_is_refused(tmp_path):
    for adres in ("mysql://x", "sqlite:///x", "http://x", "zomaar"):
        with pytest.raises(ImproperlyConfigured, match="postgresql://"):
            read_database({"DATABASE_URL": adres}, tmp_path)


@pytest.mark.parametrize(
    "adres", ["postgresql://u:ge[heim@db/x", "postgresql://u:geheim@db:poort/x", "mysql://u:geheim@x"]
)
def test_a_bad_address_is_refused_without_showing_its_password(tmp_path, adres):
    with pytest.raises(ImproperlyConfigured) as fout:
        read_database({"DATABASE_URL": adres}, tmp_path)
    assert "heim" not in str(fout.value)
    assert "%40" in str(fout.value)


def test_an_address_with_hardly_anything_in_it(tmp_path):
    db = read_database({"DATABASE_URL": "postgresql://db"}, tmp_path)
    assert (db["HOST"], db["PORT"], db["NAME"], db["CONN_MAX_AGE"]) == ("db", "", "postgres", 0)
    assert db["CONN_HEALTH_CHECKS"] is True
    assert set(db["OPTIONS"]) == {"pool"}
