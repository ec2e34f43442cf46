/** What becomes of a mail after an attempt that failed: tried again later, or given up visibly. */

export interface DeliveryOutcome {
  /** Null: given up. */
  readonly nextAttemptAt: Date | null;
  /** The mail server's reply code, if it replied. */
  readonly lastReply: number | null;
}

const FIRST_PAUSE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 6 * 60 * 60;
/** With these pauses some three days. */
const MOST_ATTEMPTS = 20;

/** The steps of SMTP at which a 5xx means this mail; at others it means our account or the server. */
const ABOUT_THIS_MAIL: ReadonlySet<unknown> = new Set(["RCPT TO", "DATA"]);

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** Pauses double from half a minute to six hours. */
function pauseSeconds(attempts: number): number {
  return Math.min(FIRST_PAUSE_SECONDS * 2 ** Math.min(attempts - 1, 20), LONGEST_PAUSE_SECONDS);
}

/** True where encryption was required and the server has none: nothing of the mail was said. */
export function isWithoutTls(error: unknown): boolean {
  return property(error, "code") === "ETLS" || property(error, "command") === "STARTTLS";
}

/** @param attempts made so far, this one included */
export function deliveryOutcome(error: unknown, attempts: number, now: Date): DeliveryOutcome {
  const reply = property(error, "responseCode");
  // What a server says to the question for encryption is no answer to the mail.
  const lastReply = typeof reply === "number" && !isWithoutTls(error) ? reply : null;
  const refused = lastReply !== null && lastReply >= 500 && ABOUT_THIS_MAIL.has(property(error, "command"));
  if (refused || attempts >= MOST_ATTEMPTS) return { nextAttemptAt: null, lastReply };
  return { nextAttemptAt: new Date(now.getTime() + pauseSeconds(attempts) * 1000), lastReply };
}
