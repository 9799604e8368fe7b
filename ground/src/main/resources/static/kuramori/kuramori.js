// Keyboard, focus and announcements. Everything works without this file; it only shortens the way.
(() => {
  "use strict";
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
  const rows = () => [...document.querySelectorAll("table[data-keys] tbody tr")];

  const move = (step) => {
    const all = rows();
    if (all.length === 0) return;
    const at = all.findIndex((row) => row.classList.contains("is-current"));
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    all.forEach((row) => row.classList.remove("is-current"));
    next.classList.add("is-current");
    const link = next.querySelector("a");
    (link ?? next).focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };

  const current = () => document.querySelector("table[data-keys] tr.is-current");

  const keys = {
    "/": () => document.getElementById("search")?.focus(),
    j: () => move(1),
    k: () => move(-1),
    x: () => current()?.querySelector("input[type=checkbox]")?.click(),
    e: () => document.querySelector("a[data-edit]")?.click(),
    "?": () => document.getElementById("keys-help")?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // A part of the page was replaced: say so to screen readers, and keep the focus where it was.
  let focused = null;
  document.addEventListener("htmx:beforeSwap", () => { focused = document.activeElement?.id ?? null; });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
    const say = event.detail.target?.querySelector("[data-announce]");
    if (say) document.getElementById("announcer").textContent = say.textContent;
  });

  // Leaving a form with typed changes asks first.
  let dirty = false;
  document.addEventListener("input", (event) => { if (event.target.closest("form[data-guard]")) dirty = true; });
  document.addEventListener("submit", () => { dirty = false; });
  window.addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
})();
