/* SPDX-FileCopyrightText: 2026 Wijkwijzer contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/* Pages of members. Each script acts only where a page asks for it; htmx comes last, so that what is ours still runs in a
   browser that is too old for it. */

import "../klok.js";
import "../slepen.js";
import "../live.js";
import "../concept.js";
import "../../vendor/htmx/htmx.esm.js";
