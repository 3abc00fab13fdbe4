# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every row of the domain has in common, and reading the only one."""

import uuid

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import Model, QuerySet


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
