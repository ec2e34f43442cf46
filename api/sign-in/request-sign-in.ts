/** Sends a sign-in link to an address of staff; for any other address it does nothing, and nobody can tell. */
import { appendAudit } from "../audit/append-audit.ts";
import { enqueueMails } from "../outbox/enqueue-mails.ts";
import type { PeopleWriter } from "../storage/people-store.ts";
import type { SignInContext } from "./context.ts";
import { deleteWaitingSignInMail, insertLink, personByMail, staffMember } from "./store.ts";
import { newToken, tokenHash } from "./token.ts";

const LINK_MINUTES = 10;

function mailText(name: string, link: string): { readonly subject: string; readonly text: string } {
  const parts = [
    `Dear ${name},`,
    `This link signs you in to Soundings. It works once, for ${LINK_MINUTES} minutes:\n${link}`,
    "If you did not ask for it, ignore this mail: nobody else received the link, and nothing has changed.",
  ];
  return { subject: "Your link to sign in", text: `${parts.join("\n\n")}\n` };
}

async function makeLink(
  tx: PeopleWriter,
  context: Pick<SignInContext, "baseUrl">,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<string> {
  const token = newToken("sign-in link");
  await insertLink(tx, {
    tokenHash: tokenHash("sign-in link", token),
    personId,
    purpose: "sign-in",
    expiresAt: new Date(now.getTime() + LINK_MINUTES * 60_000),
  });
  return `${context.baseUrl()}/sign-in#${token}`;
}

/**
 * Makes a link for whoever runs the server to hand over, where no mail leaves; written down in the audit log.
 * @returns the address to open, or undefined if the mail address is not that of staff
 */
export async function signInLinkFor(
  context: SignInContext,
  { mail }: { readonly mail: string },
): Promise<string | undefined> {
  const now = context.clock();
  return context.people.write(async (tx) => {
    const person = await personByMail(tx, mail);
    if (person === undefined || (await staffMember(tx, person.id)) === undefined) return undefined;
    await appendAudit(tx, {
      at: now,
      actorPersonId: null,
      action: "sign-in-link-printed",
      details: { personId: person.id },
    });
    return makeLink(tx, context, { personId: person.id, now });
  });
}

/** To be called after the answer has been sent, so that its time does not tell whether the address is known. */
export async function requestSignIn(
  context: SignInContext,
  { mail }: { readonly mail: string },
): Promise<void> {
  const now = context.clock();
  await context.people.write(async (tx) => {
    const person = await personByMail(tx, mail);
    if (person === undefined || (await staffMember(tx, person.id)) === undefined) return;
    const link = await makeLink(tx, context, { personId: person.id, now });
    await deleteWaitingSignInMail(tx, person.mail);
    const text = mailText(person.name, link);
    await enqueueMails(tx, [{ waveId: null, toAddress: person.mail, signsIn: true, ...text }], now);
  });
}
