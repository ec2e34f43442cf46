/** How far a wave has come as a whole, as of the last fixed hour, and when the next count is made. */
import { timeText } from "../ui/dates.ts";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import type { Wave } from "./load-wave.ts";

const TEXTS = COORDINATOR_TEXTS.wave;

type Whole = NonNullable<Wave["progress"]["whole"]>;

/** "7:00 and 13:00". */
export function hoursOf({ progress }: Wave): string {
  return progress.hours.map((hour) => `${hour}:00`).join(" and ");
}

/** People a group must have for a count of its own. */
export function leastCounted({ policy }: Wave): number {
  return 2 * policy.minimumGroupSize;
}

function whenCounted(wave: Wave): string {
  const { countedAt, nextAt, whole } = wave.progress;
  const next = nextAt === null ? "" : timeText(nextAt);
  if (countedAt === null) return nextAt === null ? TEXTS.progressUncounted : TEXTS.progressFirst(next);
  if (whole === null) return TEXTS.progressNone(leastCounted(wave));
  const from = TEXTS.progressFrom(timeText(countedAt));
  return nextAt === null ? from : `${from} ${TEXTS.progressNext(next)}`;
}

interface WholeProgressProps {
  readonly wave: Wave;
  readonly intro: string;
  readonly whole: (figure: Whole) => string;
}

export function WholeProgress({ wave, intro, whole: wholeText }: WholeProgressProps) {
  const { exact, whole, others, groups } = wave.progress;
  if (exact) return <p className="hint">{TEXTS.progressExact}</p>;
  const beside = groups.length > 0 && whole !== null ? (others?.atLeast ?? null) : null;
  return (
    <>
      {whole !== null && (
        <p>
          <strong>{wholeText(whole)}</strong>
        </p>
      )}
      {beside !== null && others !== null && <p>{TEXTS.progressOthers(beside, others.invited)}</p>}
      <p>{whenCounted(wave)}</p>
      <p className="hint">{intro}</p>
    </>
  );
}
