# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Voting: hidden until the reveal, counted per kind of party, never per person."""
