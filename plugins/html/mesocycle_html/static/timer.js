// The timer at the foot of the screen: it leads through a session, and ticks what was done.
const timer = (() => {
  const button = (words, name) => make("button", { type: "button", ...(name ? { class: name } : {}) }, words);
  const label = make("p");
  const loud = button("Sound off");
  const close = button("Close");
  const what = make("p", { class: "t-what" });
  const how = make("p", { class: "t-how" });
  const face = make("p", { class: "t-clock", role: "timer", "aria-live": "off" });
  const bar = make("i");
  const then = make("p", { class: "t-then" });
  const back = button("Back");
  const go = button("Start", "main");
  const skip = button("Skip");
  const say = make("p", { class: "say", role: "status", "aria-live": "polite" });
  const inner = make("div", {}, make("div", { class: "t-top" }, label, loud, close), what, how, face, make("div", { class: "t-line", "aria-hidden": "true" }, bar), then, make("div", { class: "t-keys" }, back, go, skip), say);
  const panel = make("section", { id: "timer", "aria-label": "Timer", hidden: "" }, inner);
  document.body.append(panel);
  loud.setAttribute("aria-pressed", "false");

  const clock = new Clock();
  let steps = [];
  let at = 0;
  let opener = null;
  let beat = null;
  let said = -1;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  const step = () => steps[at];
  const timed = () => step().seconds > 0;
  const ended = () => at >= steps.length;

  function mark(on) {
    $$(".here").forEach(each => each.classList.remove("here"));
    if (!on || !step().row) return;
    step().row.classList.add("here");
    const box = step().row.getBoundingClientRect();
    const seen = window.innerHeight - panel.offsetHeight;
    if (box.top < 60 || box.bottom > seen) {
      window.scrollBy({ top: box.top - Math.max(60, (seen - box.height) / 2), behavior: calm.matches ? "auto" : "smooth" });
    }
  }

  function tick() {
    const { box } = step();
    if (!box || box.type !== "checkbox" || box.checked) return;
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // All that changes with a step.
  function show() {
    if (ended()) {
      finish();
      return;
    }
    const next = steps.slice(at + 1).find(each => each.kind !== "ready");
    panel.className = step().kind === "work" ? "" : "rest";
    label.textContent = `Step ${at + 1} of ${steps.length}`;
    what.textContent = step().what;
    how.textContent = step().how;
    how.title = step().how;
    then.textContent = next ? `Then: ${next.what}${next.seconds ? ` ${digits(next.seconds)}` : ""}` : "Then: all done";
    back.disabled = at === 0;
    say.textContent = [step().what, step().seconds ? digits(step().seconds) : step().how].filter(Boolean).join(". ");
    said = -1;
    mark(true);
    keys();
    draw();
  }

  function keys() {
    const open = !ended() && !timed();
    go.textContent = ended() ? "Close" : !clock.running ? (at || clock.passed ? "Go on" : "Start") : open || step().up ? "Done" : "Pause";
    skip.textContent = clock.running && (open || step().up) ? "Pause" : "Skip";
    skip.disabled = ended();
  }

  function draw() {
    if (ended()) return;
    const passed = clock.passed / 1000;
    const left = step().seconds - passed;
    const up = !timed() || step().up;
    face.textContent = digits(up ? Math.floor(passed + 0.001) : Math.ceil(left - 0.001));
    bar.style.transform = `scaleX(${timed() ? Math.max(0, Math.min(1, left / step().seconds)) : 0})`;
    const whole = Math.ceil(left - 0.001);
    if (timed() && clock.running && whole !== said && whole > 0 && whole <= 3) sound.play(660, 0.12);
    said = whole;
  }

  function finish() {
    stopBeat();
    clock.pause();
    panel.className = "rest";
    label.textContent = "";
    what.textContent = "All done";
    how.textContent = "Write down how it felt, and what hurt.";
    face.textContent = "✓";
    bar.style.transform = "scaleX(0)";
    then.textContent = "";
    say.textContent = "All done.";
    mark(false);
    keys();
    go.focus();
  }

  // To another step; what was left over when a phone slept is spent in the next.
  function move(by, over = 0) {
    at = Math.max(0, at + by);
    clock.reset(over);
    if (!ended()) sound.play(step().kind === "work" ? 990 : 520, 0.4);
  }

  function turn() {
    let over = clock.passed - step().seconds * 1000;
    let went = false;
    while (!ended() && timed() && over >= 0) {
      tick();
      move(1, over);
      went = true;
      if (!ended()) over = clock.passed - step().seconds * 1000;
    }
    if (went) show();
    else draw();
  }

  function startBeat() {
    if (beat === null) beat = window.setInterval(turn, 200);
    screenLock.hold();
  }

  function stopBeat() {
    if (beat !== null) window.clearInterval(beat);
    beat = null;
    screenLock.release();
  }

  function run() {
    clock.start();
    startBeat();
    show();
  }

  function pause() {
    clock.pause();
    stopBeat();
    keys();
    draw();
    say.textContent = "Paused";
  }

  function shutDown() {
    stopBeat();
    clock.pause();
    panel.hidden = true;
    document.body.classList.remove("timing");
    $$(".here").forEach(each => each.classList.remove("here"));
    if (opener) opener.focus();
  }

  go.addEventListener("click", () => {
    if (ended()) shutDown();
    else if (!clock.running) run();
    else if (!timed() || step().up) {
      tick();
      move(1);
      show();
    } else pause();
  });
  skip.addEventListener("click", () => {
    if (clock.running && (!timed() || step().up)) pause();
    else {
      move(1);
      show();
    }
  });
  back.addEventListener("click", () => {
    if (clock.passed < 3000 || ended()) move(-1);
    else move(0);
    show();
  });
  close.addEventListener("click", shutDown);
  loud.addEventListener("click", () => {
    const on = sound.toggle();
    loud.setAttribute("aria-pressed", String(on));
    loud.textContent = on ? "Sound on" : "Sound off";
  });
  panel.addEventListener("keydown", event => {
    if (event.key === "Escape") shutDown();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && clock.running) {
      screenLock.hold();
      turn();
    }
  });

  return {
    open(session, from) {
      steps = stepsOf(session);
      if (!steps.length) return;
      opener = from;
      at = 0;
      clock.pause();
      clock.reset();
      stopBeat();
      panel.hidden = false;
      document.body.classList.add("timing");
      show();
      go.focus();
    },
  };
})();

document.addEventListener("click", event => {
  const from = event.target.closest(".go");
  if (from) timer.open(from.closest(".ses"), from);
});
