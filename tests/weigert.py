# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database refuses, by the name of the rule; and what a verb refuses, by its code."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, transaction

from wijkwijzer.errors import Geweigerd
from wijkwijzer.web.refusals import sentence


def weigert(naam: str, maak: Callable[[], object]) -> None:
    """Check that making this violates the constraint of that name (SQLite names the columns of a unique one)."""
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        maak()
    assert naam in str(fout.value) or "UNIQUE" in str(fout.value)


@contextmanager
def geweigerd(code: str, zin: str = "") -> Iterator[pytest.ExceptionInfo[Geweigerd]]:
    """Check that a verb says no, with this code and, if given, these words in what the reader is told."""
    with pytest.raises(Geweigerd) as nee:
        yield nee
    assert nee.value.code == code
    assert zin in sentence(nee.value)
