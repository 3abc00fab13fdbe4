/* SPDX-FileCopyrightText: 2026 Wijkwijzer contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/* Keeps a page as it is in the database while others work on it. <body data-live="address" data-live-versie="41">
   follows the address; elements with data-live and an id are brought up to date, and nothing else is touched. Without
   a stream it polls (data-live-peilt="15000": only polls, that often); without a connection it says so. What somebody is
   typing in is never replaced. ES2018. */

(function () {
  "use strict";
  const { live: ADRES, liveAltijd: ALTIJD, livePeilt: PEILT, ...EIGEN } = document.body.dataset; // words in another language: data-live-geen, …
  const STILTE = 45000, WELKOM = 6000, POLS = Number(PEILT) || 3000, TIK = 5000, MELD = 20000, RUST = 400;
  const GEEN = EIGEN.liveGeen || "Geen verbinding. Uw tekst blijft hier staan. We proberen het steeds opnieuw.";
  const EINDE = EIGEN.liveEinde || "Deze bladzijde wordt niet meer bijgewerkt. Laad haar opnieuw, of log opnieuw in. Uw tekst blijft hier staan.";
  const ANDERS = EIGEN.liveAnders || "Hier heeft iemand iets veranderd. Uw tekst blijft staan.";
  const BIJ = EIGEN.liveBij || "Deze bladzijde is bijgewerkt.";
  if (!ADRES || !window.EventSource || !window.fetch || !window.DOMParser) return;

  let versie = Number(document.body.dataset.liveVersie), bron = null, terug = false, einde = false;
  let gehoord = Date.now(), wacht = 0, wachtWelkom = 0, polst = 0, kijkt = 0, bezig = false, nogEens = false;
  let samen = 1, gemeld = 0, gekeken = 0;
  const versies = new WeakMap();
  const bij = (id) => document.getElementById(id);
  const maak = (soort, eigenschappen, ouder) => {
    const el = Object.assign(document.createElement(soort), eigenschappen);
    el.setAttribute("data-live-eigen-deel", "");
    if (ouder) ouder.prepend(el);
    return el;
  };
  const hoofd = bij("inhoud") || document.body;
  const balk = maak("div", { id: "live-verbinding", className: "ww-live-balk" }, hoofd);
  balk.setAttribute("role", "status");
  const stem = maak("div", { className: "ww-verborgen" }, hoofd);
  stem.setAttribute("role", "status");
  const toon = (zin) => { if (balk.textContent !== zin) balk.textContent = zin; };

  /* ---- Bringing the page up to date ---- */

  const velden = (el) => Array.from(el.querySelectorAll("input, textarea, select")).concat(el.form !== undefined ? [el] : []);
  const gekozen = (v) => (v.multiple ? Array.from(v.options).some((o) => o.selected !== o.defaultSelected)
    : v.value !== (Array.from(v.options).find((o) => o.defaultSelected) || v.options[0] || v).value);
  const getypt = (v) => v.type !== "hidden" && (v.options ? gekozen(v)
    : v.type === "checkbox" || v.type === "radio" ? v.checked !== v.defaultChecked : v.value !== v.defaultValue);
  /* What the server gave back to mend or to read over (data-live-vast) counts as typed: it is saved nowhere yet. */
  const bezet = (el) => (el !== document.body && el.contains(document.activeElement) && document.activeElement !== document.body)
    || el.querySelector("[data-live-vast], [aria-invalid]") || velden(el).some(getypt);
  const echte = (el) => Array.from(el.childNodes).filter((k) => (k.nodeType === 1 ? !k.hasAttribute("data-live-eigen-deel")
    : k.nodeType === 3 && k.data.trim()));
  const versieVan = (el) => versies.get(el) || Number(el.dataset.versie) || 0;

  /* Say beside an element that it changed, and look again as soon as nobody is busy there. */
  function meldAnders(el) {
    if (el.matches("li, tr, td, th")) el = el.closest("ul, ol, table");
    const bestaat = el.previousElementSibling;
    if (bestaat && bestaat.classList.contains("ww-live-anders")) return;
    const zin = maak("p", { className: "ww-let-op ww-live-anders", textContent: ANDERS });
    zin.setAttribute("role", "status");
    el.before(zin);
  }
  const ruimMeldingenOp = () => document.querySelectorAll(".ww-live-anders").forEach((zin) => zin.remove());

  function vervang(oud, nieuw) {
    if (oud.nodeType === 1 && bezet(oud)) return meldAnders(oud);
    oud.replaceWith(document.importNode(nieuw, true));
    return undefined;
  }
  function mengKenmerken(oud, nieuw) {
    Array.from(nieuw.attributes).forEach((k) => { if (oud.getAttribute(k.name) !== k.value && k.name !== "open") oud.setAttribute(k.name, k.value); });
    Array.from(oud.attributes).forEach((k) => { if (!nieuw.hasAttribute(k.name) && k.name !== "open") oud.removeAttribute(k.name); });
  }
  function mengRij(oud, kinderen) {
    const blijft = new Set(kinderen.map((k) => k.id));
    echte(oud).filter((k) => !blijft.has(k.id)).forEach((k) => (bezet(k) ? meldAnders(k) : k.remove()));
    let vorige = null;
    kinderen.forEach((nieuw) => {
      const vind = () => Array.from(oud.children).find((k) => k.id === nieuw.id);
      if (vind()) meng(vind(), nieuw);
      const hier = vind() || document.importNode(nieuw, true);
      const plek = vorige ? vorige.nextElementSibling : oud.firstElementChild;
      if (plek !== hier) oud.insertBefore(hier, plek);
      vorige = hier;
    });
  }
  /* Make an element like another one, changing as little as possible: what has the focus or text in it stays. */
  function meng(oud, nieuw) {
    if (oud.isEqualNode(nieuw)) return undefined;
    if (oud.nodeName !== nieuw.nodeName || oud.id !== nieuw.id) return vervang(oud, nieuw);
    if (oud.nodeType === 3) { oud.data = nieuw.data; return undefined; }
    if (oud.name === "csrfmiddlewaretoken") return undefined;
    if (oud.matches("input, textarea, select")) return vervang(oud, nieuw);
    const a = echte(oud), b = echte(nieuw);
    if (oud.matches("form") && bezet(oud)) return verschilt(oud, nieuw) ? meldAnders(oud) : undefined;
    if (b.length && b.every((k) => k.id) && a.every((k) => k.id)) { mengKenmerken(oud, nieuw); mengRij(oud, b); }
    else if (a.length === b.length) { mengKenmerken(oud, nieuw); a.forEach((k, i) => meng(k, b[i])); }
    else vervang(oud, nieuw);
    return undefined;
  }
  const kaal = (el) => {
    const kopie = el.cloneNode(true);
    kopie.querySelectorAll("[data-live-eigen-deel], [name=csrfmiddlewaretoken]").forEach((k) => k.remove());
    return kopie.innerHTML.replace(/\s+/g, " ");
  };
  const verschilt = (oud, nieuw) => kaal(oud) !== kaal(nieuw);

  function klaar(el) {
    if (window.htmx && el.isConnected) window.htmx.process(el);
    document.dispatchEvent(new CustomEvent("live:anders"));
    if (Date.now() - gemeld < MELD) return;
    gemeld = Date.now();
    stem.textContent = "";
    setTimeout(() => { stem.textContent = BIJ; }, 100);
  }
  function zet(oud, nieuw, v) {
    if (versieVan(oud) > v) return;
    const id = oud.id, anders = verschilt(oud, nieuw);
    meng(oud, nieuw);
    const el = bij(id);
    if (el) versies.set(el, v);
    if (el && anders) klaar(el);
  }
  function pasToe([id, html, v, doosId]) {
    const oud = bij(id), doos = bij(doosId);
    if (oud && v <= versieVan(oud)) return;
    if (!html) { if (oud && !bezet(oud)) oud.remove(); else if (oud) meldAnders(oud); return; }
    const vorm = document.createElement("template");
    vorm.innerHTML = html;
    const nieuw = vorm.content.firstElementChild;
    if (oud) zet(oud, nieuw, v);
    else if (doos) { doos.append(nieuw); versies.set(nieuw, v); klaar(nieuw); }
    const eigen = document.querySelector("[data-live-eigen]");
    if (eigen && nieuw.dataset.van && eigen.dataset.liveEigen.split(" ").includes(nieuw.dataset.van)) kijk();
  }
  /* Fetch this page again and take over what changed. Many pages at once spread their looks. */
  function kijk() {
    if (bezig) { nogEens = true; return; }
    const rust = Math.max(20, gekeken + RUST - Date.now());
    if (!kijkt) kijkt = setTimeout(haalPagina, rust + Math.random() * Math.min(3000, samen * 10));
  }
  function haalPagina() {
    kijkt = 0;
    gekeken = Date.now();
    bezig = true;
    let elders = false; // a page that answers a form may live at an address that leads on
    haal(location.href, "text/html", zegAf, "follow").then((antwoord) => {
      elders = antwoord && antwoord.redirected;
      return antwoord && antwoord.text();
    }).then((tekst) => {
      if (!tekst) return;
      const blad = new DOMParser().parseFromString(tekst, "text/html"), v = Number(blad.body.dataset.liveVersie);
      const klaar = blad.body.dataset.liveKlaar !== undefined; // the last page of a meeting that has ended
      if (!klaar && (einde || !blad.body.dataset.live)) { zegAf(); return; }
      if (klaar) { einde = true; sluit(); toon(""); }
      versie = Math.max(versie, v || 0);
      if (elders) return;
      if (!document.querySelector(".ww-live-anders:focus-within")) ruimMeldingenOp();
      blad.querySelectorAll("[data-live][id]").forEach((nieuw) => {
        const oud = nieuw.parentElement.closest("[data-live][id]") ? null : bij(nieuw.id);
        if (oud) zet(oud, nieuw, v || versie);
      });
    }).catch(() => setTimeout(kijk, POLS)).then(() => {
      bezig = false;
      if (nogEens) { nogEens = false; kijk(); }
    });
  }

  /* ---- The connection ---- */

  function haal(adres, soort, bijWeg, redirect = "manual") {
    const rem = new AbortController(), klok = setTimeout(() => rem.abort(), 10000);
    return fetch(adres, { headers: { Accept: soort, "X-Live": "1" }, credentials: "same-origin", cache: "no-store", redirect, signal: rem.signal })
      .then((antwoord) => {
        clearTimeout(klok);
        if (antwoord.type === "opaqueredirect" || [401, 403, 404].includes(antwoord.status)) { bijWeg(); return null; }
        if (!antwoord.ok) throw new Error(antwoord.status);
        return antwoord;
      });
  }
  const adres = () => `${ADRES}?plek=${encodeURIComponent(location.pathname)}&na=${versie}${terug ? "&terug=1" : ""}`;
  function sluit() {
    [wacht, wachtWelkom, polst].forEach(clearTimeout);
    wacht = wachtWelkom = polst = 0;
    if (bron) bron.close();
    bron = null;
  }
  function zegAf() { einde = true; sluit(); toon(EINDE); }
  /* There is no stream here any more: the page itself knows whether a meeting ended or access did. */
  function sluitAf() { einde = true; sluit(); kijk(); }
  const hoor = () => { gehoord = Date.now(); };

  function verbind() {
    sluit();
    if (einde || (document.hidden && ALTIJD === undefined)) return;
    if (PEILT) { pols(); return; }
    hoor();
    bron = new EventSource(adres());
    wachtWelkom = setTimeout(pols, WELKOM); // a proxy may hold back the stream; polling takes over meanwhile
    bron.addEventListener("welkom", ({ data }) => {
      hoor();
      clearTimeout(wachtWelkom);
      clearTimeout(polst);
      wachtWelkom = polst = 0;
      terug = true;
      samen = JSON.parse(data).n;
      toon("");
    });
    bron.addEventListener("hart", hoor);
    bron.addEventListener("einde", sluitAf);
    bron.addEventListener("hier", ({ data }) => { hoor(); toonWie(JSON.parse(data).hier); });
    bron.onmessage = ({ data }) => {
      hoor();
      const { v, s = [], o, n } = JSON.parse(data);
      versie = Math.max(versie, v);
      s.forEach(pasToe);
      if (o) { samen = n || samen; kijk(); }
    };
    bron.onerror = () => {
      sluit();
      wacht = setTimeout(verbind, 1000 + Math.random() * 4000);
      pols();
    };
  }
  /* Ask for the version only; look at the page when it moved. Goes on until the stream is there. */
  const metStroom = () => bron && bron.readyState === 1 && !wachtWelkom;
  function pols() {
    clearTimeout(polst);
    haal(adres(), "application/json", sluitAf).then((antwoord) => antwoord && antwoord.json()).then((antwoord) => {
      if (!antwoord) return;
      toon("");
      if (antwoord.v > versie) kijk();
    }, () => { if (!einde && !metStroom()) toon(GEEN); }).then(() => {
      if (!einde && !metStroom() && !document.hidden) polst = setTimeout(pols, POLS + Math.random() * 1000);
    });
  }
  function toonWie(wie) {
    const vak = bij("live-wie");
    if (!vak) return;
    vak.hidden = !wie.length;
    vak.textContent = wie.length ? `Nu op deze bladzijde: ${wie.map(([naam, aantal]) => (aantal > 1 ? `${naam} (${aantal})` : naam)).join(", ")}.` : "";
  }

  /* A hidden tab rests and catches up when it is shown again; a laptop that slept notices the silence. */
  document.addEventListener("visibilitychange", verbind);
  window.addEventListener("online", verbind);
  window.addEventListener("offline", () => { sluit(); pols(); });
  window.addEventListener("pageshow", ({ persisted }) => { if (persisted) { kijk(); verbind(); } });
  window.addEventListener("pagehide", sluit);
  setInterval(() => { if (bron && Date.now() - gehoord > STILTE) verbind(); }, TIK);
  document.addEventListener("focusout", () => setTimeout(() => { if (document.querySelector(".ww-live-anders")) kijk(); }, 300));
  verbind();
})();
