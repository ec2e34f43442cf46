/** Sends the mail whose time has come; each row is deleted once its mail has left. */
import type { StaffContext } from "../context.ts";
import { doneWithin } from "../done-within.ts";
import { faultText } from "../fault-text.ts";
import { isLinkVoid } from "../invitations/link-in-mail.ts";
import { deliveryOutcome, isWithoutTls } from "./delivery-outcome.ts";
import type { MailSender } from "./smtp.ts";
import { claimMail, deleteMail, dueMail, postponeMail } from "./store.ts";

/** Of mail that may be listed: how many reminders leave is how many have not sent. */
export interface DeliveryCount {
  readonly sent: number;
  readonly postponed: number;
  readonly givenUp: number;
  /** True where the server offered no encryption, so that nothing was said to it. */
  readonly withoutTls: boolean;
}

const AT_ONCE = 20;

/** A sender that dies with a mail in its hands gives it back after this long; the mail may then be sent twice. */
const CLAIM_MILLISECONDS = 10 * 60 * 1000;

type DeliveryContext = Pick<StaffContext, "people" | "clock">;

/**
 * Sends up to twenty mails. One whose link was made void since is not sent, and meets in everything else what the
 * others meet: otherwise whoever watches the outbox would see who declined.
 */
export async function deliverMail(
  { people, clock }: DeliveryContext,
  sender: Pick<MailSender, "send" | "reach">,
): Promise<DeliveryCount> {
  const counted = { sent: 0, postponed: 0, givenUp: 0, withoutTls: false };
  for (const mail of await people.read((db) => dueMail(db, clock(), AT_ONCE))) {
    const until = new Date(clock().getTime() + CLAIM_MILLISECONDS);
    if (!(await people.write((tx) => claimMail(tx, mail, until)))) continue;
    try {
      if (await people.read((db) => isLinkVoid(db, mail))) await sender.reach();
      else await sender.send(mail);
    } catch (error) {
      counted.withoutTls ||= isWithoutTls(error);
      const outcome = deliveryOutcome(error, mail.attempts + 1, clock());
      const isGivenUp = outcome.nextAttemptAt === null;
      // Kept, it would tell by its address who has not sent. That an address is wrong shows at the invitation.
      if (mail.unlisted && isGivenUp) await people.write((tx) => deleteMail(tx, mail.id));
      else await people.write((tx) => postponeMail(tx, mail.id, outcome));
      if (!mail.unlisted) counted[isGivenUp ? "givenUp" : "postponed"] += 1;
      continue;
    }
    await people.write((tx) => deleteMail(tx, mail.id));
    if (!mail.unlisted) counted.sent += 1;
  }
  return counted;
}

const EVERY_MILLISECONDS = 2000;
/** A mail server may take a minute to say nothing. */
const LAST_MAIL_MILLISECONDS = 2_000;

/**
 * Delivers in the background until stopped.
 * @param log gets counts, never addresses
 * @returns stops; waits a moment for the mail under way, which otherwise is sent once more after its claim has run out
 */
export function startDelivery(
  context: DeliveryContext,
  sender: MailSender,
  log: (line: string) => void,
): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const turn = async () => {
    try {
      const { sent, postponed, givenUp, withoutTls } = await deliverMail(context, sender);
      if (withoutTls) {
        log(
          "mail: the mail server offers no encryption (STARTTLS), so nothing was sent. Use one that does, an smtps:// address, or set SOUNDINGS_SMTP_PLAIN=allowed if the way to it is safe.",
        );
      }
      if (sent + postponed + givenUp > 0) {
        log(
          `mail: ${sent} sent, ${postponed} to be tried again, ${givenUp} refused for good (see the outbox)`,
        );
      }
    } catch (error) {
      log(`mail: delivery failed (${faultText(error)}); tried again shortly`);
    }
    underWay = undefined;
  };
  const timer = setInterval(() => {
    underWay ??= turn();
  }, EVERY_MILLISECONDS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await doneWithin(LAST_MAIL_MILLISECONDS, underWay);
    sender.close();
  };
}
