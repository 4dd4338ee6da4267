// Reads a calendar with node-ical; prints as readers/libical.c does.
import { createRequire } from "node:module";

const [file, modules] = process.argv.slice(2);
const ical = createRequire(`${modules}/`)("node-ical");
const two = number => String(number).padStart(2, "0");
const day = date => `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
const when = (event, date) => event.datetype == "date" ? day(date) : String(date.getTime() / 1000);
const text = value => typeof value == "object" ? value.val : value || "";
for (const event of Object.values(ical.sync.parseFile(file))) {
  if (event.type == "VEVENT") {
    const octets = Buffer.byteLength(text(event.description));
    const times = [when(event, event.start), when(event, event.end)];
    console.log([event.uid, text(event.summary), ...times, octets].join("\t"));
  }
}
