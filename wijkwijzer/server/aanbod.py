# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the server itself offers to the nightly cleaning."""

from wijkwijzer.registry import offer_cleaning
from wijkwijzer.server.cleaning.clean_up import clear_results, clear_sessions

offer_cleaning("sessies", clear_sessions)
offer_cleaning("taken", clear_results)
