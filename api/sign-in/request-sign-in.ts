/** Sends a sign-in link to an address of staff; for any other address it does nothing, and nobody can tell. */
import { enqueueMails } from "../outbox/enqueue-mails.ts";
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

/** To be called after the answer has been sent, so that its time does not tell whether the address is known. */
export async function requestSignIn(
  context: SignInContext,
  { mail }: { readonly mail: string },
): Promise<void> {
  const now = context.clock();
  await context.people.write(async (tx) => {
    const person = await personByMail(tx, mail);
    if (person === undefined || (await staffMember(tx, person.id)) === undefined) return;
    const token = newToken("sign-in link");
    await insertLink(tx, {
      tokenHash: tokenHash("sign-in link", token),
      personId: person.id,
      purpose: "sign-in",
      expiresAt: new Date(now.getTime() + LINK_MINUTES * 60_000),
    });
    await deleteWaitingSignInMail(tx, person.mail);
    const text = mailText(person.name, `${context.baseUrl()}/sign-in#${token}`);
    await enqueueMails(tx, [{ waveId: null, toAddress: person.mail, signsIn: true, ...text }], now);
  });
}
