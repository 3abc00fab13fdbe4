# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions to who is not in the room: what to ask, who asks it, what came of it."""
