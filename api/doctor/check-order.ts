/** Whether the places of rows on disk tell in which order answers came or tickets were given out. */
import { treesBeforeAndAfterRewriting } from "../storage/read-only-store.ts";
import type { SqliteImage } from "../storage/sqlite-image.ts";
import { LARGEST_TIDIED_BYTES } from "../storage/store.ts";
import { TICKET_MARK_BYTES } from "../tickets/ticket-mark.ts";
import { checkOf, type DoctorCheck, type Found } from "./doctor-report.ts";
import type { Installation, LookedAtAnswers, LookedAtPeople } from "./installation.ts";
import { rowsOutOfPlace } from "./sqlite-pages.ts";
import { everyAssignment, everyWave } from "./store.ts";

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
  // Where a page has room for a shorter row, that row lies before its turn; an order of arrival turns every second one.
  const ordered = 4 * (turned ?? 0) <= (count ?? 0);
  return {
    outOfPlace: (writers ?? 0) > 1 ? (count ?? 0) : ordered ? 0 : (turned ?? 0),
  };
}

async function orderIn(store: LookedAt, table: string, key: string): Promise<Order> {
  return store.image === undefined ? orderInPostgres(store, table, key) : orderInFile(store.image, table);
}

/** Rows of answers and drafts that do not lie where the opening of their wave put them. */
async function rowsMoved({ answers, people }: Installation): Promise<Found> {
  const { image } = answers;
  if (image !== undefined && image.bytes.length > LARGEST_TIDIED_BYTES) {
    return {
      remarks: [
        "The answers' store is too large to be laid out anew when a wave opens, so it was not checked whether rows were put there later.",
      ],
      fine: "",
    };
  }
  const { outOfPlace } = await orderIn(answers, "sealedRows", "key");
  if (outOfPlace === 0) return { fine: "rows of answers and drafts" };
  // Without numbers: two examinations would tell that somebody answered in between.
  const where =
    "Rows of answers or drafts lie where they were written, not where the opening of their wave put them";
  // Postgres writes each change as a new row, and rewrites the tables from time to time and at every stop.
  return people.engine === "postgres"
    ? {
        remarks: [
          `${where}: Postgres keeps a new version of each row that changes. The server rewrites the tables from time to time and when it stops; until then who can read row and transaction numbers sees an order.`,
        ],
        fine: "",
      }
    : {
        findings: [
          `${where}: whoever compares the order of tickets with the order of answers can match them. Start the server and stop it with Ctrl+C; that rewrites the stores. If they lie so again, this is not the program it claims to be.`,
        ],
        fine: "",
      };
}

/** Marks of open waves that are not there or have another size: with them rows move, and their size tells. */
async function ticketsTold({ people }: Installation): Promise<Found> {
  const open = new Set(
    (await people.read(everyWave)).filter(({ state }) => state === "open").map(({ id }) => id),
  );
  const odd = (await people.read(everyAssignment)).some(
    ({ wave, ticketMark }) => open.has(wave) && ticketMark?.length !== TICKET_MARK_BYTES,
  );
  return odd
    ? {
        findings: [
          "Tickets of an open wave are noted in marks of different sizes: a copy tells who has one, and in which order they were given out. Start the server of this version once.",
        ],
        fine: "",
      }
    : { fine: "marks of tickets" };
}

export async function checkOrder(installation: Installation): Promise<DoctorCheck> {
  const found = [await rowsMoved(installation), await ticketsTold(installation)];
  return checkOf(
    {
      code: "order",
      title: "Order of arrival",
      looked:
        installation.answers.engine === "sqlite"
          ? "Where each row of answers and drafts lies in the pages of its file, compared with the same file rewritten in memory; the sizes of the marks of tickets."
          : "Row and transaction numbers that Postgres keeps beside each row; the sizes of the marks of tickets.",
    },
    {
      findings: found.flatMap(({ findings }) => findings ?? []),
      remarks: found.flatMap(({ remarks }) => remarks ?? []),
      fine: `Nothing tells who came after whom: ${found.map(({ fine }) => fine).join(" and ")} are filled in place.`,
    },
  );
}
