// Reads a calendar with ical.js; prints as readers/libical.c does.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [file, modules] = process.argv.slice(2);
const ICAL = (await import(createRequire(`${modules}/`).resolve("ical.js"))).default;
const root = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
for (const each of root.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(each);
}
const when = time => time.isDate ? time.toICALString() : String(time.toUnixTime());
for (const component of root.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const octets = Buffer.byteLength(event.description || "");
  const told = [event.uid, event.summary, when(event.startDate), when(event.endDate), octets];
  console.log(told.join("\t"));
}
