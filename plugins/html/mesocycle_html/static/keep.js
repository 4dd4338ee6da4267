// Boxes and fields remember: by session, by the key of their row, by their place in it.
function keyOf(input) {
  const row = input.closest("[data-k]");
  if (!row) return null;
  if (input.dataset.n) return `${row.dataset.k}.${input.dataset.n}`;
  return `${row.dataset.k}.${$$("input", row).indexOf(input)}`;
}

function showTicks(session) {
  const boxes = $$("input[type=checkbox]", session);
  const ticked = boxes.filter(box => box.checked).length;
  let chip = $(":scope > summary .tally", session);
  if (!boxes.length || !ticked) {
    if (chip) chip.remove();
    return;
  }
  if (!chip) {
    chip = make("span");
    $(":scope > summary .title", session).append(" ", chip);
  }
  const all = ticked === boxes.length;
  chip.className = `chip tally${all ? " all" : ""}`;
  chip.textContent = all ? "all ticked" : `${ticked} of ${boxes.length}`;
}

function recall(session) {
  const values = shelf.read(session.id);
  for (const input of $$("[data-k] input", session)) {
    const value = values[keyOf(input)];
    if (input.type === "checkbox") input.checked = value === 1;
    else input.value = typeof value === "string" ? value : "";
  }
  showTicks(session);
}

const sessionOf = id => $$(".ses[data-log]").find(each => each.id === id);

for (const id of shelf.ids()) {
  const session = sessionOf(id);
  if (session) recall(session);
}

document.addEventListener("change", event => {
  const input = event.target;
  const session = input.closest(".ses[data-log]");
  const key = session && input.matches("input") && keyOf(input);
  if (!key) return;
  const values = shelf.read(session.id);
  const value = input.type === "checkbox" ? (input.checked ? 1 : undefined) : input.value;
  if (value === undefined || value === "") delete values[key];
  else values[key] = value;
  shelf.write(session.id, values);
  showTicks(session);
});

// The same page in two tabs shows the same.
window.addEventListener("storage", event => {
  if (event.key === null) $$(".ses[data-log]").forEach(recall);
  const session = event.key && $$(".ses[data-log]").find(each => event.key.endsWith(`/${each.id}`));
  if (session) recall(session);
});

const forget = $("#forget");
if (forget) {
  forget.addEventListener("click", () => {
    if (!window.confirm("Forget all ticks and notes of this plan in this browser?")) return;
    shelf.clear();
    $$(".ses[data-log]").forEach(recall);
  });
}
