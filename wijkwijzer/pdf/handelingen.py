# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ask for a document, make it, and throw it away. Making it is a task: it happens in the worker, never in a request."""

from datetime import timedelta
from pathlib import PurePosixPath
from uuid import UUID

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.tasks import task
from django.utils import timezone

from wijkwijzer.pdf.models import Document
from wijkwijzer.pdf.order import Order, key_of
from wijkwijzer.pdf.progress import State, has_file, look
from wijkwijzer.pdf.render import PdfError, make_pdf

KEEP = timedelta(days=1)  # that a document, or what it is to be made from, is kept
PATIENCE = 120.0  # seconds that a task waits for a render outside the worker (`manage.py reisplan`)
FOLDER = "documenten"


def request_document(*, order: Order, adres: str, door: AbstractBaseUser | None) -> Document:
    """Return the document for this order at this address; a task is put in line unless it is there or on its way.

    Row and task are one short transaction. Hold no lock of a wijk meanwhile.
    """
    opdracht = order.write()
    kenmerk = key_of(adres, opdracht)
    bekend = Document.objects.filter(kenmerk=kenmerk).first()
    if bekend and _usable(bekend):
        return bekend
    nu = timezone.now()
    vraag = {"adres": adres, "aanvrager": door, "gevraagd": nu, "opdracht": opdracht, "bewaar_tot": nu + KEEP}
    with transaction.atomic():
        document, nieuw = Document.objects.select_for_update().get_or_create(kenmerk=kenmerk, defaults=vraag)
        if nieuw or not _usable(document):
            taak = make_document.enqueue(str(document.sleutel)).id
            opnieuw = {"gemaakt": None, "mislukt": None, "melding": "", "bestand": "", "taak": taak}
            Document.objects.filter(pk=document.pk).update(**vraag, **opnieuw)
    document.refresh_from_db()
    return document


def _usable(document: Document) -> bool:
    """Tell whether this one is there or on its way; one whose file is gone is neither."""
    staat = look(document).state
    if staat is State.MADE:
        return document.bewaar_tot > timezone.now() and has_file(document)
    return staat is State.BUSY


@task(priority=10)
def make_document(sleutel: str) -> None:
    """Make a document that was asked for. Doing it twice makes it once; one that was thrown away is left alone."""
    document = Document.objects.filter(sleutel=UUID(sleutel)).first()
    if document is None or not document.opdracht:
        return
    order = Order.read(document.opdracht)
    try:
        pdf = make_pdf(order.html, assets=order.assets, folder=settings.DATA_DIR, patience=PATIENCE)
    except PdfError as error:
        fail(document=document, melding=error.sentence)
    else:
        finish(document=document, pdf=pdf)


def finish(*, document: Document, pdf: bytes) -> None:
    """Keep a document that was made, and forget what it was made from."""
    naam = f"{FOLDER}/{document.sleutel}.pdf"
    default_storage.delete(naam)  # of an earlier try that broke off
    naam = default_storage.save(naam, ContentFile(pdf))
    nu = timezone.now()
    klaar = {"bestand": naam, "gemaakt": nu, "mislukt": None, "melding": "", "opdracht": "", "bewaar_tot": nu + KEEP}
    if not Document.objects.filter(pk=document.pk).update(**klaar):
        default_storage.delete(naam)  # it was thrown away meanwhile


def fail(*, document: Document, melding: str) -> None:
    """Say that a document could not be made, and why; forget what it was to be made from."""
    mislukt = {"mislukt": timezone.now(), "melding": melding, "opdracht": "", "gemaakt": None, "bestand": ""}
    Document.objects.filter(pk=document.pk).update(**mislukt)


def clear_documents() -> int:
    """Throw away what is past its date, and files that belong to no document. Returns how many documents."""
    nu = timezone.now()
    weg = list(Document.objects.filter(bewaar_tot__lte=nu).values_list("pk", flat=True))
    Document.objects.filter(pk__in=weg, bewaar_tot__lte=nu).delete()
    bekend = set(Document.objects.exclude(bestand="").values_list("bestand", flat=True))
    for naam in _files():
        # A younger one may belong to a document that is being finished just now.
        if naam not in bekend and default_storage.get_modified_time(naam) < nu - timedelta(hours=1):
            default_storage.delete(naam)
    return len(weg)


def _files() -> list[str]:
    try:
        _, namen = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return []
    return [str(PurePosixPath(FOLDER, naam)) for naam in namen]
