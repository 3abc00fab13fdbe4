# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guests of a meeting as persons: letting one in again, and forgetting all of them."""
