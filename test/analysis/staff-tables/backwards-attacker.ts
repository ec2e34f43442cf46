/** An attacker who works rules backwards: tries every world of a small survey, and keeps those that look like this one. */

/** By class, then by point or choice from the first: how many persons answered it. */
export type SmallWorld = readonly (readonly number[])[];

export interface AttackedSurvey {
  readonly sizes: readonly number[];
  readonly points: number;
  /** The first favourable point; of choices none counts as such. */
  readonly favourable?: number;
}

/** What everybody can read of a world under some rule. */
export type ShownText = (world: SmallWorld) => string;

export interface Certainty {
  readonly worlds: number;
  /** Worlds of which somebody's answer, or a class's common one, follows for sure. */
  readonly certain: number;
  /** Worlds in which somebody who knows their own answer learns another's for sure. */
  readonly insider: number;
}

/** Every way in which the classes can have answered. */
export function* everyWorld(sizes: readonly number[], points: number): Generator<SmallWorld> {
  const [size, ...rest] = sizes;
  if (size === undefined) {
    yield [];
    return;
  }
  for (const own of splits(size, points)) for (const more of everyWorld(rest, points)) yield [own, ...more];
}

function splits(size: number, points: number): readonly (readonly number[])[] {
  if (points === 1) return [[size]];
  return Array.from({ length: size + 1 }, (_, first) =>
    splits(size - first, points - 1).map((more) => [first, ...more]),
  ).flat();
}

/** Worlds that look alike, by what is shown of them. */
function lookalikes(survey: AttackedSurvey, shown: ShownText, among?: (world: SmallWorld) => boolean) {
  const groups = new Map<string, SmallWorld[]>();
  for (const world of everyWorld(survey.sizes, survey.points)) {
    if (among !== undefined && !among(world)) continue;
    const text = shown(world);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [world]);
    else group.push(world);
  }
  return [...groups.values()];
}

/**
 * Statements about an answer that must not follow: of each point "gave it"; where points have sides, "favourable" and
 * "not favourable". One bit each.
 */
function statements({ points, favourable }: AttackedSurvey): readonly ((point: number) => boolean)[] {
  const single = Array.from({ length: points }, (_, own) => (point: number) => point === own);
  if (favourable === undefined) return single;
  return [...single, (point) => point >= favourable, (point) => point < favourable];
}

/** How many of a class give an answer that a statement is true of. */
function trueOf(counts: readonly number[], holds: (point: number) => boolean): number {
  return counts.reduce((sum, count, point) => (holds(point) ? sum + count : sum), 0);
}

/** Somebody of a class is known to have given a point. */
interface Known {
  readonly of: number;
  readonly point: number;
}

/** Whether of some class all the others are known, in all worlds alike, to have answered as a statement says. */
function isTold(
  survey: AttackedSurvey,
  worlds: readonly SmallWorld[],
  known: readonly Known[] = [],
): boolean {
  return survey.sizes.some((size, place) => {
    const own = known.filter(({ of }) => of === place);
    const others = size - own.length;
    return (
      others > 0 &&
      statements(survey).some((holds) => {
        const counted = own.filter(({ point }) => holds(point)).length;
        return worlds.every((world) => trueOf(world[place] ?? [], holds) - counted === others);
      })
    );
  });
}

/** Every way to know so many answers, one by one. */
function insiders(survey: AttackedSurvey, knows: number): readonly (readonly Known[])[] {
  if (knows === 0) return [[]];
  const single = survey.sizes.flatMap((size, of) =>
    size === 0 ? [] : Array.from({ length: survey.points }, (_, point) => ({ of, point })),
  );
  const fewer = insiders(survey, knows - 1);
  return single.flatMap((one) => fewer.map((more) => [one, ...more]));
}

/** Whether a world holds the answers that somebody knows. */
function holdsAll(world: SmallWorld, known: readonly Known[]): boolean {
  return known.every(({ of, point }) => {
    const wanted = known.filter((other) => other.of === of && other.point === point).length;
    return (world[of]?.[point] ?? 0) >= wanted;
  });
}

/**
 * Counts the worlds of a survey whose figures tell something for sure.
 * @param among only worlds that the attacker takes for possible anyhow
 * @param knows how many answers an insider knows; their own by default
 */
export function certainty(
  survey: AttackedSurvey,
  shown: ShownText,
  { among, knows = 1 }: { readonly among?: (world: SmallWorld) => boolean; readonly knows?: number } = {},
): Certainty {
  let [worlds, certain, insider] = [0, 0, 0];
  for (const group of lookalikes(survey, shown, among)) {
    worlds += group.length;
    if (isTold(survey, group)) certain += group.length;
    const learning = insiders(survey, knows).flatMap((known) => {
      const left = group.filter((world) => holdsAll(world, known));
      return left.length > 0 && isTold(survey, left, known) ? left : [];
    });
    insider += new Set(learning).size;
  }
  return { worlds, certain, insider };
}
