// Passkeys: a form marked data-passkey asks the browser for what data-options says and sends the answer. Without this
// file, or in a browser that knows no passkeys, the form stays hidden and the other ways in remain.
"use strict";

(() => {
  const known =
    window.isSecureContext &&
    window.PublicKeyCredential?.parseRequestOptionsFromJSON &&
    window.PublicKeyCredential?.parseCreationOptionsFromJSON;
  if (!known) {
    document.querySelectorAll("[data-passkey-unknown]").forEach((words) => (words.hidden = false));
    return;
  }

  const ask = (kind, options) =>
    kind === "create"
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    const failed = form.querySelector("[data-passkey-failed]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        const answer = await ask(form.dataset.passkey, JSON.parse(form.dataset.options));
        form.elements.namedItem("answer").value = JSON.stringify(answer.toJSON());
        form.submit();
      } catch {
        failed.hidden = false;
        failed.focus();
      }
    });
  });
})();
