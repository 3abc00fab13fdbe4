# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How dates and times are written, where Django's own way of a language is not ours."""
