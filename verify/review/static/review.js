// Keys of the review page. Every key presses something that is on the page, so without this file nothing is lost.
"use strict";
(() => {
  const STORED = "verify-review-keys";
  const on = () => {
    try { return localStorage.getItem(STORED) !== "off"; } catch { return true; }
  };
  const box = document.getElementById("keys-on");
  if (box) {
    box.checked = on();
    box.addEventListener("change", () => {
      try { localStorage.setItem(STORED, box.checked ? "on" : "off"); } catch { /* the choice lasts for this page */ }
    });
  }

  for (const form of document.querySelectorAll("form[data-ask]")) {
    form.addEventListener("submit", (event) => {
      if (!window.confirm(form.dataset.ask)) event.preventDefault();
    });
  }

  // A form is sent once: a second press while the answer is under way would find its own decision in the way.
  const decide = document.querySelector("form.decide");
  if (decide) {
    decide.addEventListener("submit", (event) => {
      if (decide.dataset.sent) event.preventDefault();
      decide.dataset.sent = "yes";
    });
    window.addEventListener("pageshow", () => { delete decide.dataset.sent; });
    const reason = decide.querySelector("textarea");
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

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && writes(event.target)) { event.target.blur(); return; }
    if (!on() || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (writes(event.target)) return;
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target || target.disabled) return;
    event.preventDefault();
    if (target.matches("input[type=radio]")) {
      target.checked = true;
      document.querySelector("form.decide textarea").focus();
    } else if (target.matches("textarea, input")) {
      target.focus();
    } else {
      target.click();
    }
  });
})();
