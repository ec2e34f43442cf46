/** The examination of an installation's promise of anonymity: every check, and what no check can see. */
import { ENGLISH_PROMISE } from "../../surveys/promise-sentences.ts";
import type { Config } from "../config.ts";
import { checkAuditLog } from "./check-audit-log.ts";
import { checkBoxes } from "./check-boxes.ts";
import { checkDefinitions } from "./check-definitions.ts";
import { checkKeyPlace } from "./check-key-place.ts";
import { checkKeys } from "./check-keys.ts";
import { checkLineUps } from "./check-line-ups.ts";
import { checkLinks } from "./check-links.ts";
import { checkOrder } from "./check-order.ts";
import { checkPromises } from "./check-promises.ts";
import { checkReleases } from "./check-releases.ts";
import { checkRemains } from "./check-remains.ts";
import { checkSchema } from "./check-schema.ts";
import { checkStores } from "./check-stores.ts";
import { checkWaveLedger } from "./check-wave-ledger.ts";
import type { DoctorCheck, DoctorReport, NotCheckable } from "./doctor-report.ts";
import { type Installation, lookAt } from "./installation.ts";

const CHECKS: readonly ((installation: Installation) => Promise<DoctorCheck>)[] = [
  checkSchema,
  checkStores,
  checkLinks,
  checkBoxes,
  checkOrder,
  checkRemains,
  checkKeys,
  checkKeyPlace,
  checkPromises,
  checkLineUps,
  checkDefinitions,
  checkAuditLog,
  checkReleases,
  checkWaveLedger,
];

/** The same for every installation: what only people, contracts or another look can answer. */
const NOT_CHECKABLE: readonly NotCheckable[] = [
  {
    what: "Whether the running server is the program it claims to be",
    why: `${ENGLISH_PROMISE.serverLimit} Compare the installed files with the published version, and the words on the rater's page with those in the report.`,
  },
  {
    what: "Logs of other programs",
    why: "A reverse proxy, a mail server or a firewall may note who called when. Ask that they keep nothing for the addresses /r/ and /api/.",
  },
  {
    what: "Backups, snapshots and deleted blocks of the disk",
    why: `They lie outside the stores. ${ENGLISH_PROMISE.copiesLimit} Ask how long they are kept, and that the key is not among them.`,
  },
  {
    what: "Whether the people on the lists are real",
    why: `${ENGLISH_PROMISE.groupLimit} Compare the sizes of groups, which stand in every report, with those you know.`,
  },
  {
    what: "What the people asked tell each other",
    why: `${ENGLISH_PROMISE.othersLimit} ${ENGLISH_PROMISE.insiderLimit} ${ENGLISH_PROMISE.agreeLimit}`,
  },
  {
    what: "Whether comments betray their author",
    why: `${ENGLISH_PROMISE.commentsLimit} Comments are shown word for word, without order and without a link between questions.`,
  },
  {
    what: "Whether both stores and the audit log were rewritten together",
    why: "Whoever controls the machine can make them agree. The words in mails and letters, and hashes of the log noted at opening, closing and release, lie outside: compare them (--head).",
  },
  {
    what: "Whether what looks encrypted is an answer or a draft, and nothing else",
    why: "Without the keys all of it looks like noise, as it must. That it lies in rows of one size, of waves that are open, is checked.",
  },
];

/**
 * Reads everything and changes nothing.
 * @throws ImageError with a sentence if the stores cannot be read
 */
export async function examineInstallation(config: Config, now: Date, head?: string): Promise<DoctorReport> {
  return lookAt(config, now, (installation) => examine({ ...installation, head }));
}

/** For stores that are open already. */
export async function examine(installation: Installation): Promise<DoctorReport> {
  const checks: DoctorCheck[] = [];
  for (const check of CHECKS) checks.push(await check(installation));
  return {
    installation: installation.name,
    examinedAt: installation.now.toISOString(),
    checks,
    notCheckable: NOT_CHECKABLE,
    findings: checks.filter(({ state }) => state === "finding").length,
  };
}
