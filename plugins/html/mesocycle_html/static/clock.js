// A clock that runs by the time of day, so that a phone that slept shows the right time.
class Clock {
  constructor() {
    this.spent = 0;
    this.since = null;
  }
  get running() {
    return this.since !== null;
  }
  // Milliseconds since the step began, pauses left out.
  get passed() {
    return this.spent + (this.running ? Date.now() - this.since : 0);
  }
  start() {
    if (!this.running) this.since = Date.now();
  }
  pause() {
    this.spent = this.passed;
    this.since = null;
  }
  reset(over = 0) {
    this.spent = 0;
    if (this.running) this.since = Date.now() - over;
  }
}

// 65 as 1:05.
function digits(seconds) {
  const all = Math.max(0, Math.round(seconds));
  const hours = Math.floor(all / 3600);
  const two = number => String(number).padStart(2, "0");
  const minutes = Math.floor(all / 60) % 60;
  return hours ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}

// Sounds, off until somebody wants them: short for the last seconds, long for a new step.
const sound = {
  on: false,
  room: null,
  toggle() {
    this.on = !this.on;
    const Room = window.AudioContext || window.webkitAudioContext;
    if (this.on && !this.room && Room) this.room = new Room();
    if (this.on && this.room) this.room.resume();
    return this.on;
  },
  play(hertz, seconds) {
    if (!this.on || !this.room) return;
    const tone = this.room.createOscillator();
    const gain = this.room.createGain();
    const at = this.room.currentTime;
    tone.frequency.value = hertz;
    gain.gain.setValueAtTime(0.2, at);
    gain.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    tone.connect(gain).connect(this.room.destination);
    tone.start(at);
    tone.stop(at + seconds);
    if (navigator.vibrate) navigator.vibrate(seconds * 400);
  },
};

// The screen stays on while the clock runs, where the browser can do that.
const screenLock = {
  held: null,
  async hold() {
    try {
      this.held = await navigator.wakeLock?.request("screen");
    } catch {
      this.held = null;
    }
  },
  release() {
    this.held?.release?.();
    this.held = null;
  },
};
