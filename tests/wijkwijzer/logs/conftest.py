# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log of a test."""

import pytest

from tests.logregels import logboek


@pytest.fixture
def boek():
    """The lines that the test causes."""
    with logboek() as open_:
        yield open_
