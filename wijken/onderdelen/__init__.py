# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Structures: rows with a fixed form that can be added, changed, closed and opened again, whatever their kind."""
