/** Mails that have not left: to whom, why not yet, and their text where it may be read. */
import { type ReactNode, useCallback, useState } from "react";
import { outboxApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { timeText } from "../ui/dates.ts";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";
import { useAction } from "../ui/use-action.ts";

const TEXTS = LIST_TEXTS.outbox;

export interface Mail {
  readonly id: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly state: "waiting" | "given-up";
  readonly attempts: number;
  readonly createdAt: string;
  readonly text: string | null;
  readonly signsIn: boolean;
}

const LINK = /(https?:\/\/\S+)/;

/** The text of a mail, its links to be followed. */
export function MailText({ text }: { readonly text: string }) {
  const places = text.split(LINK).map((part, index) => ({ part, place: `${index} ${part.slice(0, 20)}` }));
  return (
    <div className="mail-text">
      {places.map(({ part, place }) =>
        LINK.test(part) ? (
          <a key={place} href={part}>
            {part}
          </a>
        ) : (
          <span key={place}>{part}</span>
        ),
      )}
    </div>
  );
}

/** One mail; what can be done with it stands below. */
export function MailCard({ mail, children }: { readonly mail: Mail; readonly children: ReactNode }) {
  return (
    <li className="card mail">
      <div className="card-words">
        <h2>{mail.subject}</h2>
        <p>{TEXTS.to(mail.toAddress)}</p>
        <p className="hint">
          {TEXTS.made(timeText(mail.createdAt))}. {mail.state === "given-up" ? TEXTS.givenUp : TEXTS.waiting}
          {mail.attempts > 0 && `, ${TEXTS.attempts(mail.attempts)}`}
        </p>
      </div>
      {children}
    </li>
  );
}

/** What a coordinator may do with a mail: read it, which is written down, or delete it. */
export function MailActions({ mail, onGone }: { readonly mail: Mail; readonly onGone: () => void }) {
  const [text, setText] = useState<string>();
  const read = useAction(
    useCallback(async () => {
      const answer = await answerOf(outboxApi[":mail"].read.$post({ param: { mail: mail.id } }));
      setText(answer.text);
    }, [mail.id]),
  );
  const discard = useAction(
    useCallback(async () => {
      await answerOf(outboxApi[":mail"].discard.$post({ param: { mail: mail.id } }));
      onGone();
    }, [mail.id, onGone]),
  );
  return (
    <div className="mail-actions">
      <RefusalNotice reason={read.refused ?? discard.refused} />
      {text !== undefined && <MailText text={text} />}
      <div className="screen-actions">
        {mail.signsIn ? (
          <p className="hint">{TEXTS.signsIn}</p>
        ) : (
          text === undefined && (
            <BusyButton busy={read.busy} busyText={TEXTS.reading} primary={false} onPress={read.run}>
              {TEXTS.read}
            </BusyButton>
          )
        )}
        <BusyButton busy={discard.busy} busyText={TEXTS.discarding} primary={false} onPress={discard.run}>
          {TEXTS.discard}
        </BusyButton>
      </div>
    </div>
  );
}
