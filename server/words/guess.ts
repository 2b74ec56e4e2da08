// A word that does not exist → the one that was probably meant.
import { differInDigits, mostSlips, slipsBetween } from "./slips.ts";

/** A candidate and the other words by which people call it. */
export interface Guessable {
  readonly name: string;
  readonly synonyms?: readonly string[];
}

/** What a word probably means. */
export interface Guess<One extends Guessable = Guessable> {
  readonly one: One;
  /** Which of its words is meant: its name, or a synonym. */
  readonly word: string;
  /** It is that word, or so near that nothing else can be meant: "fix all" may write it. */
  readonly sure: boolean;
}

/**
 * What a word may mean: the same but for case, a synonym, or what is fewest slips away (at most one
 * from words of up to four letters, else two; none from synonyms of less than four). A name comes
 * before a synonym, and what begins with the same letter before what does not. Several where they
 * tie; none where nothing is near, or where only digits differ.
 */
export function guesses<One extends Guessable>(
  word: string,
  candidates: Iterable<One>,
): readonly Guess<One>[] {
  const written = word.toLowerCase().replace(/[\s_]+/g, "-");
  let best: { rank: number; all: Guess<One>[] } = { rank: Number.POSITIVE_INFINITY, all: [] };
  for (const one of candidates) {
    const own = [one.name, ...(one.synonyms ?? [])].map((name, index) =>
      compare(written, name, index > 0),
    );
    const nearest = own.reduce((a, b) => (b.rank < a.rank ? b : a));
    if (nearest.rank > best.rank || nearest.rank === Number.POSITIVE_INFINITY) continue;
    const { rank, word, sure } = nearest;
    if (rank < best.rank) best = { rank, all: [] };
    best.all.push({ one, word, sure });
  }
  return best.all;
}

/** How far a word is from a name of a candidate: the lower the rank, the likelier it is meant. */
function compare(
  written: string,
  word: string,
  isSynonym: boolean,
): { rank: number; word: string; sure: boolean } {
  const name = word.toLowerCase();
  if (name === written) return { rank: isSynonym ? 1 : 0, word, sure: true };
  const most = Math.min(name.length, written.length) <= 4 ? 1 : 2;
  const never = { rank: Number.POSITIVE_INFINITY, word, sure: false };
  if (Math.abs(name.length - written.length) > most || (isSynonym && name.length < 4)) return never;
  const slips = slipsBetween(written, name, most);
  if (slips > most || slips >= name.length - 1 || differInDigits(written, name)) return never;
  const rank = 4 * slips + (isSynonym ? 2 : 0) + (name[0] === written[0] ? 0 : 1);
  return { rank, word, sure: slips <= mostSlips(name) };
}

/** The one thing that a word may mean; undefined where there is none, or more than one. */
export function guess<One extends Guessable>(
  word: string,
  candidates: Iterable<One>,
): Guess<One> | undefined {
  const [first, second] = guesses(word, candidates);
  return second === undefined ? first : undefined;
}

/** The name of the one thing that a word may mean. */
export function meant(word: string, candidates: Iterable<Guessable>): string | undefined {
  return guess(word, candidates)?.one.name;
}
