# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a meeting needs on paper: the draaiboek, cards to write on, and the QR code for the tables."""
