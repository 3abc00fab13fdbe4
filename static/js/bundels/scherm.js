/* SPDX-FileCopyrightText: 2026 Wijkwijzer contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/* The wall: the projector in a meeting. */

import "../klok.js";
import "../live.js";
