/** The demo's mail, with its texts and links, for everybody who tries the demo: its people are invented. */
import { useSearchParams } from "wouter";
import { answerOf } from "../ui/ask.ts";
import { PageLinks } from "../ui/page-links.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { demoOutboxApi } from "./demo-outbox-api.ts";
import { MailCard, MailText } from "./mail-list.tsx";

const TEXTS = LIST_TEXTS.outbox;
const MAILS_A_PAGE = 25;

export function DemoOutboxScreen() {
  const [search] = useSearchParams();
  const offset = Math.max(0, Number(search.get("from")) || 0);
  const loading = useLoaded(
    () => answerOf(demoOutboxApi.$get({ query: { offset: String(offset), limit: String(MAILS_A_PAGE) } })),
    String(offset),
  );
  return (
    <Screen title={TEXTS.demoTitle}>
      <WhenLoaded loading={loading}>
        {({ mails, total }) => (
          <>
            <p>{TEXTS.keeps}</p>
            {mails.length === 0 ? (
              <div className="empty">
                <h2>{TEXTS.empty}</h2>
                <p>{TEXTS.emptyDetail}</p>
              </div>
            ) : (
              <ul className="cards">
                {mails.map((mail) => (
                  <MailCard key={mail.id} mail={mail}>
                    {mail.text !== null && <MailText text={mail.text} />}
                  </MailCard>
                ))}
              </ul>
            )}
            <PageLinks
              offset={offset}
              limit={MAILS_A_PAGE}
              total={total}
              hrefOf={(from) => `/demo/outbox?from=${from}`}
            />
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
