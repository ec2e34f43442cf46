/** Looks for words in comments, whatever their case. */

/** Equal comments are different comments: the place tells them apart. */
export interface NumberedComment {
  readonly place: number;
  readonly text: string;
}

/** A part of a comment: the words looked for, or what stands between them. */
export interface CommentPart {
  /** Where it begins in the comment. */
  readonly at: number;
  readonly part: string;
  readonly found: boolean;
}

export function numberedComments(texts: readonly string[]): readonly NumberedComment[] {
  return texts.map((text, place) => ({ place, text }));
}

/** No words: undefined. Blanks stand for any white space, so that line ends hide nothing. */
function patternOf(words: string): RegExp | undefined {
  const plain = words.trim();
  if (plain === "") return undefined;
  const escaped = plain.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replaceAll(/\s+/g, "\\s+");
  return new RegExp(`(${escaped})`, "giu");
}

export function foundComments(
  comments: readonly NumberedComment[],
  words: string,
): readonly NumberedComment[] {
  const pattern = patternOf(words);
  return pattern === undefined ? comments : comments.filter(({ text }) => text.search(pattern) !== -1);
}

/** The whole comment in parts, as it was written. */
export function partsOf(text: string, words: string): readonly CommentPart[] {
  const pattern = patternOf(words);
  if (pattern === undefined) return [{ at: 0, part: text, found: false }];
  let at = 0;
  return text.split(pattern).flatMap((part, place) => {
    const begins = at;
    at += part.length;
    return part === "" ? [] : [{ at: begins, part, found: place % 2 === 1 }];
  });
}
