# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Preparing a meeting: what it is about, who is invited, its programme, and using one again."""
