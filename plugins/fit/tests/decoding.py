"""FIT files read back by decoders that had no part in writing them.

fitdecode (MIT) always; Garmin's own, garmin-fit-sdk, where it is installed: its licence is not an
open one, so nothing here asks for it.
"""

from __future__ import annotations

import io
from importlib.util import find_spec

import fitdecode

SDK = find_spec("garmin_fit_sdk") is not None


def messages(data):
    """The messages by name, each a dict of the fields that have a value."""
    found = {}
    with fitdecode.FitReader(io.BytesIO(data), check_crc=fitdecode.CrcCheck.RAISE) as reader:
        for frame in reader:
            if isinstance(frame, fitdecode.FitDataMessage):
                fields = {each.name: each.value for each in frame.fields if each.value is not None}
                found.setdefault(frame.name, []).append(fields)
    return found


def steps(data):
    """The steps as they are in the file, in order."""
    found = messages(data)
    (workout,) = found["workout"]
    assert [each["message_index"] for each in found["workout_step"]] == list(
        range(workout["num_valid_steps"])
    )
    return found["workout_step"]


def done(data):
    """The steps as somebody does them: what is repeated as often as it is."""
    rows = steps(data)
    out = []
    for row in rows:
        if row["duration_type"] != "repeat_until_steps_cmplt":
            out.append([row])
            continue
        first = row["duration_step"]
        assert all(
            rows[at]["duration_type"] != row["duration_type"] for at in range(first, len(out))
        )
        inner = [each for group in out[first:] for each in group]
        # What stands before keeps its number: a loop takes the place of its first step.
        out[first:] = [inner * row["repeat_steps"], *([[]] * (len(out) - first - 1))]
        out.append([])
    return [each for group in out for each in group]


def by_sdk(data):
    """The same by Garmin's decoder; the errors that it found are none."""
    from garmin_fit_sdk import Decoder, Stream

    assert Decoder(Stream.from_byte_array(bytearray(data))).check_integrity()
    found, errors = Decoder(Stream.from_byte_array(bytearray(data))).read()
    assert errors == []
    return found
