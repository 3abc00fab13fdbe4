# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every test shares."""

import pytest
from django.conf import settings
from django.db import connection, connections

from tests import leegmaken
from tests.documenten import _een_keer_gemaakt, echt_gemaakt  # noqa: F401 - fixtures
from tests.processen import Dienst


def pytest_configure() -> None:
    """Leave out what costs time and no test looks at."""
    # The real hasher is slow on purpose, and the tests make hundreds of accounts.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # WhiteNoise reads all static files again for every test client: more than all pages together. The server of the
    # browser tests does read them, as the application itself does.
    settings.WHITENOISE_AUTOREFRESH = True
    # Power loss is the one thing that this protects from, and no test can switch off the power.
    opties = settings.DATABASES["default"].get("OPTIONS", {})
    if "init_command" in opties:
        opties["init_command"] = opties["init_command"].replace("synchronous=FULL", "synchronous=OFF")
    leegmaken.zet_aan()


@pytest.fixture
def dienst(transactional_db, tmp_path):
    """Return a function that starts a server of its own on the database of the test: `dienst(sterfelijk=False)`."""
    diensten: list[Dienst] = []

    def dienst_(**opties) -> Dienst:
        diensten.append(Dienst(tmp_path / f"dienst{len(diensten)}", **opties))
        return diensten[-1]

    yield dienst_
    for een in diensten:
        een.stop()
    if connection.vendor == "postgresql":
        connections.close_all()
