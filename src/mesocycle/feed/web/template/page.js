(() => {
  "use strict";
  const button = document.getElementById("copy");
  const field = document.getElementById("link");
  const told = document.getElementById("copied");
  const copy = async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      return document.execCommand("copy");
    }
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copy().catch(() => false);
    told.textContent = done ? "Copied. Keep it to yourself." : "It is marked now: copy it as you copy other text.";
  });
})();
