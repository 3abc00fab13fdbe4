# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is past its date goes, by one command."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.factories import ingelogd, maak_gebruiker
from tests.werk import doe_taken
from wijkwijzer import registry
from wijkwijzer.pdf.handelingen import make_document, request_document
from wijkwijzer.pdf.models import Document
from wijkwijzer.pdf.order import Order

pytestmark = pytest.mark.django_db


def ruim_op():
    uit = StringIO()
    call_command("ruim_op", stdout=uit)
    return uit.getvalue().splitlines()


def test_every_kind_of_cleaning_is_offered():
    assert [naam for naam, _ in registry.cleanings()] == ["documenten", "gasten", "sessies", "taken"]


def test_one_command_throws_away_all_that_is_past_its_date(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ingelogd(maak_gebruiker())
    Session.objects.update(expire_date=timezone.now() - timedelta(days=1))
    ingelogd(maak_gebruiker())
    request_document(order=Order("<p>x</p>", {}), adres="/x.pdf", door=None)
    Document.objects.update(bewaar_tot=timezone.now())
    make_document.enqueue("00000000-0000-4000-8000-000000000000")
    jong, oud = DBTaskResult.objects.order_by("enqueued_at")
    DBTaskResult.objects.filter(pk=oud.pk).update(status="SUCCESSFUL", finished_at=timezone.now() - timedelta(days=15))
    DBTaskResult.objects.filter(pk=jong.pk).update(status="FAILED", finished_at=timezone.now() - timedelta(days=13))
    assert ruim_op() == [
        "Documenten weg: 1.",
        "Bijeenkomsten: 0. Gasten vergeten: 0.",
        "Verlopen sessies zijn weg.",
        "Oude taken zijn weg.",
    ]
    assert (Session.objects.count(), Document.objects.count()) == (1, 0)
    assert list(DBTaskResult.objects.all()) == [jong]
    assert ruim_op()[0] == "Documenten weg: 0."


def test_one_that_falls_over_keeps_nothing_from_the_others(monkeypatch, caplog):
    monkeypatch.setattr(registry.cleaning, "_cleanings", {"a": lambda: 1 // 0, "b": lambda: "Wel gedaan."})
    uit = StringIO()
    with pytest.raises(CommandError, match=r"Niet alles kon worden opgeruimd: a\."):
        call_command("ruim_op", stdout=uit)
    assert uit.getvalue() == "Wel gedaan.\n"
    assert "ZeroDivisionError" in caplog.text
    assert doe_taken() == []
