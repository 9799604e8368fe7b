// What the keyboard does, and what a screen reader hears after a part of the page was exchanged.
// Every page works without this file.
"use strict";

(() => {
  const EDITABLE = "input, select, textarea, [contenteditable]";
  const announcer = document.getElementById("announcer");
  const keys = document.getElementById("keys");

  // Rows of the first table that opens something; inner tables are read, not walked.
  const rows = () => {
    const table = [...document.querySelectorAll("main .table")].find((one) => one.querySelector("tbody a[href]"));
    return table ? [...table.tBodies].flatMap((body) => [...body.rows]) : [];
  };

  const current = () => document.querySelector("tr[data-current]");

  const move = (step) => {
    const all = rows();
    if (all.length === 0) {
      return false;
    }
    const at = all.indexOf(current());
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    current()?.removeAttribute("data-current");
    next.setAttribute("data-current", "");
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
    return true;
  };

  const open = () => follow(current()?.querySelector("a[href]"));
  const edit = () => {
    const address = current()?.dataset.editAt;
    if (address) {
      window.location.assign(address);
      return true;
    }
    return follow(current()?.querySelector("a[data-edit]") ?? document.querySelector("main a[data-edit]"));
  };

  const follow = (link) => {
    link?.click();
    return Boolean(link);
  };

  const select = () => {
    const box = current()?.querySelector("input[type=checkbox]");
    box?.click();
    return Boolean(box);
  };

  // The box in the head stands for all rows of the page; the server reads it so when no script ran.
  const picks = () => [...document.querySelectorAll("tbody input[data-pick]")];
  const all = document.querySelector("thead input[data-pick]");

  const count = () => {
    const boxes = picks();
    const chosen = boxes.filter((box) => box.checked).length;
    if (all) {
      all.checked = chosen > 0 && chosen === boxes.length;
      all.indeterminate = chosen > 0 && chosen < boxes.length;
    }
    const words = document.querySelector("[data-selected]");
    if (words) {
      words.textContent = words.dataset.selected.replace("{0}", String(chosen));
    }
    return words?.textContent;
  };

  document.addEventListener("change", (event) => {
    if (!event.target.matches("input[data-pick]")) {
      return;
    }
    if (event.target === all) {
      picks().forEach((box) => (box.checked = all.checked));
    }
    announce(count());
  });
  if (all) {
    window.addEventListener("pageshow", count);
  }

  const search = () => {
    const field = document.getElementById("search");
    field?.focus();
    field?.select();
    return Boolean(field);
  };

  const help = () => {
    keys?.showModal();
    return Boolean(keys);
  };

  const actions = { "/": search, "?": help, j: () => move(1), k: () => move(-1), x: select, e: edit, Enter: open };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys?.open) {
      return;
    }
    if (event.target.closest(EDITABLE)) {
      if (event.key === "Escape" && event.target.id === "search") {
        event.target.blur();
      }
      return;
    }
    if (event.key === "Enter" && event.target !== current()) {
      return;
    }
    if (actions[event.key]?.()) {
      event.preventDefault();
    }
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-keys]")) {
      help();
    }
    const toast = event.target.closest("[data-dismiss]")?.closest(".toast");
    if (toast) {
      toast.hidden = true;
    }
  });

  // Leaving a form with typed changes asks first.
  let dirty = false;
  document.addEventListener("input", (event) => {
    dirty ||= event.target.closest("form[data-guard]") !== null;
  });
  document.addEventListener("submit", () => (dirty = false));
  window.addEventListener("beforeunload", (event) => {
    if (dirty) {
      event.preventDefault();
    }
  });

  const announce = (words) => {
    if (announcer && words) {
      announcer.textContent = "";
      requestAnimationFrame(() => (announcer.textContent = words));
    }
  };

  // Days are typed as 2026-11-25, whatever the browser's language. Beside the field stands a button that opens the
  // browser's own calendar; what was pasted in another order of signs is put right when the field is left.
  const picker = document.getElementById("day-pick");
  const day = (text) => {
    const plain = text.normalize("NFKC").trim();
    const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(plain);
    const short = /^\d+$/.test(plain) && plain.length !== 8;
    return found && !short ? `${found[1]}-${found[2].padStart(2, "0")}-${found[3].padStart(2, "0")}` : plain;
  };
  const offerCalendars = (part) => {
    if (!picker || !HTMLInputElement.prototype.showPicker) {
      return;
    }
    for (const field of part.querySelectorAll("input[data-day]:not([data-day='ready'])")) {
      field.dataset.day = "ready";
      const native = document.createElement("input");
      native.type = "date";
      native.className = "day__native";
      native.tabIndex = -1;
      native.setAttribute("aria-hidden", "true");
      const button = picker.content.firstElementChild.cloneNode(true);
      button.addEventListener("click", () => {
        native.value = day(field.value);
        native.showPicker();
      });
      native.addEventListener("change", () => {
        field.value = native.value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
        field.focus();
      });
      field.after(button, native);
    }
  };
  document.addEventListener("focusout", (event) => {
    if (event.target.matches?.("input[data-day]") && event.target.value) {
      event.target.value = day(event.target.value);
    }
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches("input[data-day]")) {
      event.target.setCustomValidity("");
    }
  });
  document.addEventListener("invalid", (event) => {
    if (event.target.matches("input[data-day]") && event.target.validity.patternMismatch) {
      event.target.setCustomValidity(picker?.dataset.wrong ?? "");
    }
  }, true);
  offerCalendars(document);
  document.addEventListener("htmx:afterSettle", (event) => offerCalendars(event.detail.elt));
  // A form with a file says how far it has come. Without this the browser sends it by itself.
  const fill = (words, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, String(value)), words);

  const shown = (request, form, before) => {
    if (request.responseURL && new URL(request.responseURL).pathname !== before) {
      window.location.assign(request.responseURL);
      return;
    }
    const answer = new DOMParser().parseFromString(request.responseText, "text/html");
    const main = answer.querySelector("main");
    if (!main) {
      window.location.reload();
      return;
    }
    document.querySelector("main").replaceWith(main);
    main.querySelector("[role=alert]")?.focus();
  };

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-progress]");
    const bar = form?.querySelector("progress");
    if (!bar || event.defaultPrevented || !form.querySelector("input[type=file]")?.files.length) {
      return;
    }
    event.preventDefault();
    const told = form.querySelector("[data-rate]");
    const request = new XMLHttpRequest();
    const began = performance.now();
    const before = new URL(form.action).pathname;
    bar.hidden = false;
    form.querySelectorAll("button").forEach((button) => (button.disabled = true));
    request.upload.addEventListener("progress", (sent) => {
      const share = sent.loaded / Math.max(sent.total, 1);
      const left = share > 0 ? ((performance.now() - began) * (1 - share)) / share / 1000 : 0;
      bar.value = Math.round(share * 100);
      told.textContent = share < 1 ? fill(bar.dataset.told, bar.value, Math.ceil(left)) : bar.dataset.looking;
    });
    request.upload.addEventListener("load", () => announce(bar.dataset.looking));
    request.addEventListener("load", () => shown(request, form, before));
    request.addEventListener("error", () => {
      form.querySelectorAll("button").forEach((button) => (button.disabled = false));
      bar.hidden = true;
      failed({ detail: { xhr: request } });
    });
    request.open("POST", form.action);
    request.send(new FormData(form));
  });

  document.querySelectorAll("[data-copy]").forEach((button) => {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.copied;
      announce(button.dataset.copied);
    });
  });

  // htmx keeps the focus of an element with an id; without one, the exchanged part itself takes it.
  let focused = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    focused = event.detail.target.contains(document.activeElement) ? document.activeElement.id : null;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const part = event.detail.elt;
    if (focused !== null && document.activeElement === document.body) {
      const same = focused && document.getElementById(focused);
      const target = same || part;
      if (!same) {
        part.tabIndex = -1;
      }
      target.focus({ preventScroll: true });
    }
    focused = null;
    const said = part.matches?.("[data-announce]") ? part : part.querySelector?.("[data-announce]");
    announce(said?.dataset.announce || announcer?.dataset.updated);
  });

  const failed = (event) => {
    const toast = document.getElementById("failure");
    if (!toast) {
      return;
    }
    const reference = event.detail.xhr?.getResponseHeader("X-Request-Id");
    toast.querySelector("[data-reference]").textContent = reference ?? "";
    toast.hidden = false;
  };
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:sendError", failed);
})();
