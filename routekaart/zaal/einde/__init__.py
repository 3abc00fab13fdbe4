# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a meeting leaves behind: report, feedback, the page for the wall of the buurtcentrum."""
