/** What waits in the outbox: for coordinators without the texts, because links in them act for their addressees. */
import type { StaffContext } from "../context.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { mailCount, mailPage, type WaitingMail } from "./store.ts";

interface ListedMail {
  readonly id: string;
  readonly waveId: string | null;
  readonly toAddress: string;
  readonly subject: string;
  readonly state: "waiting" | "given-up";
  readonly attempts: number;
  /** The mail server's reply code to the last attempt. */
  readonly lastReply: number | null;
  readonly createdAt: string;
  readonly nextAttemptAt: string | null;
  /** Null where it has to be asked for, which the audit log then shows. */
  readonly text: string | null;
  /** True: its link signs the addressee in, so its text is shown to nobody. */
  readonly signsIn: boolean;
}

export interface MailPage {
  readonly mails: readonly ListedMail[];
  readonly total: number;
  /** False: no mail server is configured, so nothing leaves. */
  readonly delivers: boolean;
}

type OutboxContext = Pick<StaffContext, "people" | "config">;

interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

function listed(mail: WaitingMail, withText: boolean): ListedMail {
  return {
    id: mail.id,
    waveId: mail.waveId,
    toAddress: mail.toAddress,
    subject: mail.subject,
    state: mail.nextAttemptAt === null ? "given-up" : "waiting",
    attempts: mail.attempts,
    lastReply: mail.lastReply,
    createdAt: mail.createdAt.toISOString(),
    nextAttemptAt: mail.nextAttemptAt?.toISOString() ?? null,
    text: withText ? mail.text : null,
    signsIn: mail.signsIn,
  };
}

/** Everything with its text: for the demo, whose people are invented. */
export async function listDemoMail(
  { people, config }: OutboxContext,
  page: PageRequest,
  programmes?: readonly string[],
): Promise<MailPage> {
  return people.read(async (db) => ({
    mails: (await mailPage(db, page, programmes)).map((mail) => listed(mail, config.demo)),
    total: await mailCount(db, programmes),
    delivers: config.smtpUrl !== undefined,
  }));
}

/** Of some programmes' coordinators: only mail of their waves. @throws DomainError "not-allowed" */
export async function listMail(
  context: OutboxContext,
  staff: StaffMember,
  page: PageRequest,
): Promise<MailPage> {
  requireRole(staff, "coordinator");
  return listDemoMail(context, page, staff.limits?.coordinator);
}
