/** Audits in the thread: the same answer as beside it, and none at all where the time is over or something breaks. */
import { describe, expect, test } from "vitest";
import { auditReport } from "../../../analysis/report360/audit-report.ts";
import { auditReportInWorker } from "../../../api/audit-worker/audit-in-worker.ts";
import { definition360 } from "../../support/definition-360.ts";
import { reportOf } from "../../support/world-360.ts";

const definition = definition360();
const peers = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ c1: 1 + (place % 5), c2: 2, s1: 1 + (place % 3), s2: 3 }));
const report = reportOf(definition, { peer: peers(6) });
const later = reportOf(definition, { peer: [...peers(6), ...peers(1)] });

/** Takes many times longer than the limit in the test. */
const items = Array.from({ length: 80 }, (_, place) => `i${place}`);
const long = reportOf(definition360({ dimensions: { all: items } }), {
  peer: Array.from({ length: 40 }, (_, rater) =>
    Object.fromEntries(items.map((code, place) => [code, 1 + ((rater * 3 + place) % 5)])),
  ),
});

describe("an audit in the thread", () => {
  test("answers as the audit itself, one after the other and all at once", async () => {
    expect(await auditReportInWorker({ report })).toEqual({ publish: true });
    const [first, second, third] = await Promise.all([
      auditReportInWorker({ report }),
      auditReportInWorker({ report: later, earlier: [report] }),
      auditReportInWorker({ report }),
    ]);
    expect([first, third]).toEqual([{ publish: true }, { publish: true }]);
    expect(second).toEqual(auditReport(later, { earlier: [report] }));
    expect(second?.publish).toBe(false);
  });

  test("does not publish what is not checked in time, and works again afterwards", async () => {
    const late = await auditReportInWorker({ report: long }, 0.001);
    expect(late).toMatchObject({ publish: false, findings: [{ kind: "not-checked" }] });
    expect(await auditReportInWorker({ report })).toEqual({ publish: true });
  });

  test("does not publish what cannot even be sent to the thread", async () => {
    const unsendable = { ...report, odd: () => 0 };
    expect(await auditReportInWorker({ report: unsendable })).toMatchObject({ publish: false });
    expect(await auditReportInWorker({ report })).toEqual({ publish: true });
  });
});
