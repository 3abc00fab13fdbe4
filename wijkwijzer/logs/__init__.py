# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written down of what happened: which request, who was refused, what went wrong; never what people wrote."""
