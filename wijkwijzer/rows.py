# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every row of the domain has in common, and reading the only one."""

import uuid
from typing import TypedDict

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.db.models import Model, QuerySet

AT = "veld:"  # in the code of what a constraint says: the field where it can be mended


class Said(TypedDict):
    """What a constraint says, as its own arguments."""

    violation_error_code: str
    violation_error_message: str


def said_at(veld: str, zin: str) -> Said:
    """Return the sentence of a constraint, and the field where it can be mended, as arguments of that constraint."""
    return {"violation_error_code": f"{AT}{veld}", "violation_error_message": zin}


def field_of(fout: ValidationError) -> str:
    """Return the field at which a refused constraint can be mended; nothing for one that does not say."""
    code = str(getattr(fout, "code", "") or "")
    return code.removeprefix(AT) if code.startswith(AT) else ""


def one_or_none[R: Model](rows: QuerySet[R]) -> R | None:
    """Return the only row; None without one. Raises MultipleObjectsReturned.

    For what is unique, instead of `first()`: having Django put one row in order costs as much as reading it.
    """
    try:
        return rows.get()
    except ObjectDoesNotExist:
        return None


class Domeinrij(models.Model):
    """A row that exports, snapshots, the journal and merges can refer to.

    The integer key stays inside the database; `sleutel` is the name that travels.
    """

    sleutel = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True
