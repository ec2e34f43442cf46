/** Dates with their weekday, times with their zone, in the reader's own. */

const DATE = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

const DATE_AND_TIME = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
});

const SHORT = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** "Fri, 5 Dec 2025, 17:00", for tables. */
export function shortTimeText(iso: string): string {
  return SHORT.format(new Date(iso));
}

/** "Friday, 5 December 2025". */
export function dateText(iso: string): string {
  return DATE.format(new Date(iso));
}

/** "Friday, 5 December 2025 at 17:00 GMT". */
export function timeText(iso: string): string {
  return DATE_AND_TIME.format(new Date(iso));
}
