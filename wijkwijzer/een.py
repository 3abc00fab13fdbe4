# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""One row, or none."""

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, QuerySet


def hoogstens_een[R: Model](rijen: QuerySet[R]) -> R | None:
    """Return the only row; None without one. Raises MultipleObjectsReturned.

    For what is unique, instead of `first()`: having Django put one row in order costs as much as reading it.
    """
    try:
        return rijen.get()
    except ObjectDoesNotExist:
        return None
