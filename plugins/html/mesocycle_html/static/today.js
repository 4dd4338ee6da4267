// The day that is next comes first: its sessions move to the top, a link stays in their place.
const now = $("#now");
const moved = new Map();
let bringBack = () => {};

function sendHome() {
  for (const [session, place] of moved) {
    place.replaceWith(session);
    session.open = false;
  }
  moved.clear();
}

function bring(session) {
  const words = $$(".day, .at, b", $(".title", session)).map(each => each.cloneNode(true));
  const place = make("a", { class: "away", href: `#${session.id}` }, ...words.flatMap(each => [each, " "]), make("span", { class: "sum" }, "· at the top"));
  session.replaceWith(place);
  moved.set(session, place);
  session.open = true;
  return session;
}

if (now) {
  const sessions = $$("#weeks .ses[data-do]");
  const days = [...new Set(sessions.map(each => each.dataset.day))].sort();
  const title = $("#now-title");
  const list = $("#now-list");
  const heading = make("h3");
  const before = make("button", { type: "button", "aria-label": "The day before" }, "‹");
  const after = make("button", { type: "button", "aria-label": "The day after" }, "›");
  let place = 0;

  const show = at => {
    place = at;
    sendHome();
    const day = days[at];
    const far = Math.round((new Date(`${day}T12:00:00`) - new Date(`${today()}T12:00:00`)) / 864e5);
    title.textContent = { 0: "Today", 1: "Tomorrow", "-1": "Yesterday" }[far] || (far < 0 ? "Past" : "Next");
    heading.textContent = spoken(day);
    before.disabled = at === 0;
    after.disabled = at === days.length - 1;
    list.replaceChildren(...sessions.filter(each => each.dataset.day === day).map(bring));
  };

  if (days.length) {
    const from = days.findIndex(day => day >= today());
    const bar = make("div", { class: "days" }, before, make("p", {}, heading), after);
    heading.remove();
    bar.children[1].replaceWith(heading);
    now.insertBefore(bar, list);
    before.addEventListener("click", () => show(place - 1));
    after.addEventListener("click", () => show(place + 1));
    show(from < 0 ? days.length - 1 : from);
    for (const week of $$(".week")) week.open = [...moved.values()].some(each => week.contains(each));
    bringBack = () => show(place);
    if (from < 0) title.textContent = "The last day";
  } else {
    const stop = "stop" in main.dataset;
    list.replaceChildren(make("p", { class: "reason" }, stop ? "Nothing, for now. Read the notice at the top." : "Nothing is left to do."));
  }
}

// An address with a session opens it, and its week.
function openTarget() {
  const found = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!found) return;
  for (let each = found; each; each = each.parentElement) if (each.localName === "details") each.open = true;
  found.scrollIntoView();
}
window.addEventListener("hashchange", openTarget);
openTarget();
