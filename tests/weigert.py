# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database refuses, by the name of the rule."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction


def weigert(naam: str, maak: Callable[[], object]) -> None:
    """Check that making this violates the constraint of that name (SQLite names the columns of a unique one)."""
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        maak()
    assert naam in str(fout.value) or "UNIQUE" in str(fout.value)
