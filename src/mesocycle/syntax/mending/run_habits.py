"""How runners, riders and swimmers write a session down elsewhere.

See `habits`, which tries these rows; each is a pattern and what to write for it. What makes up
a number, a pace or a distance that nobody has said is an example only.
"""

from __future__ import annotations

import re

from mesocycle.syntax.mending import runner_habits as runners
from mesocycle.syntax.mending.dose_habits import Habit

_ACTIVITY = r"(?:run|walk|bike|swim|row|ski|hike)"
_EFFORT = r"(?:brisk|easy|steady|tempo|threshold|interval|sprint)"
_UNIT = r"(?:s|min|h|m|km|mi|yd)"
_AMOUNT = rf"[0-9.]+(?:-[0-9.]+)?{_UNIT}"
_TIME = r"[0-9.]+(?:s|min)"
_CLOCK = r"[0-9]{1,2}:[0-9]{2}"
_BASIS = r"(?:km|mi|500m|100m)"
_RACE = r"(mile|3k|5k|10k|15k|10mi|hm|half marathon|marathon)"
_AT = r"(?:\b(?:@|at|in|on|pace) ?|@ ?)?"
_MORE = r"(?:, ?| with | w/ ?| \+ | / | on | off | )\(?(?:with )?"


def _minutes(match: re.Match[str]) -> str:
    """`1h30` in minutes."""
    return f"{int(match[1]) * 60 + int(match[2])}min"


def _race(match: re.Match[str]) -> str:
    """`@ HMP`, `10K effort` as a named pace."""
    race = match[1].lower().replace("-", " ").replace("10mile", "10mi").replace("10 mile", "10mi")
    return "at mp" if race == "mp" else f"at {race.removesuffix('p')} pace"


def _turned(match: re.Match[str]) -> str:
    """`30min easy run` as run 30min easy."""
    amount, effort, activity, more = match.groups()
    words = (activity.lower().replace("jog", "run"), amount, effort and effort.lower(),
             "easy" if activity.lower() == "jog" and not effort else "", more)  # fmt: skip
    return " ".join(each for each in words if each)


#: Units of time, of distance, and clocks that count minutes.
LENGTHS = (
    Habit(r"\b([0-9]+) ?[x×*X] ?(?=[0-9(])", r"\1x"),
    Habit(r"\b([0-9]+) ?(?:h|hrs?|hours?),? ?([0-9]{1,2})(?: ?m(?:in)?s?)?\b", _minutes),
    Habit(r"\b([0-9]):([0-9]{2}) ?(?:h|hrs?|hours?)\b", _minutes),
    Habit(r"(?<=[0-9])['’′](?=[0-9]{2})", ":"),
    Habit(r"(?<=:[0-9]{2})(?:''|[\"”″]) ?(?=/|$)", ""),
    Habit(r"(?<=[0-9])(?:''|”|″)", "s"),
    Habit(r"(?<=[0-9])['’′]", "min"),
    Habit(rf"(?i)\b({_CLOCK}) ?(?:mins?|minutes?)? ?(?:/|per |a ) ?(?:k|kms?|kilomet(?:er|re))\b",
          r"\1/km"),
    Habit(rf"(?i)\b({_CLOCK}) ?(?:mins?|minutes?)? ?(?:/|per |a ) ?(?:mi|miles?)\b", r"\1/mi"),
    Habit(rf"\b({_CLOCK}) ?/ ?(100|500)\b(?!m)", r"\1/\2m"),
    Habit(r"\b([0-9]{1,2})\.([0-5][0-9])(?=/(?:km|mi)\b)", r"\1:\2", certain=False),
    Habit(r"(?i)(?<=[0-9]) ?(?:mins?|minutes?)\b\.?(?!/)", "min"),
    Habit(r"(?i)(?<=[0-9]) ?(?:secs?|seconds?)\b\.?", "s"),
    Habit(r"(?i)(?<=[0-9]) ?(?:hrs?|hours?)\b\.?", "h"),
    Habit(r"(?i)(?<=[0-9]) ?(?:kms?|kilomet(?:er|re)s?)\b(?!/h)", "km"),
    Habit(r"(?i)(?<=[0-9]) ?(?:miles?|mls?)\b", "mi"),
    Habit(r"(?i)(?<=[0-9]) ?(?:met(?:er|re)s?|mtrs?)\b", "m"),
    Habit(r"(?i)(?<=[0-9]) ?(?:yards?|yds)\b", "yd"),
    Habit(r"(?<=[0-9]{3})M\b", "m"),
)  # fmt: skip

#: How hard: zones, hearts, power, paces.
TARGETS = (
    Habit(r"(?i)(?<=[0-9]) ?(?:watts?|w)\b", "W"),
    Habit(r"(?i)\b(?:in |at )?(?:hr |heart[- ]?rate )?z(?:one)? ?([1-7])(?: ?[-/] ?z?"
          r"(?:one )?([1-7]))?\b(?! to)", lambda m: f"zone {'-'.join(filter(None, m.groups()))}"),
    Habit(r"(?i)\bfrom zone ([1-7])-([1-7])", r"from zone \1 to zone \2"),
    Habit(r"(?i)(?:\bat |@ ?)?\b([0-9]+(?:-[0-9]+)?) ?% ?(?:of )?(?:my |the )?(?:hr ?max"
          r"|max(?:imum)? ?(?:hr|heart ?rate)|mhr)\b", r"hr \1%"),
    Habit(r"(?i)(?:\bat |@ ?)?\b([0-9]+(?:-[0-9]+)?) ?% ?(?:of )?(?:hrr"
          r"|(?:hr|heart rate) reserve)\b", r"hr \1% of reserve"),
    Habit(r"(?i)(?:\bat |@ ?)?\b([0-9]+(?:-[0-9]+)?) ?% ?(?:of )?(?:lthr"
          r"|(?:lactate )?threshold hr)\b", r"hr \1% of threshold"),
    Habit(r"(?i)(?:\bat |@ ?)?\b([0-9]+(?:-[0-9]+)?) ?% ?(?:of )?(?:my |the )?ftp\b", r"power \1%"),
    Habit(r"(?i)\b(?:under|less than|no (?:harder|faster|more) than|max) (?=zone|hr|[0-9]+ ?bpm"
          r"|[0-9]+W)", "below "),
    Habit(r"(?i)\b(?:over|more than|at least) (?=zone|hr|[0-9]+ ?bpm|[0-9]+W)", "above "),
    Habit(r"(?i)(?<!until )\bhr ?(?:<|≤|under|below) ?(?=[0-9])", "below hr "),
    Habit(rf"(?i){_AT}\b(?:hr|heart[- ]?rate):? ?(?=[0-9])", "hr "),
    Habit(r"(?i)\bhr ([0-9]+(?:-[0-9]+)?) ?bpm\b", r"hr \1"),
    Habit(r"(?i)(?<!below )(?<!above )(?:@ ?|\bat )?\b([0-9]{2,3}(?:-[0-9]{2,3})?) ?bpm\b",
          r"hr \1"),
    Habit(r"(?i)@? ?\brpe ?[:=@]? ?(?=[0-9])", " rpe "),
    Habit(r"@ ?([0-9](?:-[0-9])?)$", r"rpe \1", certain=False),
    Habit(r"(?<!power )(?<!below )(?<!above )(?<!from )(?<!to )(?<!> )(?<!< )(?:\bat |@ ?)?"
          r"\b([0-9]+(?:-[0-9]+)?W)", r"power \1"),
    Habit(r"(?i)\b([0-9.]+(?:-[0-9.]+)?) ?(?:km/h|kph|kmh|kmph)", r"\1km/h"),
    Habit(r"(?i)\b([0-9.]+(?:-[0-9.]+)?) ?mph\b", r"\1mph"),
    Habit(r"(?i)(?:\bat |@ ?)ftp\b", "power 100%"),
    Habit(rf"{_AT}\b({_CLOCK}(?:-{_CLOCK})?/{_BASIS})\b(?: pace)?", r"at \1"),
    Habit(rf"(from|to) at (?={_CLOCK})", r"\1 "),
    Habit(rf"{_AT}\b([0-9.]+(?:-[0-9.]+)?(?:km/h|mph))", r"at \1"),
    Habit(r"(?i)(?:\bat |@ ?)?\b(hmp|mp|(?:half[- ]marathon|marathon|hm|mile|3k|5k|10k|15k"
          r"|10 ?mi(?:le)?)(?=[ -](?:race )?(?:pace|effort)))(?:[ -](?:race )?(?:pace|effort))?\b",
          _race),
    Habit(rf"(?i)\bat {_RACE}$", _race),
    Habit(r"(?i)(?:\bat |@ ?)(?:my )?(?:race|goal|target|competition)(?:[ -]pace)?\b",
          "at 10k pace", certain=False),
    Habit(r"(?i)\b(?:race|goal|target)[ -]pace\b", "at 10k pace", certain=False),
)  # fmt: skip

#: How hard in words, the ground, and open ends.
WORDS = (
    Habit(r"(?i)\b(?:lactate threshold|LT)\b", "threshold"),
    Habit(r"(?i)\bvo2 ?-?max\b", "interval"),
    Habit(r"(?i)\b(?:easily|slow(?:ly)?|conversational|gentle|relaxed)\b", "easy"),
    Habit(r"(?i)\b(?:all[- ]out|full gas|max(?:imal|imum)?(?: effort)?|flat out)\b", "sprint"),
    Habit(r"(?i)\bmoderate(?:ly)?\b", "steady", certain=False),
    Habit(r"(?i)(?<=[a-z0-9] )(?:hard|fast)\b", "threshold", certain=False),
    Habit(rf"(?i)(?:\bat |@ ?)?(?:an? )?\b({_EFFORT})(?: (?:pace|effort|intensity|speed))?\b",
          lambda m: m[1].lower()),
    Habit(r"(?i)\b(?:on (?:a |the )?hills?|up ?hills?|up a hill)\b", "uphill"),
    Habit(r"(?i)\b(?:down ?hills?|down a hill)\b", "downhill"),
    Habit(r"(?i)\b(?:on|in) (?:the |a )?(trail|track)s?\b", lambda m: m[1].lower()),
    Habit(r"(?i)\buntil (?:the |you press )?lap(?: button| press| key)?\b", "until lap"),
    Habit(r"(?i)^(\w+) lap(?: button| press)?\b", r"\1 until lap"),
    Habit(r"(?i)\buntil (?:the )?(hr|power|heart ?rate) (?:is |falls |drops )?(?:below|under) ?",
          lambda m: f"until {'power' if m[1].lower() == 'power' else 'hr'} < "),
    Habit(r"(?i)\buntil (?:the )?(hr|power|heart ?rate) (?:is |rises )?(?:above|over) ?",
          lambda m: f"until {'power' if m[1].lower() == 'power' else 'hr'} > "),
    Habit(r"(?<=until hr [<>] )([0-9]+) ?bpm", r"\1"),
    Habit(r"(?i)\b(?:build(?:ing)?|progress(?:ing|ion)?|rising) from\b", "from"),
    Habit(r"\bfrom zone ([0-9]) to ([0-9])", r"from zone \1 to zone \2"),
    Habit(rf"(?<!from )\b(zone [0-9]|{_EFFORT}) (?:to|->|→) (?=zone [0-9]|{_EFFORT})",
          r"from \1 to "),
)  # fmt: skip

#: Repeats and what is between them.
REPEATS = (
    Habit(r"\b([0-9]+) (?:times|reps?(?: of)?|repeats?(?: of)?|rounds? of|intervals of)"
          r" (?=[0-9(])", r"\1x"),
    Habit(r"(?i)(?<=: )([0-9]+) ?x? ?(?:times|reps?|repeats?|repetitions|rounds|intervals)$",
          r"\1x"),
    Habit(r"\((.*)\) ?(?:x ?([0-9]+)|([0-9]+) times)$", lambda m: f"{m[2] or m[3]}x({m[1]})"),
    Habit(rf"(?<=x)([0-9]{{3,4}})(?![0-9.-]*(?:{_UNIT}\b|%|:))", r"\1m", certain=False),
    Habit(rf"\b([0-9]+x)\(?({_TIME}) (?:on|hard|fast|run)?[,/ ]+({_TIME}) (?:off|easy)\)?$",
          r"\1(\2 interval, \3 easy)", certain=False),
    Habit(rf"\b([0-9]+x)({_TIME})/({_TIME})$", r"\1(\2, \3 easy)", certain=False),
    Habit(rf"\b([0-9]+x[^(),;]+?){_MORE}({_AMOUNT}) (jog|walk|easy|easy run|easy jog)"
          r"(?: recover(?:y|ies))?(?: between.*)?\)?$", r"\1, \2 \3)"),
    Habit(rf"\b([0-9]+x[^(),;]+?){_MORE}({_TIME}) (?:standing )?rest(?: between.*)?\)?$",
          r"\1, rest \2)"),
    Habit(rf"\b([0-9]+x[^(),;]+?){_MORE}rest ({_TIME})(?: between.*)?\)?$", r"\1, rest \2)"),
    Habit(rf"\b([0-9]+x[^(),;]+?){_MORE}({_TIME}) (?:rec(?:overy|overies)?)(?: between.*)?\)?$",
          r"\1, \2 jog)", certain=False),
    Habit(r"\b([0-9]+x)([^(]*, [^()]*)\)$", r"\1(\2)"),
    Habit(rf"(?<=[(, ])({_TIME}) (?:standing )?rest\b", r"rest \1"),
    Habit(r"(?:, ?| )(?:and )?then (?=[0-9])| \+ (?=[0-9])|, and (?=[0-9])", ", "),
    Habit(rf"^({_ACTIVITY}) ([0-9]+x)([^(),]*, [^()]*)$", r"\1 \2(\3)", certain=False),
    Habit(rf"^((?:warmup |cooldown )?{_ACTIVITY}) ([^()]*,[^()]*)$", r"\1 (\2)"),
    Habit(r"\bfor (?:a )?total (?:of )?(?=[0-9])|\btotal (?:of )?(?=[0-9])(?<!for total )",
          "for total "),
    Habit(r"\) for (?=[0-9])", ") for total "),
    Habit(r"\bfor for\b", "for"),
)  # fmt: skip

#: What lines of a run are called.
HEADS = (
    Habit(r"(?i)^(?:w/u|wu|warm[- ]?up):?(?= |$)", "warmup"),
    Habit(r"(?i)^(?:c/d|cd|cool[- ]?down|warm[- ]?down):?(?= |$)", "cooldown"),
    Habit(rf"(?i)^({_AMOUNT}) (?:w/u|wu|warm[- ]?up)(?: (jog|walk|run))?$",
          lambda m: f"warmup {m[1]} {(m[2] or '').lower()}".rstrip()),
    Habit(rf"(?i)^({_AMOUNT}) (?:c/d|cd|cool[- ]?down)(?: (jog|walk|run))?$",
          lambda m: f"cooldown {m[1]} {(m[2] or '').lower()}".rstrip()),
    Habit(r"^(warmup|cooldown)$", r"\1 5min", certain=False),
    Habit(r"(?i)^(?:running|runs)\b", "run"),
    Habit(r"(?i)^(?:cycle|cycling|biking|ride|riding|spin)\b", "bike"),
    Habit(r"(?i)^(swim|row|walk|hik|ski)(?:m?ing|ing)\b",
          lambda m: "hike" if m[1].lower() == "hik" else m[1].lower()),
    Habit(r"(?i)^(run|walk|bike|swim|row|ski|hike)\b:?(?: for)?", lambda m: m[1].lower()),
)  # fmt: skip

#: Whole lines: what is meant, and the order of their words.
LINES = (
    Habit(r"(?i)^(?:([0-9]+) ?x ?)?strides?$", lambda m: f"run {m[1] or 4}x(20s sprint, 1min walk)",
          certain=False),
    Habit(r"(?i)^fartlek(?: .*)?$", "run 8x(1min threshold, 1min easy)", certain=False),
    Habit(r"(?i)^(?:run[/-]walk|walk[/-]run|jog[/-]walk)s?(?: .*)?$",
          "run (1min, 2min walk) for total 20min", certain=False),
    Habit(rf"(?i)^(?:lsd|long slow distance|long run):? ({_AMOUNT})$", r"run \1 easy"),
    Habit(r"(?i)^(?:lsd|long slow distance|long run|easy run|recovery run|base run)$",
          "run 90min easy", certain=False),
    Habit(r"(?i)^(?:tempo|threshold) run$", "run 20min tempo", certain=False),
    Habit(rf"(?i)^(?:jog|jogging)(?: for)? ({_AMOUNT})(?: easy)?(.*)$", r"run \1 easy\2"),
    Habit(r"(?i)^jog(?:ging)?$", "run 30min easy", certain=False),
    Habit(rf"(?i)^(?:recovery|base|long) (run|jog|ride|swim):? ({_AMOUNT})$", r"run \2 easy"),
    Habit(rf"(?i)^({_EFFORT})[, ] ?({_ACTIVITY}|jog):?(?: for)? ({_AMOUNT})$",
          lambda m: f"{m[2].lower().replace('jog', 'run')} {m[3]} {m[1].lower()}"),
    Habit(rf"^({_ACTIVITY}) ({_EFFORT}|zone [0-9-]+|uphill|downhill|trail|track)(?: for)?"
          rf" ({_AMOUNT})$", r"\1 \3 \2"),
    Habit(rf"(?i)^({_EFFORT}):? ({_AMOUNT})$", lambda m: f"run {m[2]} {m[1].lower()}"),
    Habit(rf"(?i)^({_AMOUNT})(?: of)?(?: ({_EFFORT}|zone [0-9-]+))? ({_ACTIVITY}|jog)(?:ning)?"
          rf"(?: (.+))?$", _turned),
    Habit(rf"^({_AMOUNT}) ({_EFFORT}|zone [0-9-]+|at .+|hr .+)$", r"run \1 \2", certain=False),
    Habit(r"^intervals?:? (?=[0-9])", "run ", certain=False),
    Habit(r"^(?=[0-9]+x\(?[0-9.]+(?:min|s|m|km|mi|yd)\b)", "run ", certain=False),
    Habit(r"(?i)^hill (?:repeats?|sprints?)(?: .*)?$", "run 8x(30s sprint uphill, 2min walk)",
          certain=False),
    Habit(rf"^({_ACTIVITY}) ([0-9]{{1,3}}):00$", r"\1 \2min", certain=False),
    Habit(rf"^({_ACTIVITY}) (?:at )?({_CLOCK}/{_BASIS})$", r"\1 5km at \2", certain=False),
    Habit(r"^(swim .*x)(25|50|75)$", r"\1\2m", certain=False),
    Habit(r"(?<=[0-9][sm]) strides?$", " sprint"),
)  # fmt: skip


#: A leg, wherever one may stand; and the line of a run.
_LAST = (
    Habit(r"(?<=[ (])([0-9]+(?:\.[0-9]+)?)[kK]\b(?! pace)", r"\1km"),
    Habit(r" {2,}", " "),
)
LEGS = (*LENGTHS, *TARGETS, *WORDS, *_LAST)
PARTS = (*runners.WEEKS, *LENGTHS, *TARGETS, *WORDS, *REPEATS, *_LAST)
RUNS = (*runners.LINES, *runners.FIRST, *LENGTHS, *TARGETS, *HEADS, *WORDS, *_LAST, *LINES,
        *REPEATS)  # fmt: skip
