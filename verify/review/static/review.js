// Keys of the review page, and care for what was written. Every key presses something that is on the page, so
// without this file nothing is lost.
"use strict";
(() => {
  const STORED = "verify-review-keys";
  const DRAFT = "verify-review-draft:";
  const SENT = "verify-review-sent";

  const kept = (storage, key) => { try { return storage.getItem(key); } catch { return null; } };
  const keep = (storage, key, value) => {
    try { if (value === null) storage.removeItem(key); else storage.setItem(key, value); } catch { /* for this page only */ }
  };
  const on = () => kept(localStorage, STORED) !== "off";

  const box = document.getElementById("keys-on");
  if (box) {
    box.checked = on();
    box.addEventListener("change", () => keep(localStorage, STORED, box.checked ? "on" : "off"));
  }

  // Before anything is sent, the page is asked whether it is there: else the browser would show an error in its
  // place, and what was written would be gone.
  const lost = document.getElementById("lost");
  const answers = async () => {
    try {
      return (await fetch("/alive", { cache: "no-store", signal: AbortSignal.timeout(5000) })).ok;
    } catch { return false; }
  };
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", async (event) => {
      if (form.dataset.sure) return;
      event.preventDefault();
      // Sent once: a second press while the answer is under way would find its own decision in the way.
      if (form.dataset.asking || (form.dataset.ask && !window.confirm(form.dataset.ask))) return;
      form.dataset.asking = "yes";
      const there = await answers();
      delete form.dataset.asking;
      lost.hidden = there;
      if (!there) { lost.scrollIntoView({ block: "nearest" }); return; }
      form.dataset.sure = "yes";
      if (form.dataset.place) keep(sessionStorage, SENT, form.dataset.place);
      form.requestSubmit(event.submitter);
      form.dataset.asking = "yes";
    });
    window.addEventListener("pageshow", () => { delete form.dataset.sure; delete form.dataset.asking; });
  }

  // What is written about an item stays in this window until it is decided.
  const decide = document.getElementById("decide");
  const place = decide && decide.dataset.place;
  const sent = kept(sessionStorage, SENT);
  if (sent && sent !== place) { keep(sessionStorage, DRAFT + sent, null); keep(sessionStorage, SENT, null); }
  if (decide) {
    const reason = decide.elements.reason;
    const draft = kept(sessionStorage, DRAFT + place);
    if (draft && !reason.value) reason.value = draft;
    reason.addEventListener("input", () => keep(sessionStorage, DRAFT + place, reason.value || null));
    reason.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
        event.preventDefault();
        decide.requestSubmit();
      }
    });
  }

  const writes = (element) =>
    element instanceof HTMLElement &&
    (element.isContentEditable || element.matches("textarea, select, input:not([type=radio]):not([type=checkbox])"));

  const choose = (radio) => {
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    const rereads = ["extraction-wrong", "not-a-claim"].includes(radio.value);
    const field = radio.value === "extraction-wrong"
      ? document.querySelector(".reading [name$=-meant]")
      : document.querySelector(".reading [type=checkbox]");
    const target = rereads && field && field.offsetParent ? field : decide.elements.reason;
    target.focus();
    if (target.select) target.select();
  };

  // In the queue, a row down or up.
  const rows = [...document.querySelectorAll("table.queue a.fact")];
  const step = (way) => {
    const here = rows.indexOf(document.activeElement);
    const next = here < 0 ? (way > 0 ? 0 : rows.length - 1) : here + way;
    if (rows[next]) rows[next].focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && writes(event.target)) { event.target.blur(); return; }
    if (!on() || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (writes(event.target)) return;
    if (rows.length && (event.key === "j" || event.key === "k")) {
      event.preventDefault();
      step(event.key === "j" ? 1 : -1);
      return;
    }
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target || target.disabled) return;
    event.preventDefault();
    if (target.matches("input[type=radio]")) choose(target);
    else if (target.matches("textarea, input")) target.focus();
    else target.click();
  });
})();
