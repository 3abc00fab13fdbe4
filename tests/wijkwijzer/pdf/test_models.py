# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself holds about documents."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories import maak_gebruiker
from wijkwijzer.pdf.models import Document

pytestmark = pytest.mark.django_db


def maak(**velden):
    nu = timezone.now()
    return Document.objects.create(**{"kenmerk": "a", "adres": "/plan.pdf", "gevraagd": nu, "bewaar_tot": nu, **velden})


def weigert(naam, **velden):
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        maak(**velden)
    return naam in str(fout.value)


def test_a_document_is_made_or_failed():
    assert weigert("document_gemaakt_of_mislukt", gemaakt=timezone.now(), mislukt=timezone.now())


@pytest.mark.parametrize("hoe", ["gemaakt", "mislukt"])
def test_what_is_over_keeps_nothing_of_what_people_wrote(hoe):
    assert weigert("document_klaar_is_zonder_opdracht", opdracht="tekst", **{hoe: timezone.now()})


def test_one_row_for_the_same_document():
    maak()
    assert weigert("kenmerk")


def test_a_document_outlives_the_account_that_asked():
    gebruiker = maak_gebruiker()
    document = maak(aanvrager=gebruiker)
    gebruiker.delete()
    document.refresh_from_db()
    assert document.aanvrager is None
    assert str(document) == "/plan.pdf"
