// On paper all is open, and every session in its week.
let shut = [];
window.addEventListener("beforeprint", () => {
  document.documentElement.classList.add("paper");
  sendHome();
  shut = $$("details:not([open])");
  shut.forEach(each => (each.open = true));
});
window.addEventListener("afterprint", () => {
  document.documentElement.classList.remove("paper");
  shut.forEach(each => (each.open = false));
  bringBack();
});
