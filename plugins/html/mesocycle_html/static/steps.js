// A session as the steps of a timer: { what, how, kind, seconds (0: until it is done), box, row }.
const READY = 5;
const SIDES = { b: [""], e: ["left", "right"], l: ["left"], r: ["right"] };
const LETTERS = { "": "", left: "L", right: "R" };

// `2*wb 3*e30/60` as a list of { warm, side, hold, rest }.
function readSets(told) {
  return (told || "").split(" ").filter(Boolean).flatMap(words => {
    const found = /^(?:(\d+)\*)?(w?)([belr])(\d*)(?:\/(\d+))?$/.exec(words);
    if (!found) return [];
    const one = { warm: found[2] === "w", side: found[3], hold: Number(found[4] || 0), rest: Number(found[5] || 0) };
    return Array.from({ length: Number(found[1] || 1) }, () => one);
  });
}

// `circuit n3 r60` as { kind: "circuit", n: 3, r: 60 }.
function readBlock(told) {
  const [kind, ...amounts] = told.split(" ");
  return Object.assign({ kind }, ...amounts.map(each => ({ [each[0]]: Number(each.slice(1)) })));
}

// An item of the page: its name, its sets, and the box of each set and side.
function readItem(row) {
  const name = $(".name", row).textContent.trim();
  const how = $$(":scope > .how", row).map(each => each.textContent).pop() || "";
  const places = {};
  for (const group of $$("[data-k]", row)) places[/~(W?[LR]?)$/.exec(group.dataset.k)?.[1] ?? ""] = $$("input", group);
  const seen = {};
  const sets = readSets(row.dataset.t);
  const work = sets.filter(one => !one.warm).length;
  let number = 0;
  const all = sets.map(one => {
    if (!one.warm) number += 1;
    const title = one.warm ? "warm-up" : work > 1 ? `set ${number} of ${work}` : "";
    return { ...one, title, sides: SIDES[one.side].map(side => {
      const letter = (one.warm ? "W" : "") + LETTERS[side];
      const at = (seen[letter] = (seen[letter] ?? -1) + 1);
      return { side, box: places[letter]?.[at] || null };
    }) };
  });
  return { row, name, how, sets: all };
}

// What a set asks for: the words of its box where sets differ, else those of the exercise.
function wordsOf(item, box) {
  const own = box && $("i", box.closest("label"))?.textContent;
  return own && !/^(\d+|reps|seconds|Done)$/.test(own) ? own : item.how;
}

function workSteps(item, set) {
  return set.sides.flatMap(({ side, box }, at) => {
    const step = { what: [item.name, side, set.title].filter(Boolean).join(", "), how: wordsOf(item, box), kind: "work", seconds: set.hold, box, row: item.row };
    const ready = { what: at ? "Change sides" : "Get ready", how: item.name, kind: "ready", seconds: READY, row: item.row };
    return set.hold ? [ready, step] : [step];
  });
}

const restStep = (seconds, row) => ({ what: "Rest", how: "", kind: "rest", seconds, row });

function straight(items) {
  return items.flatMap(item => {
    if (!item.sets.length) return [{ what: item.name, how: item.how, kind: "work", seconds: 0, box: $("input", item.row), row: item.row }];
    return item.sets.flatMap(set => [...workSteps(item, set), ...(set.rest ? [restStep(set.rest, item.row)] : [])]);
  });
}

function rounds(block, items) {
  const most = Math.max(...items.map(item => item.sets.length), 1);
  const many = block.n || most;
  return Array.from({ length: most }, (_, n) => n).flatMap(n => {
    const steps = items.flatMap(item => {
      const set = item.sets[n];
      return set ? [...workSteps(item, { ...set, title: `round ${n + 1} of ${many}` }), ...(set.rest ? [restStep(set.rest, item.row)] : [])] : [];
    });
    return block.r && n < most - 1 ? [...steps, restStep(block.r)] : steps;
  });
}

const menu = items => items.map(item => [item.name, item.how].filter(Boolean).join(": ")).join(" · ");
const readyStep = row => ({ what: "Get ready", how: "", kind: "ready", seconds: 10, row });

function intervals(block, items, part) {
  const every = block.i || 60;
  const turns = block.t ? items.length : 1;
  const many = block.d ? Math.max(1, Math.floor(block.d / every)) : (block.n || 1) * turns;
  return [readyStep(part), ...Array.from({ length: many }, (_, n) => {
    const mine = block.t ? [items[n % items.length]] : items;
    const set = mine.length === 1 && mine[0].sets[block.t ? Math.floor(n / items.length) : n];
    return { what: `${n + 1} of ${many}: ${mine.map(item => item.name).join(", ")}`, how: menu(mine), kind: "work", seconds: every, box: set ? set.sides[0].box : null, row: mine.length === 1 ? mine[0].row : part };
  })];
}

function tabata(block, items, part) {
  const many = block.n || 8;
  const order = block.t
    ? Array.from({ length: many }, (_, n) => items.map(item => [item, n])).flat()
    : items.flatMap(item => Array.from({ length: many }, (_, n) => [item, n]));
  const steps = order.flatMap(([item, n]) => {
    const work = { what: `${item.name}, round ${n + 1} of ${many}`, how: item.how, kind: "work", seconds: block.w || 20, box: item.sets[n]?.sides[0].box || null, row: item.row };
    return block.o ? [work, restStep(block.o, item.row)] : [work];
  });
  return [readyStep(part), ...(block.o ? steps.slice(0, -1) : steps)];
}

// AMRAP counts down; a block for time counts up, to its cap if it has one.
function onTheClock(block, items, part) {
  const down = block.kind === "amrap";
  const what = down ? "As many rounds as you can" : "For time";
  const seconds = down ? block.d || 0 : block.c || 0;
  return [readyStep(part), { what, how: menu(items), kind: "work", seconds, up: !down, row: part }];
}

function running(told, rows) {
  const walk = (steps, times) => steps.flatMap(([first, second]) => {
    if (typeof first === "number") {
      return Array.from({ length: first }, (_, n) => walk(second, [...times, `${n + 1} of ${first}`])).flat();
    }
    const rest = /^Rest\b/.test(first);
    return [{ what: first, how: times.join(", "), kind: rest ? "rest" : "work", seconds: second, row: rows[0] || null }];
  });
  return walk(JSON.parse(told), []);
}

const MANNERS = { superset: rounds, circuit: rounds, interleave: rounds, emom: intervals, every: intervals, tabata, amrap: onTheClock, for_time: onTheClock };

function stepsOf(session) {
  const steps = $$(".blk[data-b]", session).flatMap(part => {
    const told = part.dataset.b;
    if (told.startsWith("run ")) return running(told.slice(4), $$(".run", part));
    const block = readBlock(told);
    const items = $$(".it", part).map(readItem);
    const found = (MANNERS[block.kind] || ((_, all) => straight(all)))(block, items, part);
    return block.a ? [...found, restStep(block.a)] : found;
  });
  while (steps.length && steps[steps.length - 1].kind === "rest") steps.pop();
  return steps;
}
