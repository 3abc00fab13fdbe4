# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Place, access and journal: the wijk, who may see it, and what happened in it."""
