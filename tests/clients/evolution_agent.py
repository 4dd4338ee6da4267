"""Runs under the system's Python, in a D-Bus session of its own: asks Evolution Data Server.

Reads a command a line (`subscribe URL`, `refresh`, `show`), answers each with a line of JSON.
"""

import json
import sys

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
from gi.repository import ECal, EDataServer, GLib, ICalGLib  # noqa: E402 - after require_version


def subscribed(url):
    """A client of a calendar on the web, as the dialogue of Evolution and of GNOME makes it."""
    registry = EDataServer.SourceRegistry.new_sync(None)
    source = EDataServer.Source.new_with_uid("plan", None)
    source.set_display_name("Plan")
    source.set_parent("webcal-stub")
    calendar = source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR)
    calendar.set_backend_name("webcal")
    web = source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND)
    web.set_uri(GLib.Uri.parse(url, GLib.UriFlags.NONE))
    source.get_extension(EDataServer.SOURCE_EXTENSION_OFFLINE).set_stay_synchronized(True)
    source.get_extension(EDataServer.SOURCE_EXTENSION_SECURITY).set_method("none")
    registry.commit_source_sync(source, None)
    source = registry.ref_source("plan")
    # 1 s: how long to wait for "connected", which the first refresh brings about anyway.
    return ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, 1, None)


def moment(client, told):
    """Seconds of Unix time, or the day, of a start or an end."""
    value = told.get_value()
    if value.is_date():
        return f"{value.get_year():04}-{value.get_month():02}-{value.get_day():02}"
    zone = ICalGLib.Timezone.get_utc_timezone()
    if not value.is_utc():
        _, zone = client.get_timezone_sync(told.get_tzid(), None)
    return value.as_timet_with_zone(zone)


def alarm(each):
    """Seconds from the start, negative before it."""
    return each.get_trigger().get_duration().as_int()


def colour(component):
    """The event's own colour, if it has one."""
    found = component.get_icalcomponent().get_first_property(ICalGLib.PropertyKind.COLOR_PROPERTY)
    return found.get_color() if found else None


def described(client, component):
    """An event as the programs on top of the server get it."""
    status = component.get_status()
    texts = component.get_descriptions()
    return {
        "start": moment(client, component.get_dtstart()),
        "end": moment(client, component.get_dtend()),
        "title": component.get_summary().get_value(),
        "status": "CANCELLED" if status == ICalGLib.PropertyStatus.CANCELLED else "CONFIRMED",
        "text": texts[0].get_value() if texts else "",
        "uid": component.get_uid(),
        "categories": sorted(component.get_categories_list() or []),
        "colour": colour(component),
        "alarms": [alarm(each) for each in component.get_all_alarms() or []],
    }


def main():
    """Answers until its input ends."""
    client = None
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        try:
            if word == "subscribe":
                client = subscribed(rest)
            elif word == "refresh":
                client.refresh_sync(None)
            found = client.get_object_list_as_comps_sync("#t", None)[1] if word == "show" else []
            answer = {"items": [described(client, each) for each in found]}
        except GLib.Error as problem:
            answer = {"error": problem.message}
        print(json.dumps(answer), flush=True)


main()
