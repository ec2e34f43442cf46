/** The mail outbox for coordinators. */
import { useSearchParams } from "wouter";
import { outboxApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { PageLinks } from "../ui/page-links.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { MailActions, MailCard } from "./mail-list.tsx";

const TEXTS = LIST_TEXTS.outbox;
const MAILS_A_PAGE = 25;

export function OutboxScreen() {
  const [search] = useSearchParams();
  const offset = Math.max(0, Number(search.get("from")) || 0);
  const loading = useLoaded(
    () => answerOf(outboxApi.$get({ query: { offset: String(offset), limit: String(MAILS_A_PAGE) } })),
    String(offset),
  );
  return (
    <Screen title={TEXTS.title}>
      <WhenLoaded loading={loading}>
        {({ mails, total, delivers }) => (
          <>
            <p>{delivers ? `${TEXTS.delivers} ${TEXTS.unlisted}` : TEXTS.keeps}</p>
            {mails.length === 0 ? (
              <div className="empty">
                <h2>{TEXTS.empty}</h2>
                <p>{TEXTS.emptyDetail}</p>
              </div>
            ) : (
              <>
                <p className="hint">{delivers ? TEXTS.readHidden : TEXTS.readHint}</p>
                <ul className="cards">
                  {mails.map((mail) => (
                    <MailCard key={mail.id} mail={mail}>
                      <MailActions mail={mail} onGone={loading.again} />
                    </MailCard>
                  ))}
                </ul>
              </>
            )}
            <PageLinks
              offset={offset}
              limit={MAILS_A_PAGE}
              total={total}
              hrefOf={(from) => `/staff/outbox?from=${from}`}
            />
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
