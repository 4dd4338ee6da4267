// On paper all is open, and every session in its week.
let shut = [];
window.addEventListener("beforeprint", () => {
  shut = $$("details:not([open])");
  shut.forEach(each => (each.open = true));
});
window.addEventListener("afterprint", () => shut.forEach(each => (each.open = false)));
