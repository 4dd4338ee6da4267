// What the other parts use: short names, the day, a place to keep things.
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const main = $("#main");
document.documentElement.classList.add("runs");

// An element with text; attributes as they are written in HTML.
function make(tag, attributes = {}, ...inside) {
  const found = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) found.setAttribute(name, value);
  found.append(...inside);
  return found;
}

// The day here and now, as 2026-12-09.
function today() {
  const now = new Date();
  const two = number => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// `Wednesday 9 December`, the same in every country.
function spoken(iso) {
  const when = new Date(`${iso}T12:00:00`);
  const part = wanted => new Intl.DateTimeFormat("en-GB", wanted).format(when);
  return `${part({ weekday: "long" })} ${when.getDate()} ${part({ month: "long" })}`;
}

// What the browser keeps; where it keeps nothing, the page does without.
const shelf = (() => {
  const prefix = `mesocycle/${main.dataset.plan}/`;
  let kept = null;
  try {
    kept = window.localStorage;
    kept.getItem(prefix);
  } catch {
    kept = null;
  }
  const names = () => {
    const all = kept ? Array.from({ length: kept.length }, (_, n) => kept.key(n)) : [];
    return all.filter(name => name && name.startsWith(prefix));
  };
  return {
    ids: () => names().map(name => name.slice(prefix.length)),
    read(id) {
      try {
        const found = JSON.parse(kept.getItem(prefix + id) || "{}");
        return found && typeof found === "object" ? found : {};
      } catch {
        return {};
      }
    },
    write(id, values) {
      try {
        if (Object.keys(values).length) kept.setItem(prefix + id, JSON.stringify(values));
        else kept.removeItem(prefix + id);
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        names().forEach(name => kept.removeItem(name));
      } catch {
        // There was nothing.
      }
    },
  };
})();
