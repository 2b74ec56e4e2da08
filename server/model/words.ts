// A word that does not exist → the one that was probably meant.
import { distance } from "fastest-levenshtein";

/** A candidate and the other words by which people call it. */
export interface Candidate {
  readonly name: string;
  readonly synonyms?: readonly string[];
}

/**
 * The candidate that a word probably means: the same but for case, a synonym, or one or two letters
 * away (one for words of up to four letters). Undefined where nothing is near.
 */
export function meant(word: string, candidates: Iterable<Candidate>): string | undefined {
  const lower = word.toLowerCase().replaceAll("_", "-");
  const all = [...candidates];
  const exact = all.find((one) => one.name.toLowerCase() === lower);
  if (exact !== undefined) return exact.name;
  const synonym = all.find((one) => one.synonyms?.includes(lower));
  if (synonym !== undefined) return synonym.name;
  let best: { name: string; distance: number } | undefined;
  for (const one of all) {
    for (const name of [one.name, ...(one.synonyms ?? [])]) {
      if (Math.abs(name.length - lower.length) > 2) continue;
      const limit = Math.min(name.length, lower.length) <= 4 ? 1 : 2;
      const far = distance(lower, name.toLowerCase());
      if (far <= limit && (best === undefined || far < best.distance))
        best = { name: one.name, distance: far };
    }
  }
  return best?.name;
}

/** `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`; at most `most` of them, then "…". */
export function either(names: readonly string[], most = 8): string {
  const quoted = names.slice(0, most).map((name) => `'${name}'`);
  if (names.length > most) return `${quoted.join(", ")}, …`;
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`;
}

/** "an objective", "A risk". */
export function article(noun: string, capital = false): string {
  const word = /^[aeiou]/.test(noun) ? "an" : "a";
  return `${capital ? word[0]?.toUpperCase() + word.slice(1) : word} ${noun}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[], joint: "and" | "or"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${joint} ${last}`;
}

/** `1 day`, `3 days`, `2 initiatives`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
