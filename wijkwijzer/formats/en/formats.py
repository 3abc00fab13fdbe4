# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Day before month, and a clock of 24 hours: as it is said in the room."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
