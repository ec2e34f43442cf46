/** The audit log: what staff did, and whether the log is whole. */

import { useSearchParams } from "wouter";
import { auditApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { shortTimeText } from "../ui/dates.ts";
import { PageLinks } from "../ui/page-links.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { TableHead } from "../ui/table-head.tsx";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";
import { useLoaded } from "../ui/use-loaded.ts";

const TEXTS = LIST_TEXTS.audit;
const EVENTS_A_PAGE = 50;

async function loadAudit(offset: number) {
  return answerOf(auditApi.$get({ query: { offset: String(offset), limit: String(EVENTS_A_PAGE) } }));
}

type AuditPage = Awaited<ReturnType<typeof loadAudit>>;

/** "wave-opened" as "Wave opened". */
function actionText(action: string): string {
  const words = action.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "invitedPeople" as "invited people". */
function nameText(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function detailText(details: object): string {
  return Object.entries(details)
    .map(([name, value]: [string, unknown]) => {
      const isPart = typeof value === "object" && value !== null && !Array.isArray(value);
      const text = isPart ? `(${detailText(value)})` : Array.isArray(value) ? value.join(" ") : String(value);
      return `${nameText(name)} ${text}`;
    })
    .join(", ");
}

function Verdict({ verdict }: { readonly verdict: AuditPage["verdict"] }) {
  if (verdict.intact)
    return <p className="hint audit-head">{TEXTS.intact(verdict.events, verdict.headHash)}</p>;
  return (
    <p className="notice notice-wrong" role="alert">
      {TEXTS.broken(verdict.brokenAt)}
    </p>
  );
}

function EventTable({ events }: { readonly events: AuditPage["events"] }) {
  return (
    <ScrollRegion className="list-scroll" label={TEXTS.title}>
      <table className="list list-stack">
        <TableHead columns={[TEXTS.when, TEXTS.who, TEXTS.what, TEXTS.details]} />
        <tbody>
          {events.map((event) => (
            <tr key={event.seq}>
              <td>{shortTimeText(event.at)}</td>
              <td dir="auto">{event.actorName ?? TEXTS.program}</td>
              <th scope="row">{actionText(event.action)}</th>
              <td className="audit-details">{detailText(event.details)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export function AuditScreen() {
  const [search] = useSearchParams();
  const offset = Math.max(0, Number(search.get("from")) || 0);
  const loading = useLoaded(() => loadAudit(offset), String(offset));
  return (
    <Screen title={TEXTS.title}>
      <p>{TEXTS.intro}</p>
      <WhenLoaded loading={loading}>
        {({ events, total, verdict }) => (
          <>
            <Verdict verdict={verdict} />
            {events.length === 0 ? <p>{TEXTS.empty}</p> : <EventTable events={events} />}
            <PageLinks
              offset={offset}
              limit={EVENTS_A_PAGE}
              total={total}
              hrefOf={(from) => `/staff/audit?from=${from}`}
            />
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
