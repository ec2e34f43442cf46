/** What an examination of an installation found, check by check, in sentences for people who are no technicians. */

/** "remark": nothing is wrong, but somebody should know. "not-checked": it could not be looked at here. */
export type CheckState = "fine" | "remark" | "finding" | "not-checked";

export interface DoctorCheck {
  /** Stable, for programs that read the report. */
  readonly code: string;
  readonly title: string;
  /** What was looked at. */
  readonly looked: string;
  readonly state: CheckState;
  /** What was found; for "fine" what that means in numbers. */
  readonly sentences: readonly string[];
}

export interface NotCheckable {
  readonly what: string;
  readonly why: string;
}

export interface DoctorReport {
  readonly installation: string;
  readonly examinedAt: string;
  readonly checks: readonly DoctorCheck[];
  readonly notCheckable: readonly NotCheckable[];
  readonly findings: number;
}

/** Sentences of one check, by how bad they are. */
export interface Found {
  readonly findings?: readonly string[];
  readonly remarks?: readonly string[];
  /** Said when nothing was found. */
  readonly fine: string;
}

/** A check's state is that of its worst sentence. */
export function checkOf(frame: Pick<DoctorCheck, "code" | "title" | "looked">, found: Found): DoctorCheck {
  const findings = found.findings ?? [];
  const remarks = found.remarks ?? [];
  if (findings.length > 0) return { ...frame, state: "finding", sentences: [...findings, ...remarks] };
  if (remarks.length > 0) return { ...frame, state: "remark", sentences: remarks };
  return { ...frame, state: "fine", sentences: [found.fine] };
}

/** "one wave", "3 waves". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `one ${one}` : `${count} ${many}`;
}
