/** The name of a file that is taken away: what it is of, in letters and digits that any system takes. */

/** Of one title; a path of a few folders and two of them is still short enough for every system. */
const MOST_LETTERS = 48;

function wordsOf(title: string): readonly string[] {
  // Accents are taken from their letters, so that "Café" stays one word.
  const plain = title.normalize("NFKD").replaceAll(/\p{M}+/gu, "");
  return plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** Words are left out of the middle: titles of the same series differ at their ends, by a place or a year. */
function shortened(words: readonly string[]): string {
  const [head, tail] = [
    words.slice(0, Math.ceil(words.length / 2)),
    words.slice(Math.ceil(words.length / 2)),
  ];
  const text = () => [...head, ...tail].join("-");
  while (text().length > MOST_LETTERS && head.length + tail.length > 1) {
    if (head.length > tail.length) head.pop();
    else tail.shift();
  }
  return text().slice(0, MOST_LETTERS);
}

/**
 * ASCII, without a folder and without an ending.
 * @param titles what the file is of; each keeps its first and last words
 */
export function fileName(titles: readonly string[]): string {
  const names = titles.map((title) => shortened(wordsOf(title))).filter((name) => name !== "");
  return names.length === 0 ? "soundings" : names.join("-");
}
