# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What documents offer to the nightly cleaning."""

from wijkwijzer.pdf.handelingen import clear_documents
from wijkwijzer.registry import offer_cleaning

offer_cleaning("documenten", lambda: f"Documenten weg: {clear_documents()}.")
