/** Hands a mail to the organisation's mail server, encrypted on the way: mails carry links that sign in. */
import { isIP } from "node:net";
import { createTransport } from "nodemailer";
import type { WaitingMail } from "./store.ts";

export interface MailSender {
  /** @throws nodemailer's error with responseCode and command, if the server replied */
  send(mail: Pick<WaitingMail, "toAddress" | "subject" | "text">): Promise<void>;
  /** Reaches the server and sends nothing. @throws as send does */
  reach(): Promise<void>;
  close(): void;
}

/** True for addresses that never leave the machine. */
function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "");
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}

/**
 * TLS is required: from the first byte (smtps), or by STARTTLS before anything else is said. Only a server on this
 * machine may do without, or one for which the administrator said so.
 */
function transportOf({ smtpUrl, smtpMayBePlain }: SmtpSettings) {
  const { hostname, protocol } = new URL(smtpUrl);
  return { url: smtpUrl, requireTLS: protocol !== "smtps:" && !smtpMayBePlain && !isLoopback(hostname) };
}

export interface SmtpSettings {
  readonly smtpUrl: string;
  /** True: mail goes out unencrypted where the server offers nothing better. */
  readonly smtpMayBePlain: boolean;
}

/** Plain text, one recipient, no tracking, no rewritten links, nothing read from disk or network. */
export function createSmtpSender(settings: SmtpSettings, from: string): MailSender {
  const transport = createTransport({
    ...transportOf(settings),
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
