// Prints the starts of a calendar's entries by their UIDs, in universal time, as ical.js reads them.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}
const starts = calendar
  .getAllSubcomponents("vevent")
  .map((entry) => new ICAL.Event(entry))
  .filter((event) => !event.startDate.isDate)
  .map((event) => [
    event.uid,
    event.startDate.convertToZone(ICAL.Timezone.utcTimezone).toString(),
  ]);
console.log(JSON.stringify(Object.fromEntries(starts)));
