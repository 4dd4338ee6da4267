// How an exercise goes, without leaving the session.
const looking = make("dialog", { "aria-label": "How it goes" });
document.body.append(looking);
document.addEventListener("click", event => {
  const link = event.target.closest("a.ex");
  const card = link && document.getElementById(link.hash.slice(1));
  if (!card || !looking.showModal || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const copy = card.cloneNode(true);
  copy.removeAttribute("id");
  copy.removeAttribute("tabindex");
  const form = make("form", { method: "dialog" }, make("button", {}, "Close"));
  looking.replaceChildren(copy, form);
  looking.showModal();
});
looking.addEventListener("click", event => {
  if (event.target === looking) looking.close();
});
