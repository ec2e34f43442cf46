/** Hands a mail to the organisation's mail server. */
import { createTransport } from "nodemailer";
import type { WaitingMail } from "./store.ts";

export interface MailSender {
  /** @throws nodemailer's error with responseCode and command, if the server replied */
  send(mail: Pick<WaitingMail, "toAddress" | "subject" | "text">): Promise<void>;
  /** Reaches the server and sends nothing. @throws as send does */
  reach(): Promise<void>;
  close(): void;
}

/** Plain text, one recipient, no tracking, no rewritten links, nothing read from disk or network. */
export function createSmtpSender(smtpUrl: string, from: string): MailSender {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
  return {
    send: async (mail) => {
      await transport.sendMail({
        from,
        to: { name: "", address: mail.toAddress },
        subject: mail.subject,
        text: mail.text,
        headers: { "Auto-Submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    reach: async () => {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}
