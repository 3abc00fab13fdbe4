# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far a document is."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from django.core.files.storage import default_storage
from django.tasks import TaskResultStatus
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from wijkwijzer.pdf.models import Document

SLOW = timedelta(minutes=1)  # after which the page says that this takes longer than usual


class State(StrEnum):
    """On its way, there, or not going to come."""

    BUSY = "bezig"
    MADE = "gemaakt"
    FAILED = "mislukt"


@dataclass(frozen=True)
class Progress:
    """A state, and in words what there is to say about it."""

    state: State
    melding: str = ""


def look(document: Document) -> Progress:
    """Return how far a document is. What is over needs no query; for the rest its task is asked."""
    if document.gemaakt:
        return Progress(State.MADE)
    if document.mislukt:
        return Progress(State.FAILED, document.melding)
    taak = _task(document.taak)
    if taak is not None and taak.status == TaskResultStatus.SUCCESSFUL:
        document.refresh_from_db()  # it was over after this row was read
        return look(document) if document.gemaakt or document.mislukt else _went_wrong()
    if taak is None or taak.status == TaskResultStatus.FAILED:
        return _went_wrong()
    return Progress(State.BUSY, _waiting(document, taak))


def _went_wrong() -> Progress:
    return Progress(State.FAILED, _("Er ging iets mis bij het maken. Probeer het opnieuw."))


def _waiting(document: Document, taak: DBTaskResult[..., None]) -> str:
    if document.gevraagd < timezone.now() - SLOW:
        return _("Dit duurt langer dan anders. U kunt wachten, of later terugkomen.")
    if taak.status == TaskResultStatus.RUNNING:
        return _("Uw document wordt nu gemaakt.")
    return _("Uw document staat in de rij.")


def has_file(document: Document) -> bool:
    """Tell whether the file of a document is where it was put."""
    return bool(document.bestand) and default_storage.exists(str(document.bestand.name))


def _task(sleutel: str) -> DBTaskResult[..., None] | None:
    try:
        return DBTaskResult.objects.filter(pk=UUID(sleutel)).first()
    except ValueError:
        return None
