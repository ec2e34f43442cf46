/** Whether the places of rows on disk tell in which order answers came or tickets were given out. */
import { treesBeforeAndAfterRewriting } from "../storage/read-only-store.ts";
import type { SqliteImage } from "../storage/sqlite-image.ts";
import { checkOf, type DoctorCheck, type Found } from "./doctor-report.ts";
import type { Installation, LookedAtAnswers, LookedAtPeople } from "./installation.ts";
import { rowsOutOfPlace } from "./sqlite-pages.ts";
import { everySeal } from "./store.ts";

/** The running server rewrites the files at least every hour while a wave is open; some minutes for the work. */
const REWRITTEN_WITHIN_MINUTES = 70;

type LookedAt = LookedAtPeople | LookedAtAnswers;

interface Order {
  /** Rows whose place does not follow from their key: it follows from when they came. */
  readonly outOfPlace: number;
}

function orderInFile({ bytes }: SqliteImage, table: string): Order {
  const { found, rewritten } = treesBeforeAndAfterRewriting(bytes, table);
  const orders = [...found.roots].map(([name, root]) =>
    rowsOutOfPlace(
      { image: found.image, root },
      { image: rewritten.image, root: rewritten.roots.get(name) ?? root },
    ),
  );
  return {
    outOfPlace: Math.max(0, ...orders.map(({ outOfPlace }) => outOfPlace)),
  };
}

/** Rows that one transaction put there in the order of their keys tell nothing; all others tell when they came. */
async function orderInPostgres({ rows }: LookedAt, table: string, key: string): Promise<Order> {
  const [found] = await rows(
    `WITH placed AS (
       SELECT xmin::text AS writer, ctid, lag(ctid) OVER (ORDER BY "${key}") AS before FROM "${table}")
     SELECT count(*) AS rows, count(DISTINCT writer) AS writers,
       count(*) FILTER (WHERE before IS NOT NULL AND ctid < before) AS turned FROM placed`,
  );
  const [count, writers, turned] = ["rows", "writers", "turned"].map((name) => Number(found?.[name] ?? 0));
  return {
    outOfPlace: (writers ?? 0) > 1 ? (count ?? 0) : (turned ?? 0),
  };
}

async function orderIn(store: LookedAt, table: string, key: string): Promise<Order> {
  return store.image === undefined ? orderInPostgres(store, table, key) : orderInFile(store.image, table);
}

interface Place {
  readonly store: LookedAt;
  readonly table: string;
  readonly key: string;
  /** What the rows are, in the plural. */
  readonly things: string;
}

/** While the server collects, an order of at most an hour is normal and goes by itself; in files at rest it is not. */
function isUnderWay({ store }: Place, waveOpen: boolean, now: Date): boolean {
  if (!waveOpen) return false;
  if (store.image === undefined) return true;
  return now.getTime() - store.image.changedAt.getTime() < REWRITTEN_WITHIN_MINUTES * 60_000;
}

async function foundIn(place: Place, waveOpen: boolean, now: Date): Promise<Found> {
  const { outOfPlace } = await orderIn(place.store, place.table, place.key);
  // Without numbers: two examinations would tell that somebody answered in between.
  if (outOfPlace === 0) return { fine: place.things };
  const where = `Rows of ${place.things} lie where they were written, not where a rewritten file has them`;
  return isUnderWay(place, waveOpen, now)
    ? {
        remarks: [
          `${where}. A wave is open, and the server rewrites the stores within the hour and when it stops. Until then, make no copy of them except with \`VACUUM INTO\` or after a stop.`,
        ],
        fine: "",
      }
    : {
        findings: [
          `${where}: whoever compares the order of tickets with the order of answers can match them. Start the server and stop it with Ctrl+C; that rewrites the stores.`,
        ],
        fine: "",
      };
}

export async function checkOrder({ people, answers, now }: Installation): Promise<DoctorCheck> {
  const waveOpen = (await answers.read(everySeal)).some(({ phase }) => phase === "open");
  const places: readonly Place[] = [
    { store: answers, table: "responses", key: "spend", things: "sealed answers" },
    { store: answers, table: "drafts", key: "id", things: "drafts" },
    // Once a wave is closed its answers are gone, and tickets have nothing left to be compared with.
    ...(waveOpen ? [{ store: people, table: "assignments", key: "id", things: "tickets" }] : []),
  ];
  const found: Found[] = [];
  for (const place of places) found.push(await foundIn(place, waveOpen, now));
  return checkOf(
    {
      code: "order",
      title: "Order of arrival",
      looked:
        answers.engine === "sqlite"
          ? "Where each row lies in the pages of the files, compared with the same files rewritten in memory."
          : "Row and transaction numbers that Postgres keeps beside each row.",
    },
    {
      findings: found.flatMap(({ findings }) => findings ?? []),
      remarks: found.flatMap(({ remarks }) => remarks ?? []),
      fine: `Nothing tells who came after whom: ${found.map(({ fine }) => fine).join(", ")} lie in the order of random keys.`,
    },
  );
}
