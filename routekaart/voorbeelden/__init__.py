# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wijken of `fixtures/`, loaded by the ordinary verbs."""
