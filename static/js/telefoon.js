/* SPDX-FileCopyrightText: 2026 Wijkwijzer contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/* Keeps what a guest types or votes for a question on this phone until the server has said that it has it. A card gets
   its key here, once, so that sending it again never makes a second one: by itself when the line is back, after a
   reload, or by one more press; a vote replaces itself. Without this script the form is an ordinary form. ES2018, and plain http: no crypto.randomUUID. */

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
  const HIER = ADRES.replace(/kaart\/$/, ""); // of this meeting
  const wachtend = () => rondes().find((ronde) => ((lees(ronde) || {}).verzonden || "").startsWith(HIER));

  function nieuweSleutel() {
    const b = window.crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64;
    b[8] = (b[8] & 63) | 128;
    const hex = Array.from(b, (n) => (n + 256).toString(16).slice(1)).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }
  const formulier = () => document.querySelector("form[data-kaart]");
  const isKeuze = (v) => Boolean(v.options) || v.type === "radio" || v.type === "checkbox";
  /* What a guest fills in; a form may hold more than one field, and a question more than one form (`wat`). */
  const VAST = ["csrfmiddlewaretoken", "taal", "ronde", "sleutel"];
  const velden = (form) => Array.from(form.elements).filter((v) => v.name && !VAST.includes(v.name));
  const invoer = (form) => velden(form).filter((v) => v.type !== "hidden");
  const inhoud = (form) => velden(form).reduce((alles, v) => Object.assign(alles, { [v.name]: v.value }), {});
  const isLeeg = (form) => invoer(form).every((v) => v.options || !v.value.trim());
  const welke = ({ elements: { ronde, wat } }) => ronde.value + (wat ? `/${wat.value}` : "");
  const zelfde = (een, twee) => Object.keys(een).every((naam) => een[naam].trim() === (twee[naam] || "").trim());

  /* ---- What is typed ---- */

  /* Put the draft of this question back: its text where nothing stands yet, and always its key. */
  function zetTerug() {
    const form = formulier(), concept = form && lees(welke(form));
    if (!concept || form.dataset.terug === welke(form)) return;
    form.dataset.terug = welke(form);
    if (isLeeg(form)) invoer(form).forEach((v) => { v.value = concept.inhoud[v.name] || v.value; });
    if (zelfde(inhoud(form), concept.inhoud)) form.elements.sleutel.value = concept.sleutel;
  }
  function onthoud(form) {
    const { sleutel, ronde } = form.elements, oud = lees(welke(form)) || {};
    if (oud.verzonden) return oud;
    if (isLeeg(form)) { weg(welke(form)); return null; }
    sleutel.value = oud.sleutel || nieuweSleutel();
    bewaar(welke(form), { inhoud: inhoud(form), ronde: ronde.value, sleutel: sleutel.value });
    return lees(welke(form));
  }
  document.addEventListener("input", ({ target: { form } }) => { if (form && form.matches("[data-kaart]")) onthoud(form); });

  /* ---- Sending it ---- */

  let bezig = false, timer = 0;
  function meld(zin) {
    const form = document.querySelector("form[data-kaart], form[data-stem]");
    if (form) invoer(form).forEach((v) => { v[isKeuze(v) ? "disabled" : "readOnly"] = Boolean(zin); }); // what may have been stored is not changed any more
    let vak = document.getElementById("kaart-melding");
    if (!vak && zin) {
      vak = Object.assign(document.createElement("p"), { id: "kaart-melding", className: "tel-let-op" });
      vak.setAttribute("role", "status");
      vak.setAttribute("data-live-eigen-deel", "");
      (form || document.getElementById("inhoud")).prepend(vak);
    }
    if (vak && vak.textContent !== zin) vak.textContent = zin;
    if (vak) vak.hidden = !zin;
  }
  /* What is sent, as (name, value): a field may have more than one value. */
  const paren = ({ ronde, sleutel, inhoud: velden_ }) => Object.keys(velden_).reduce(
    (alles, naam) => alles.concat([].concat(velden_[naam]).map((waarde) => [naam, waarde])), [["ronde", ronde], ["sleutel", sleutel]]);
  const teken = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1] || "";
  function later() {
    meld(WACHT);
    clearTimeout(timer);
    timer = setTimeout(verstuur, OPNIEUW + Math.random() * OPNIEUW);
  }
  /* Let the server show what is wrong, in its own page; the key is the same, so nothing comes twice. */
  function toonAntwoord(concept) {
    const form = Object.assign(document.createElement("form"), { method: "post", action: concept.verzonden, hidden: true });
    const alles = [["csrfmiddlewaretoken", teken()]].concat(paren(concept));
    alles.forEach(([name, value]) => form.append(Object.assign(document.createElement("textarea"), { name, value }))); // keeps lines
    document.body.append(form);
    form.submit();
  }
  function verstuur() {
    const waar = wachtend(), concept = waar && lees(waar);
    if (bezig || !concept) return;
    const rem = new AbortController(), klok = setTimeout(() => rem.abort(), GEDULD);
    const { ronde, sleutel, inhoud: gegevens } = concept;
    /* Not sent after all: a text stays, to be mended; a vote is made anew. */
    const geefTerug = () => (gegevens.wat === "stem" ? weg(waar) : bewaar(waar, { ronde, sleutel, inhoud: gegevens }));
    bezig = true;
    if (!timer) meld(BEZIG);
    fetch(concept.verzonden, {
      method: "POST", body: new URLSearchParams(paren(concept)), credentials: "same-origin", redirect: "manual", signal: rem.signal,
      headers: { Accept: "application/json", "X-CSRFToken": teken() },
    }).then((antwoord) => {
      if (antwoord.status === 422) {
        geefTerug();
        return toonAntwoord(concept);
      }
      if (antwoord.type === "opaqueredirect" || [403, 404].includes(antwoord.status)) {
        geefTerug(); // not let in any more: first that
        return location.replace(location.pathname);
      }
      return antwoord.json().then((bericht) => {
        if (bericht.sleutel !== sleutel) throw new Error("not ours");
        weg(waar);
        location.replace(location.pathname);
      });
    }).catch(later).then(() => { clearTimeout(klok); bezig = false; });
  }
  /* The key of a vote is its question: a hidden field may be left over from the form that stood here before. */
  function gestemd({ elements: { ronde, keuze, wat } }) {
    const gekozen = (keuze.length ? Array.from(keuze) : [keuze]).filter((v) => v.checked).map((v) => v.value);
    return gekozen.length ? { inhoud: { keuze: gekozen, wat: wat.value }, ronde: ronde.value, sleutel: ronde.value } : null;
  }
  document.addEventListener("submit", (gebeurtenis) => {
    const form = gebeurtenis.target;
    const concept = form.matches("[data-kaart]") ? onthoud(form) : form.matches("[data-stem]") && gestemd(form);
    if (!concept) return; // nothing typed or chosen: the server says so
    gebeurtenis.preventDefault();
    bewaar(welke(form), Object.assign({}, concept, { verzonden: form.getAttribute("action") }));
    verstuur();
  });
  window.addEventListener("online", verstuur);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) verstuur(); });
  document.addEventListener("live:anders", zetTerug);

  rondes().forEach((ronde) => { if (Date.now() - (lees(ronde) || {}).moment > DAG) weg(ronde); });
  zetTerug();
  verstuur();
})();
