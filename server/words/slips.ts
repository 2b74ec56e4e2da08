// Two words → in how many slips of the pen they differ, and whether one is probably the other.
import { distance } from "fastest-levenshtein";

/**
 * In how many slips two words differ: a letter more, less or other, or two neighbours swapped.
 * Capital letters and small ones are the same letter. What is over `most` may be any number over it.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  let [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (isLong(one, other)) [one, other] = unlike(one, other);
  if (isLong(one, other)) return Math.max(longest, most + 1);
  const far = distance(one, other);
  // A swap is two of the library's steps, so a word with few slips is never far away.
  return far <= 1 || far > 2 * most ? far : withSwaps([...one], [...other]);
}

/** Where more letters than these differ, no slips are counted: that takes long, and they are many. */
const longest = 200;

function isLong(a: string, b: string): boolean {
  return Math.min(a.length, b.length) > longest;
}

/** Two words without the letters with which both begin, and those with which both end. */
function unlike(a: string, b: string): readonly [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** The optimal string alignment of two words. */
function withSwaps(a: readonly string[], b: readonly string[]): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = b.map((_, index) => index).concat(b.length);
  for (let row = 0; row < a.length; row++) {
    const letter = a[row];
    const now = [row + 1];
    for (let column = 0; column < b.length; column++) {
      const other = b[column];
      let least = Math.min(
        (last[column] ?? 0) + (letter === other ? 0 : 1),
        (last[column + 1] ?? 0) + 1,
        (now[column] ?? 0) + 1,
      );
      if (row > 0 && column > 0 && letter === b[column - 1] && other === a[row - 1])
        least = Math.min(least, (beforeLast[column - 1] ?? 0) + 1);
      now.push(least);
    }
    beforeLast = last;
    last = now;
  }
  return last[b.length] ?? 0;
}

/** Whether two words differ in their digits alone: they are two things of a row, not one misspelt. */
export function differInDigits(a: string, b: string): boolean {
  const bare = (word: string) => word.toLowerCase().replace(/\p{Nd}/gu, "");
  return a.toLowerCase() !== b.toLowerCase() && bare(a) === bare(b);
}

/**
 * Whether a word is a name with one slip in it, or with two from eight letters on. Names of fewer
 * than four letters are too much alike to tell.
 */
export function isSlipOf(word: string, name: string): boolean {
  // Most names are longer or shorter.
  if (Math.abs(word.length - name.length) > 2) return false;
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 4 || differInDigits(word, name)) return false;
  const most = mostSlips(name);
  return slipsBetween(word, name, most) <= most;
}

/** How many slips a word may have and still be that word for sure. */
export function mostSlips(name: string): number {
  return (name.match(/\p{L}/gu)?.length ?? 0) < 8 ? 1 : 2;
}
