# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The journey: a routekaart with nine perrons, and what is said and agreed there."""
