/** A time by which somebody is asked to do something, as mails say it. */

const WORDS = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** Weekday, date and time in UTC, said so: the page shows it in the reader's own time zone. */
export function deadlineText(time: Date): string {
  return `${WORDS.format(time)} UTC`;
}
