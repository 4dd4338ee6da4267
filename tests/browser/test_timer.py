"""The timer leads through a session, to the second."""

from __future__ import annotations

import pytest

DAYS = ("Holds", "Reps", "EMOM", "Every", "AMRAP", "For time", "Tabata", "Circuit", "Run")


class Timer:
    """The timer at the foot of a page."""

    def __init__(self, visit, name, **wishes):
        day = 7 + DAYS.index(name) + (name == "Run" and 0)
        self.page = visit("timed", day=f"2026-12-{day:02}", **wishes).page
        self.page.locator("#now-list .go").click()

    def tap(self, name):
        self.page.locator("#timer").get_by_role("button", name=name, exact=True).click()

    def wait(self, seconds):
        self.page.clock.run_for(round(seconds * 1000))

    @property
    def shows(self):
        """What to do, and what the clock says."""
        return self.page.text_content(".t-what"), self.page.text_content(".t-clock")

    @property
    def ticked(self):
        return self.page.evaluate(
            "[...document.querySelectorAll('#now-list input[type=checkbox]')].map(b => +b.checked)"
        )


@pytest.fixture
def timer(visit):
    def started(name, **wishes):
        found = Timer(visit, name, **wishes)
        found.tap("Start")
        return found

    return started


def test_holds_are_counted_on_each_side_with_rests_between(timer):
    holds = timer("Holds")
    assert holds.shows == ("Get ready", "0:05")
    holds.wait(5)
    assert holds.shows == ("Figure Four Stretch, left, set 1 of 2", "0:30")
    holds.wait(12)
    assert holds.shows[1] == "0:18"
    holds.wait(18)
    assert holds.shows == ("Change sides", "0:05")
    assert holds.ticked == [1, 0, 0, 0]
    holds.wait(5)
    assert holds.shows == ("Figure Four Stretch, right, set 1 of 2", "0:30")
    holds.wait(30)
    assert holds.shows == ("Rest", "0:20")
    assert holds.ticked == [1, 0, 1, 0]
    holds.wait(20 + 5 + 30 + 5 + 30)
    assert holds.shows == ("All done", "✓")
    assert holds.ticked == [1, 1, 1, 1]


def test_repetitions_take_as_long_as_they_take(timer):
    reps = timer("Reps")
    assert reps.shows == ("Superman, set 1 of 2", "0:00")
    reps.wait(42)
    assert reps.shows == ("Superman, set 1 of 2", "0:42")
    reps.tap("Done")
    assert reps.shows == ("Rest", "1:00")
    assert reps.ticked == [1, 0]
    reps.tap("Skip")
    assert reps.shows == ("Superman, set 2 of 2", "0:00")
    reps.tap("Done")
    assert reps.shows == ("All done", "✓")


def test_it_can_be_paused_skipped_and_taken_back(timer):
    holds = timer("Holds")
    holds.wait(5 + 10)
    holds.tap("Pause")
    holds.wait(600)
    assert holds.shows[1] == "0:20"
    holds.tap("Go on")
    holds.wait(1)
    assert holds.shows[1] == "0:19"
    holds.tap("Back")
    assert holds.shows == ("Figure Four Stretch, left, set 1 of 2", "0:30")
    holds.tap("Back")
    assert holds.shows == ("Get ready", "0:05")
    holds.tap("Skip")
    holds.tap("Skip")
    assert holds.shows == ("Change sides", "0:05")
    assert holds.ticked == [0, 0, 0, 0]


def test_an_emom_begins_anew_every_minute(timer):
    emom = timer("EMOM")
    assert emom.shows == ("Get ready", "0:10")
    emom.wait(10)
    assert emom.shows == ("1 of 3: Superman", "1:00")
    emom.wait(61)
    assert emom.shows == ("2 of 3: Superman", "0:59")
    assert emom.ticked[:3] == [1, 0, 0]
    emom.wait(119)
    assert emom.shows == ("All done", "✓")


def test_every_ninety_seconds(timer):
    every = timer("Every")
    every.wait(10)
    assert every.shows == ("1 of 8: Superman", "1:30")
    every.wait(90)
    assert every.shows == ("2 of 8: Superman", "1:30")


def test_as_many_rounds_as_possible_counts_down(timer):
    amrap = timer("AMRAP")
    amrap.wait(10)
    assert amrap.shows == ("As many rounds as you can", "12:00")
    amrap.wait(720)
    assert amrap.shows == ("All done", "✓")


def test_for_time_counts_up_to_its_cap(timer):
    fran = timer("For time")
    fran.wait(10 + 75)
    assert fran.shows == ("For time", "1:15")
    fran.wait(1200 - 75)
    assert fran.shows == ("All done", "✓")


def test_for_time_ends_when_it_is_done(timer):
    fran = timer("For time")
    fran.wait(10 + 75)
    fran.tap("Done")
    assert fran.shows == ("All done", "✓")


def test_tabata_is_twenty_seconds_and_ten(timer):
    tabata = timer("Tabata")
    tabata.wait(10)
    assert tabata.shows == ("Superman, round 1 of 2", "0:20")
    tabata.wait(20)
    assert tabata.shows == ("Rest", "0:10")
    tabata.wait(10 + 20)
    assert tabata.shows == ("All done", "✓")


def test_a_superset_goes_round_by_round(timer):
    circuit = timer("Circuit")
    told = []
    for _ in range(7):
        told.append(circuit.shows[0])
        circuit.tap("Done" if circuit.shows[1] == "0:00" else "Skip")
    assert told == [
        "Superman, round 1 of 3", "Rest", "Beetle, round 1 of 3", "Rest", "Rest",
        "Superman, round 2 of 3", "Rest",
    ]  # fmt: skip


def test_a_run_is_led_stretch_by_stretch(timer):
    run = timer("Run")
    assert run.shows == ("Walk 5 min, brisk", "5:00")
    run.wait(300)
    assert run.shows == ("Run 30 min, easy", "30:00")
    run.wait(1800 + 300)
    assert run.shows == ("All done", "✓")


def test_a_phone_that_slept_shows_the_right_time(timer):
    run = timer("Run")
    run.page.clock.fast_forward(310_000)
    run.wait(0.4)
    assert run.shows == ("Run 30 min, easy", "29:50")


def test_it_says_each_step_once_and_politely(timer):
    holds = timer("Holds")
    said = holds.page.locator("#timer [role=status]")
    assert said.get_attribute("aria-live") == "polite"
    assert said.text_content() == "Get ready. 0:05"
    holds.wait(5 + 7)
    assert said.text_content() == "Figure Four Stretch, left, set 1 of 2. 0:30"
    assert holds.page.locator(".t-clock").get_attribute("aria-live") == "off"


def test_it_goes_by_the_keyboard_alone(visit):
    timer = Timer(visit, "Holds")
    page = timer.page
    assert page.evaluate("document.activeElement.textContent") == "Start"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Pause"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert timer.shows == ("Figure Four Stretch, left, set 1 of 2", "0:30")
    page.keyboard.press("Escape")
    assert not page.locator("#timer").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Start the timer"


def test_it_is_silent_until_sound_is_wanted(timer):
    holds = timer("Holds")
    sound = holds.page.get_by_role("button", name="Sound off")
    assert sound.get_attribute("aria-pressed") == "false"
    sound.click()
    on = holds.page.get_by_role("button", name="Sound on")
    assert on.get_attribute("aria-pressed") == "true"
    holds.wait(6)
    assert holds.shows[1] == "0:29"


def test_the_exercise_is_in_sight_while_it_is_done(timer):
    circuit = timer("Circuit", height=560)
    for _ in range(3):
        circuit.tap("Done" if circuit.shows[1] == "0:00" else "Skip")
    circuit.page.wait_for_timeout(50)
    here = circuit.page.evaluate(
        "(() => { const a = document.querySelector('.here').getBoundingClientRect();"
        " return [a.top, innerHeight - document.querySelector('#timer').offsetHeight]; })()"
    )
    assert 0 <= here[0] < here[1]


def test_a_page_without_a_timer_has_none(visit):
    page = visit("no timer").page
    assert page.locator("#timer, .go").count() == 0
    assert page.locator("#now-list .ses").count() == 1
