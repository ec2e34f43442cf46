/** Finds the rows and comments of one subject without reading all others. */
import type { Dataset } from "./dataset.ts";

interface SubjectComment {
  /** Place in Dataset.groups. */
  readonly group: number;
  readonly text: string;
}

export interface DatasetIndex {
  /** Row numbers of one subject, given by its place in Dataset.subjects. */
  readonly rowsOf: (subject: number) => Uint32Array;
  /** Comments on one subject by question, in the dataset's random order. */
  readonly commentsOf: (code: string, subject: number) => readonly SubjectComment[];
}

/**
 * Sorts the rows by subject once (counting sort), so that each report costs only its own rows.
 *
 * @param dataset the dataset
 * @returns the index
 * @example indexDataset(dataset).rowsOf(0).length; // responses about the first subject
 */
export function indexDataset(dataset: Dataset): DatasetIndex {
  const starts = new Uint32Array(dataset.subjects.length + 1);
  for (const subject of dataset.subject) starts[subject + 1] = (starts[subject + 1] ?? 0) + 1;
  for (let place = 1; place < starts.length; place++) {
    starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  }
  const next = starts.slice();
  const sorted = new Uint32Array(dataset.rows);
  dataset.subject.forEach((subject, row) => {
    const place = next[subject] ?? 0;
    sorted[place] = row;
    next[subject] = place + 1;
  });
  const comments = new Map(dataset.comments.map((list) => [list.code, commentsBySubject(list.comments)]));
  return {
    rowsOf: (subject) => sorted.subarray(starts[subject], starts[subject + 1]),
    commentsOf: (code, subject) => comments.get(code)?.get(subject) ?? [],
  };
}

function commentsBySubject(comments: Dataset["comments"][number]["comments"]) {
  const bySubject = new Map<number, SubjectComment[]>();
  for (const { subject, group, text } of comments) {
    const list = bySubject.get(subject);
    if (list === undefined) bySubject.set(subject, [{ group, text }]);
    else list.push({ group, text });
  }
  return bySubject;
}
