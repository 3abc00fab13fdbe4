# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document that is asked for, made, made again, not made, and thrown away."""

import logging
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.factories import maak_gebruiker
from tests.pdf_tekst import lees_tekst
from tests.werk import doe_taken
from wijkwijzer.pdf import handelingen
from wijkwijzer.pdf.handelingen import KEEP, clear_documents, finish, make_document, request_document
from wijkwijzer.pdf.models import Document
from wijkwijzer.pdf.order import Order
from wijkwijzer.pdf.progress import State, has_file, look
from wijkwijzer.pdf.render import PdfTooLarge
from wijkwijzer.server.handelingen import try_again

pytestmark = pytest.mark.django_db
GEHEIM = "Zonnestraal zegt: ik slaap slecht."


def blad(tekst=GEHEIM):
    return Order(f'<!DOCTYPE html><html lang="nl"><head><title>Proef</title></head><p>{tekst}</p></html>', {})


@pytest.fixture(autouse=True)
def eigen_map(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def nep(monkeypatch):
    """Count the renders, and make none: what a PDF looks like is tested elsewhere."""
    keren = []

    def make_pdf(html, **opties):
        keren.append(html)
        return b"%PDF-nep"

    monkeypatch.setattr(handelingen, "make_pdf", make_pdf)
    return keren


def vraag(order=None, adres="/plan.pdf", door=None):
    return request_document(order=order or blad(), adres=adres, door=door)


def staat(document):
    return look(Document.objects.get(pk=document.pk)).state


def inhoud(document):
    document.refresh_from_db()
    with document.bestand.open() as bestand:
        return bestand.read()


def test_a_document_is_made_by_the_worker_and_what_it_was_made_from_is_forgotten():
    door = maak_gebruiker()
    document = vraag(door=door)
    assert (document.aanvrager, staat(document)) == (door, State.BUSY)
    [taak] = doe_taken()
    assert taak.status == "SUCCESSFUL"
    assert GEHEIM in lees_tekst(inhoud(document))
    assert (document.opdracht, staat(document)) == ("", State.MADE)


def test_what_people_wrote_is_in_no_argument_and_in_no_log(caplog, monkeypatch):
    def val_om(*args, **opties):
        raise RuntimeError("stuk")

    monkeypatch.setattr(handelingen, "make_pdf", val_om)
    caplog.set_level(logging.DEBUG)
    document = vraag()
    [taak] = doe_taken()
    assert taak.args_kwargs == {"args": [str(document.sleutel)], "kwargs": {}}
    assert GEHEIM not in caplog.text
    assert "Traceback" in taak.traceback
    assert GEHEIM not in taak.traceback


def test_the_same_document_asked_twice_is_made_once(nep):
    een, twee = vraag(door=maak_gebruiker()), vraag(door=maak_gebruiker())
    ander, elders = vraag(blad("Anders.")), vraag(adres="/elders.pdf")
    assert len({een.pk, twee.pk, ander.pk, elders.pk}) == 3
    doe_taken()
    assert len(nep) == 3
    assert vraag().pk == een.pk
    assert doe_taken() == []


def test_doing_the_task_twice_makes_it_once(nep):
    document = vraag()
    make_document.call(str(document.sleutel))
    make_document.call(str(document.sleutel))
    assert len(nep) == 1
    assert len(default_storage.listdir("documenten")[1]) == 1


def test_a_document_that_is_too_large_says_so_and_can_be_asked_again(monkeypatch, nep):
    def te_groot(*args, **opties):
        raise PdfTooLarge

    with monkeypatch.context() as m:
        m.setattr(handelingen, "make_pdf", te_groot)
        document = vraag()
        doe_taken()
    document.refresh_from_db()
    assert (look(document).state, document.opdracht) == (State.FAILED, "")
    assert "te groot" in look(document).melding
    assert vraag().pk == document.pk
    assert staat(document) == State.BUSY
    doe_taken()
    assert staat(document) == State.MADE


def test_a_task_that_dies_is_seen_and_can_be_tried_again(monkeypatch, nep):
    def val_om(*args, **opties):
        raise OperationalError("de database is weg")

    with monkeypatch.context() as m:
        m.setattr(handelingen, "make_pdf", val_om)
        document = vraag()
        doe_taken()
    assert staat(document) == State.FAILED
    assert "Probeer het opnieuw" in look(document).melding
    assert try_again() == 1
    assert staat(document) == State.BUSY
    doe_taken()
    assert staat(document) == State.MADE


def test_who_asks_again_after_a_task_that_died_gets_a_new_one(monkeypatch, nep):
    document = vraag()
    DBTaskResult.objects.update(status="FAILED", finished_at=timezone.now())
    assert staat(document) == State.FAILED
    vraag()
    doe_taken()
    assert staat(document) == State.MADE


def test_a_task_that_is_gone_is_a_document_that_does_not_come():
    document = vraag()
    DBTaskResult.objects.all().delete()
    assert staat(document) == State.FAILED


def test_a_document_whose_file_is_gone_is_made_again(nep):
    document = vraag()
    doe_taken()
    document.refresh_from_db()
    default_storage.delete(document.bestand.name)
    assert not has_file(document)
    vraag()
    assert len(doe_taken()) == 1
    assert has_file(Document.objects.get(pk=document.pk))


def test_in_the_row_that_was_read_too_early_it_is_found_that_it_is_there(nep):
    document = vraag()
    doe_taken()
    assert document.gemaakt is None
    assert look(document).state is State.MADE


def test_the_page_is_told_how_it_goes():
    document = vraag()
    assert "in de rij" in look(document).melding
    DBTaskResult.objects.update(status="RUNNING")
    assert "wordt nu gemaakt" in look(document).melding
    Document.objects.update(gevraagd=timezone.now() - timedelta(minutes=2))
    assert "langer dan anders" in look(Document.objects.get()).melding


def test_documents_are_thrown_away_after_a_day_with_what_they_were_made_from(nep):
    gemaakt, wacht = vraag(), vraag(blad("Wacht."), adres="/wacht.pdf")
    make_document.call(str(gemaakt.sleutel))
    jong = vraag(blad("Jong."), adres="/jong.pdf")
    assert clear_documents() == 0
    Document.objects.exclude(pk=jong.pk).update(bewaar_tot=timezone.now() - timedelta(minutes=1))
    gemaakt.refresh_from_db()
    assert clear_documents() == 2
    assert list(Document.objects.all()) == [jong]
    assert clear_documents() == 0
    doe_taken()  # for one that is gone there is nothing to do
    assert not Document.objects.filter(pk=wacht.pk).exists()


def test_files_that_belong_to_nothing_go_and_young_ones_stay(nep, monkeypatch):
    document = vraag()
    doe_taken()
    default_storage.save("documenten/los.pdf", ContentFile(b"%PDF-los"))
    clear_documents()
    assert len(default_storage.listdir("documenten")[1]) == 2
    straks = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(handelingen.timezone, "now", lambda: straks)
    clear_documents()
    assert default_storage.listdir("documenten")[1] == [f"{document.sleutel}.pdf"]


def test_without_any_file_there_is_nothing_to_throw_away(tmp_path):
    assert clear_documents() == 0
    assert list(tmp_path.iterdir()) == []


def test_one_that_was_thrown_away_while_it_was_made_leaves_no_file():
    document = vraag()
    Document.objects.all().delete()
    finish(document=document, pdf=b"%PDF-laat")
    assert default_storage.listdir("documenten")[1] == []


def test_the_end_date_counts_from_when_it_was_made(nep):
    document = vraag()
    Document.objects.update(bewaar_tot=timezone.now())
    doe_taken()
    document.refresh_from_db()
    assert document.bewaar_tot > timezone.now() + KEEP - timedelta(minutes=1)
    Document.objects.update(bewaar_tot=timezone.now() - timedelta(seconds=1))
    vraag()
    assert len(doe_taken()) == 1, "what is past its date is made anew"
