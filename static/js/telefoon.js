/* SPDX-FileCopyrightText: 2026 Wijkwijzer contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/* Keeps what a guest types for a question on this phone until the server has said that it has it. A card gets its key
   here, once, so that sending it again never makes a second one: by itself when the line is back, after a reload, or
   by one more press. Without this script the form is an ordinary form. ES2018, and plain http: no crypto.randomUUID. */

(function () {
  "use strict";
  const BEGIN = "ww-kaart:", DAG = 24 * 3600 * 1000, OPNIEUW = 3000, GEDULD = 10000;
  const { kaartAdres: ADRES, kaartBezig: BEZIG, kaartWacht: WACHT } = document.body.dataset;
  if (!ADRES || !window.fetch || !window.AbortController) return;

  /* Storage may be full or refused (a private window); then a draft lives as long as the page. */
  const hier = {};
  const opslag = (doe, anders) => { try { return doe(window.localStorage); } catch (fout) { return anders; } };
  const plek = (ronde) => BEGIN + ronde;
  const lees = (ronde) => opslag((o) => JSON.parse(o.getItem(plek(ronde))), null) || hier[ronde] || null;
  const weg = (ronde) => { delete hier[ronde]; opslag((o) => o.removeItem(plek(ronde))); };
  function bewaar(ronde, concept) {
    hier[ronde] = Object.assign({ moment: Date.now() }, concept);
    opslag((o) => o.setItem(plek(ronde), JSON.stringify(hier[ronde])));
  }
  const rondes = () => opslag((o) => Object.keys(o).filter((k) => k.startsWith(BEGIN)).map((k) => k.slice(BEGIN.length)), [])
    .concat(Object.keys(hier)).filter((ronde, nr, alle) => alle.indexOf(ronde) === nr);
  const wachtend = () => rondes().find((ronde) => (lees(ronde) || {}).verzonden === ADRES);

  function nieuweSleutel() {
    const b = window.crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64;
    b[8] = (b[8] & 63) | 128;
    const hex = Array.from(b, (n) => (n + 256).toString(16).slice(1)).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }
  const formulier = () => document.querySelector("form[data-kaart]");
  const velden = (form) => form.elements;

  /* ---- What is typed ---- */

  /* Put the draft of this question back: its text where nothing stands yet, and always its key. */
  function zetTerug() {
    const form = formulier();
    if (!form) return;
    const { tekst, sleutel, ronde } = velden(form), concept = lees(ronde.value);
    if (!concept || tekst.dataset.terug === ronde.value) return;
    tekst.dataset.terug = ronde.value;
    if (!tekst.value.trim()) tekst.value = concept.tekst;
    if (tekst.value.trim() === concept.tekst.trim()) sleutel.value = concept.sleutel;
  }
  function onthoud(form) {
    const { tekst, sleutel, ronde } = velden(form), oud = lees(ronde.value) || {};
    if (oud.verzonden) return oud;
    if (!tekst.value.trim()) { weg(ronde.value); return null; }
    sleutel.value = oud.sleutel || nieuweSleutel();
    bewaar(ronde.value, { tekst: tekst.value, sleutel: sleutel.value });
    return lees(ronde.value);
  }
  document.addEventListener("input", ({ target: { form } }) => { if (form && form.matches("[data-kaart]")) onthoud(form); });

  /* ---- Sending it ---- */

  let bezig = false, timer = 0;
  function meld(zin) {
    const form = formulier();
    if (form) velden(form).tekst.readOnly = Boolean(zin); // what may have been stored is not changed any more
    let vak = document.getElementById("kaart-melding");
    if (!vak && zin) {
      vak = Object.assign(document.createElement("p"), { id: "kaart-melding", className: "tel-let-op" });
      vak.setAttribute("role", "status");
      vak.setAttribute("data-live-eigen-deel", "");
      (form ? velden(form).tekst.parentElement : document.getElementById("inhoud")).prepend(vak);
    }
    if (vak && vak.textContent !== zin) vak.textContent = zin;
    if (vak) vak.hidden = !zin;
  }
  const teken = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1] || "";
  function later() {
    meld(WACHT);
    clearTimeout(timer);
    timer = setTimeout(verstuur, OPNIEUW + Math.random() * OPNIEUW);
  }
  /* Let the server show what is wrong, in its own page; the key is the same, so nothing comes twice. */
  function toonAntwoord(ronde, concept) {
    const form = Object.assign(document.createElement("form"), { method: "post", action: ADRES, hidden: true });
    const alles = { csrfmiddlewaretoken: teken(), ronde, sleutel: concept.sleutel, tekst: concept.tekst };
    Object.keys(alles).forEach((name) => form.append(Object.assign(document.createElement("input"), { name, value: alles[name] })));
    document.body.append(form);
    form.submit();
  }
  function verstuur() {
    const ronde = wachtend(), concept = ronde && lees(ronde);
    if (bezig || !concept) return;
    const rem = new AbortController(), klok = setTimeout(() => rem.abort(), GEDULD);
    const lijf = new URLSearchParams({ ronde, sleutel: concept.sleutel, tekst: concept.tekst });
    bezig = true;
    if (!timer) meld(BEZIG);
    fetch(ADRES, {
      method: "POST", body: lijf, credentials: "same-origin", redirect: "manual", signal: rem.signal,
      headers: { Accept: "application/json", "X-CSRFToken": teken() },
    }).then((antwoord) => {
      if (antwoord.status === 422) {
        bewaar(ronde, { tekst: concept.tekst, sleutel: concept.sleutel });
        return toonAntwoord(ronde, concept);
      }
      if (antwoord.type === "opaqueredirect" || [403, 404].includes(antwoord.status)) {
        bewaar(ronde, { tekst: concept.tekst, sleutel: concept.sleutel }); // not let in any more: first that
        return location.replace(location.pathname);
      }
      return antwoord.json().then(({ sleutel }) => {
        if (sleutel !== concept.sleutel) throw new Error("not ours");
        weg(ronde);
        location.replace(location.pathname);
      });
    }).catch(later).then(() => { clearTimeout(klok); bezig = false; });
  }
  document.addEventListener("submit", (gebeurtenis) => {
    const form = gebeurtenis.target, concept = form.matches("[data-kaart]") && onthoud(form);
    if (!concept) return; // nothing typed: the server says so
    gebeurtenis.preventDefault();
    bewaar(velden(form).ronde.value, Object.assign({}, concept, { verzonden: ADRES }));
    verstuur();
  });
  window.addEventListener("online", verstuur);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) verstuur(); });
  document.addEventListener("live:anders", zetTerug);

  rondes().forEach((ronde) => { if (Date.now() - (lees(ronde) || {}).moment > DAG) weg(ronde); });
  zetTerug();
  verstuur();
})();
