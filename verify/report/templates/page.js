// Filters, search and copying.  The page is whole without it.
"use strict";
(() => {
  const form = document.getElementById("filter");
  const items = [...document.querySelectorAll("[data-g]")];
  const said = new Map();
  const words = (item) => {
    if (!said.has(item)) {
      const row = item.dataset.of ? document.getElementById(item.dataset.of) : null;
      said.set(item, `${item.textContent} ${item.closest("[data-thing]")?.dataset.thing ?? ""} ${row ? row.textContent : ""}`.toLowerCase());
    }
    return said.get(item);
  };
  const apply = () => {
    const sought = form.q.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (item) =>
      (!form.v.value || item.dataset.v === form.v.value) &&
      (!form.e.value || item.dataset.e === form.e.value) &&
      (!form.a.value || item.dataset.a === form.a.value) &&
      (!form.s.value || item.dataset.s.split(" ").includes(form.s.value)) &&
      sought.every((word) => words(item).includes(word));
    const all = new Set(), shown = new Set();
    for (const item of items) {
      all.add(item.dataset.g);
      if (fits(item)) shown.add(item.dataset.g);
    }
    for (const item of items) item.hidden = !shown.has(item.dataset.g);
    for (const holder of document.querySelectorAll("[data-holds]")) {
      holder.hidden = !holder.querySelector("[data-g]:not([hidden])");
    }
    const told = shown.size ? form.told.dataset.told : form.told.dataset.none;
    form.told.value = told.replace("{shown}", shown.size).replace("{all}", all.size);
  };
  if (form) {
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
    // A browser that goes back keeps what was typed.
    addEventListener("pageshow", apply);
    // A link to a fact that the filters hide shows all again.
    addEventListener("hashchange", () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target?.closest("[hidden]")) {
        form.reset();
        setTimeout(() => target.scrollIntoView());
      }
    });
  }
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  };
  document.addEventListener("toggle", (event) => {
    const place = event.target;
    if (!place.open || !place.matches(".cite") || place.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = document.body.dataset.copy;
    button.addEventListener("click", async () => {
      const source = place.querySelector("pre");
      if (await copy(source.textContent)) {
        button.textContent = document.body.dataset.copied;
      } else {
        getSelection().selectAllChildren(source);
      }
    });
    place.append(button);
  }, true);
})();
