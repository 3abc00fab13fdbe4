# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A connection to PostgreSQL of its own, beside those of Django: to listen on, or to hold a lock with."""

from typing import Any

import psycopg
from django.db import connection

OF_DJANGO = {"pool", "cursor_factory", "context", "prepare_threshold", "server_side_binding"}


def own_connection() -> "psycopg.Connection[Any]":
    """Connect to the database of Django. Raises psycopg.Error."""
    options = {k: v for k, v in connection.get_connection_params().items() if k not in OF_DJANGO}
    return psycopg.connect(**options, autocommit=True)
