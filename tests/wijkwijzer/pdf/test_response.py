# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking for a document: there at once, or a page that follows while it is made, and plain words when it fails."""

import threading
import time
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connections
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from routekaart.reisplan import views
from tests.factories import ingelogd, maak_bijdrage, maak_lid, maak_partij, maak_perron, maak_wijk
from tests.werk import doe_taken, haal_document, wacht_tot, werkend
from wijken.models import Rol
from wijkwijzer.pdf import handelingen, response
from wijkwijzer.pdf.models import Document
from wijkwijzer.pdf.render import PdfTooLarge

ADRES = "/wijken/proefwijk/routekaart/reisplan.pdf"
DEEL = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture(autouse=True)
def eigen_map(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def nep(monkeypatch):
    """Make no PDF but count; `nep.wacht` is an event that a render waits for."""

    class Nep:
        keren = 0
        wacht: threading.Event | None = None

    def make_pdf(html, **opties):
        Nep.keren += 1
        if Nep.wacht:
            Nep.wacht.wait(30)
        return b"%PDF-nep"

    monkeypatch.setattr(handelingen, "make_pdf", make_pdf)
    return Nep


@pytest.fixture
def perron():
    return maak_perron(maak_wijk())


@pytest.fixture
def lezer(perron):
    return ingelogd(maak_lid(perron.routekaart.wijk, Rol.LEZER))


def volg():
    return f"{ADRES}?document={Document.objects.get().sleutel}"


@pytest.mark.django_db
def test_a_page_follows_it_with_and_without_a_script_and_then_it_is_there(lezer, nep):
    antwoord = lezer.get(ADRES)
    assert (antwoord.status_code, antwoord["Retry-After"]) == (202, "2")
    assert "no-store" in antwoord["Cache-Control"]
    assert f'<meta http-equiv="refresh" content="4; url={volg()}">' in antwoord.text
    assert '<div role="status">' in antwoord.text
    assert f'data-hx-get="{volg()}' in antwoord.text
    assert 'href="/wijken/proefwijk/routekaart/"' in antwoord.text
    assert "data-live=" not in antwoord.text, "what others change is not this page's subject"
    assert lezer.get(volg()).status_code == 202
    doe_taken()
    for adres in (volg(), ADRES):
        antwoord = lezer.get(adres)
        assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
        assert antwoord["Content-Disposition"] == 'inline; filename="reisplan-proefwijk.pdf"'
        assert antwoord.content == b"%PDF-nep"
    assert nep.keren == 1


@pytest.mark.django_db
def test_the_words_are_read_aloud_when_they_change_and_not_again(lezer, nep):
    lezer.get(ADRES)
    assert lezer.get(f"{volg()}&gezien=Uw document staat in de rij.", headers=DEEL).status_code == 204
    DBTaskResult.objects.update(status="RUNNING")
    antwoord = lezer.get(f"{volg()}&gezien=Uw document staat in de rij.", headers=DEEL)
    assert (antwoord.status_code, antwoord.text.count("<p")) == (200, 1)
    assert "Uw document wordt nu gemaakt." in antwoord.text
    DBTaskResult.objects.update(status="READY")
    doe_taken()
    antwoord = lezer.get(volg(), headers=DEEL)
    assert (antwoord.status_code, antwoord["HX-Redirect"]) == (204, volg())


@pytest.mark.django_db
def test_who_follows_gets_what_was_asked_for_while_others_go_on_writing(lezer, perron, nep):
    lezer.get(ADRES)
    bezig = volg()
    maak_bijdrage(perron, maak_partij(perron.routekaart.wijk).actor)
    doe_taken()
    assert lezer.get(bezig)["Content-Type"] == "application/pdf"
    assert nep.keren == 1
    assert lezer.get(ADRES).status_code == 202, "asked anew it is another document"


@pytest.mark.django_db
def test_after_a_while_the_address_gives_what_is_there_now(lezer, perron, nep):
    lezer.get(ADRES)
    doe_taken()
    oud = volg()
    maak_bijdrage(perron, maak_partij(perron.routekaart.wijk).actor)
    Document.objects.update(gemaakt=timezone.now() - timedelta(minutes=11))
    assert lezer.get(oud).status_code == 202
    assert Document.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("wat", ["geen-sleutel", "00000000-0000-4000-8000-000000000000"])
def test_a_document_that_is_not_known_is_asked_for_as_usual(lezer, nep, wat):
    assert lezer.get(f"{ADRES}?document={wat}").status_code == 202
    assert Document.objects.count() == 1


@pytest.mark.django_db
def test_a_document_of_another_page_is_not_given(lezer, perron, nep):
    elders = maak_perron(maak_wijk("elders")).routekaart.wijk
    ander = ingelogd(maak_lid(elders, Rol.LEZER))
    lezer.get(ADRES)
    doe_taken()
    van_hier, sleutel = volg(), Document.objects.get().sleutel
    assert ander.get(van_hier).status_code == 404
    antwoord = ander.get(f"/wijken/elders/routekaart/reisplan.pdf?document={sleutel}")
    assert antwoord.status_code == 202
    assert str(sleutel) not in antwoord.text
    assert Client().get(van_hier).status_code == 302


@pytest.mark.django_db
def test_it_says_plainly_that_it_failed_and_offers_to_try_again(lezer, monkeypatch, nep):
    def te_groot(*args, **opties):
        raise PdfTooLarge

    with monkeypatch.context() as m:
        m.setattr(handelingen, "make_pdf", te_groot)
        antwoord = haal_document(lezer, ADRES)
    assert (antwoord.status_code, antwoord["Retry-After"]) == (503, "60")
    assert "Het document is er nog niet" in antwoord.text
    assert "te groot" in antwoord.text
    assert f'href="{ADRES}">Probeer het opnieuw' in antwoord.text
    assert "refresh" not in antwoord.text
    assert lezer.get(volg(), headers=DEEL)["HX-Redirect"] == volg()
    assert haal_document(lezer, ADRES).content == b"%PDF-nep"


@pytest.mark.django_db
def test_a_file_that_is_gone_is_made_again(lezer, nep):
    lezer.get(ADRES)
    doe_taken()
    default_storage.delete(Document.objects.get().bestand.name)
    assert lezer.get(volg()).status_code == 202
    doe_taken()
    assert lezer.get(volg()).content == b"%PDF-nep"


@pytest.mark.django_db
def test_while_it_is_followed_the_plan_is_not_put_together_again(lezer, nep, monkeypatch):
    lezer.get(ADRES)
    monkeypatch.setattr(views, "stel_op", None)
    assert lezer.get(volg()).status_code == 202
    doe_taken()
    assert lezer.get(volg()).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_quick_document_is_there_at_once(lezer, nep, monkeypatch):
    monkeypatch.setattr(response, "PATIENCE", 30.0)
    with werkend():
        antwoord = lezer.get(ADRES)
    assert (antwoord.status_code, antwoord.content) == (200, b"%PDF-nep")


@pytest.mark.django_db(transaction=True)
def test_a_slow_document_keeps_nobody_waiting(lezer, perron, nep, monkeypatch):
    """While one is being made, who asks has an answer after the patience, and others at once."""
    monkeypatch.setattr(response, "PATIENCE", 0.3)
    nep.wacht = threading.Event()
    antwoorden = []

    def vraag():
        antwoorden.append(lezer.get(ADRES).status_code)
        connections.close_all()

    with werkend():
        try:
            vragers = [threading.Thread(target=vraag) for _ in range(3)]
            for vrager in vragers:
                vrager.start()
            wacht_tot(lambda: nep.keren)
            begin = time.monotonic()
            assert lezer.get("/wijken/proefwijk/").status_code == 200
            maak_bijdrage(perron, maak_partij(perron.routekaart.wijk).actor)  # nor does it hold the writer
            assert time.monotonic() - begin < 10, "a render of 30 s is going on"
            for vrager in vragers:
                vrager.join()
            assert antwoorden == [202, 202, 202]
            assert DBTaskResult.objects.running().count() == 1
        finally:
            nep.wacht.set()
        wacht_tot(lambda: lezer.get(volg()).status_code == 200)
    assert nep.keren == 1
