/* Reads a calendar with libical; prints "uid<TAB>title<TAB>start<TAB>end<TAB>octets of the text" an event,
 * moments as seconds of Unix time, days as YYYYMMDD. Exits with 1 if libical finds a fault. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_time(icalproperty *property) {
  struct icaltimetype when = icalproperty_get_datetime_with_component(property, NULL);
  if (icaltime_is_date(when)) {
    printf("\t%04d%02d%02d", when.year, when.month, when.day);
  } else {
    const icaltimezone *zone = when.zone ? when.zone : icaltimezone_get_utc_timezone();
    printf("\t%lld", (long long)icaltime_as_timet_with_zone(when, zone));
  }
}

int main(int count, char **names) {
  FILE *file = count > 1 ? fopen(names[1], "rb") : NULL;
  if (!file) return 2;
  size_t room = 8 << 20;
  char *text = calloc(1, room);
  if (!fread(text, 1, room - 1, file)) return 2;
  fclose(file);
  icalcomponent *calendar = icalparser_parse_string(text);
  if (!calendar) return 1;
  int sound = icalrestriction_check(calendar) && icalcomponent_count_errors(calendar) == 0;
  icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
  for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    const char *about = icalcomponent_get_description(event);
    printf("%s\t%s", icalcomponent_get_uid(event), icalcomponent_get_summary(event));
    print_time(icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY));
    print_time(icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY));
    printf("\t%zu\n", about ? strlen(about) : 0);
  }
  return sound ? 0 : 1;
}
