# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every test shares."""

import pytest
from django.conf import settings

NAAR_DE_DATABASE = {"db", "transactional_db", "django_db_setup"}


def pytest_configure(config: pytest.Config) -> None:
    """Leave out what costs time and no test looks at."""
    config.addinivalue_line("markers", "database: can reach the database; given by conftest to every test that can")
    # The real hasher is slow on purpose, and the tests make hundreds of accounts.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # WhiteNoise reads all static files again for every test client: more than all pages together. The server of the
    # browser tests does read them, as the application itself does.
    settings.WHITENOISE_AUTOREFRESH = True
    # Power loss is the one thing that this protects from, and no test can switch off the power.
    opties = settings.DATABASES["default"].get("OPTIONS", {})
    if "init_command" in opties:
        opties["init_command"] = opties["init_command"].replace("synchronous=FULL", "synchronous=OFF")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that can reach the database; pytest-django refuses every query of the others."""
    for item in items:
        if item.get_closest_marker("django_db") or NAAR_DE_DATABASE & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")
