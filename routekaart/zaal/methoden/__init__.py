# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What single methods add to a question with cards: a slogan, 1-2-4-all, treasures and parties of the wijk."""
