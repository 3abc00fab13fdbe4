# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every test shares."""

from django.conf import settings


def pytest_configure() -> None:
    """Hash passwords fast: the real hasher is slow on purpose, and the tests make hundreds of accounts."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
