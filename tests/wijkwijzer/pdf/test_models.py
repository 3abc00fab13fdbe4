# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself holds about documents."""

import pytest
from django.utils import timezone

from tests.factories import maak_gebruiker
from tests.weigert import weigert
from wijkwijzer.pdf.models import Document

pytestmark = pytest.mark.django_db


def maak(**velden):
    nu = timezone.now()
    return Document.objects.create(**{"kenmerk": "a", "adres": "/plan.pdf", "gevraagd": nu, "bewaar_tot": nu, **velden})


def test_a_document_is_made_or_failed():
    weigert("document_gemaakt_of_mislukt", lambda: maak(gemaakt=timezone.now(), mislukt=timezone.now()))


@pytest.mark.parametrize("hoe", ["gemaakt", "mislukt"])
def test_what_is_over_keeps_nothing_of_what_people_wrote(hoe):
    weigert("document_klaar_is_zonder_opdracht", lambda: maak(opdracht="tekst", **{hoe: timezone.now()}))


def test_one_row_for_the_same_document():
    maak()
    weigert("kenmerk", maak)


def test_a_document_outlives_the_account_that_asked():
    gebruiker = maak_gebruiker()
    document = maak(aanvrager=gebruiker)
    gebruiker.delete()
    document.refresh_from_db()
    assert document.aanvrager is None
    assert str(document) == "/plan.pdf"
