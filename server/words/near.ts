// Many names → those that a misspelt word may stand for, found without a look at all of them.
import { countUpTo } from "../../grammar/ordered.ts";

/** Gives all names that are two slips or fewer from a word, and perhaps some that are more. */
export type Near<One> = (word: string) => readonly One[];

/** Up to so many letters in all, a look at each name is quicker than an index. */
const mostLooks = 20_000_000;

/** So much of each end of a word is in the index. */
const reach = 10;

/** Where more than this has to be read, as in a long row of names, none is more likely meant. */
const mostRead = 2_000;

/**
 * An index of names for about so many words. Two words that differ in two slips or fewer become the
 * same where some two letters or fewer are left out of each; so what is then left of each name is
 * kept, by its hash, and what is left of a word is looked up. Of long words that goes for their
 * beginnings and, since those of a project may all be the same, for their ends.
 */
export function nearIndex<One>(
  all: readonly One[],
  nameOf: (one: One) => string,
  words: number,
): Near<One> {
  const letters = all.reduce((sum, one) => sum + nameOf(one).length, 0);
  if (letters * words <= mostLooks) return () => all;
  const names = all.map((one) => [...nameOf(one).toLowerCase()]);
  const starts = indexOf(names.map(beginning));
  // What is left of a short word is all of it already.
  const ends = indexOf(names.map((letters) => (letters.length > reach ? end(letters) : undefined)));
  return (word) => {
    const letters = [...word.toLowerCase()];
    const isLong = letters.length > reach + 2;
    const alike =
      found(starts, beginning(letters)) ?? (isLong ? found(ends, end(letters)) : undefined);
    return [...(alike ?? [])].sort((a, b) => a - b).flatMap((place) => all[place] ?? []);
  };
}

function beginning(letters: readonly string[]): readonly number[] {
  return letters.slice(0, reach).map((one) => one.codePointAt(0) ?? 0);
}

function end(letters: readonly string[]): readonly number[] {
  return letters.slice(-reach).map((one) => one.codePointAt(0) ?? 0);
}

/** A hash, and behind it the place in the list, are one number. */
const room = 2 ** 21;

/** What is left of all words, in the order of the hashes. */
function indexOf(words: readonly (readonly number[] | undefined)[]): Float64Array {
  const keys: number[] = [];
  for (const [place, letters] of words.entries())
    for (const hash of letters === undefined ? [] : leftovers(letters))
      keys.push(hash * room + (place % room));
  return Float64Array.from(keys).sort();
}

/** The places in the list of all that shares something that is left with a word; undefined of many. */
function found(index: Float64Array, letters: readonly number[]): ReadonlySet<number> | undefined {
  const alike = new Set<number>();
  let read = 0;
  for (const hash of leftovers(letters)) {
    const behind = (hash + 1) * room;
    for (let at = countUpTo(index, hash * room - 1); at < index.length; at++) {
      const key = index[at] ?? behind;
      if (key >= behind) break;
      if (++read > mostRead) return undefined;
      alike.add(key % room);
    }
  }
  return alike;
}

/** The hashes of what is left of a word without two letters, one or none. */
function leftovers(letters: readonly number[]): readonly number[] {
  const { length } = letters;
  const hashes = [hashOf(letters, length, length)];
  for (let one = 0; one < length; one++)
    for (let other = one + 1; other <= length; other++) hashes.push(hashOf(letters, one, other));
  return hashes;
}

/** The hash of all letters but two; those behind the last are none. */
function hashOf(letters: readonly number[], without: number, nor: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < letters.length; at++)
    if (at !== without && at !== nor) hash = Math.imul(hash ^ (letters[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
