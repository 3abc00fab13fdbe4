# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes that people read from a wall and type on a phone."""

import secrets

# No vowels (no words), and nothing that looks like something else: 0/O/Q, 1/I/L, 2/Z, 5/S, 8/B, 6/G, U/V.
LETTERS = "CDFHJKMNPRTVWXY34679"
LENGTE = 6


def nieuwe_code() -> str:
    """Draw a code: one in 64 million."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTE))


def lees_code(getypt: str) -> str:
    """Return a typed code as it is stored: capitals, no spaces or dashes. Empty when it can't be one."""
    code = "".join(getypt.split()).replace("-", "").upper()
    return code if len(code) == LENGTE and set(code) <= set(LETTERS) else ""


def leesbaar(code: str) -> str:
    """Write a code in two halves, as it is said aloud."""
    return f"{code[:3]} {code[3:]}"
