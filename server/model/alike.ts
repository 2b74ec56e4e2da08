// A word → the names of a project within two slips of it, kept up to date name by name.
import type { Chunk } from "../../grammar/tree.ts";
import { Contributions } from "../cells/contributions.ts";
import { type Engine, engineOf, Source } from "../cells/engine.ts";
import { memo } from "../cells/memo.ts";
import { slipsBetween } from "../words/slips.ts";
import { outline } from "./outline.ts";
import { type Model, nameGiven } from "./universe.ts";

/** So many slips a name may be away. */
const most = 2;

/** The names of a project that is followed within two slips of a word in small letters, in any order. */
export function alike(model: Model, word: string): Iterable<string> {
  return names(model)?.near(word) ?? [];
}

const names = memo((model: Model) => {
  const engine = engineOf(model);
  return engine?.aside(() => new LiveNames(engine, model));
});

/** How often each name is given, of those in which the same letters are. */
type Names = Map<string, number>;

/** A word that somebody asks for, and what is near it. */
interface Asked {
  readonly letters: number;
  readonly source: Source;
  readonly near: Set<string>;
}

/**
 * Names are many and words that name nothing are few: a name that comes is compared with the words,
 * and only a new word with all names of about its length.
 */
class LiveNames extends Contributions<Model, readonly string[]> {
  readonly #given = new Map<Chunk, readonly string[]>();
  readonly #byLength = new Map<number, Map<number, Names>>();
  readonly #asked = new Map<string, Asked>();

  constructor(engine: Engine, model: Model) {
    super(engine, model);
    this.start();
  }

  near(word: string): Iterable<string> {
    this.update();
    let asked = this.#asked.get(word);
    if (asked === undefined) {
      asked = { letters: lettersIn(word), source: new Source(this.engine), near: new Set() };
      for (let length = word.length - most; length <= word.length + most; length++)
        for (const [letters, names] of this.#byLength.get(length) ?? [])
          if (mayBeNear(asked.letters, letters))
            for (const name of names.keys()) if (isNear(word, name)) asked.near.add(name);
      this.#asked.set(word, asked);
    }
    asked.source.read();
    return asked.near;
  }

  override give(chunk: Chunk): readonly string[] {
    return outline(chunk).entities.flatMap((entity) => nameGiven(entity) ?? []);
  }

  override take(chunk: Chunk, given: readonly string[] = []): void {
    const before = this.#given.get(chunk) ?? [];
    if (given.length === 0) this.#given.delete(chunk);
    else this.#given.set(chunk, given);
    for (const name of given) this.#add(name);
    for (const name of before) this.#remove(name);
  }

  #add(name: string): void {
    const letters = lettersIn(name);
    const { length } = name.toLowerCase();
    const all = this.#byLength.get(length) ?? new Map<number, Names>();
    this.#byLength.set(length, all);
    const names: Names = all.get(letters) ?? new Map();
    all.set(letters, names);
    const count = names.get(name) ?? 0;
    names.set(name, count + 1);
    if (count > 0) return;
    for (const [word, asked] of this.#asked) {
      if (!mayBeNear(asked.letters, letters) || !isNear(word, name)) continue;
      asked.near.add(name);
      asked.source.touch();
    }
  }

  #remove(name: string): void {
    const letters = lettersIn(name);
    const { length } = name.toLowerCase();
    const all = this.#byLength.get(length);
    const names = all?.get(letters);
    const count = names?.get(name);
    if (all === undefined || names === undefined || count === undefined) return;
    if (count > 1) {
      names.set(name, count - 1);
      return;
    }
    names.delete(name);
    if (names.size === 0) all.delete(letters);
    for (const [word, asked] of this.#asked) {
      if (!asked.source.isRead) this.#asked.delete(word);
      else if (asked.near.delete(name)) asked.source.touch();
    }
  }
}

/** The letters of a word, a bit for each of them or for some that share one. */
function lettersIn(word: string): number {
  let letters = 0;
  for (const letter of word.toLowerCase()) letters |= 1 << ((letter.codePointAt(0) ?? 0) % 31);
  return letters;
}

/** A slip takes one letter away and brings one at the most. */
function mayBeNear(letters: number, others: number): boolean {
  return bitsIn(letters ^ others) <= 2 * most;
}

function isNear(word: string, name: string): boolean {
  if (Math.abs(word.length - name.toLowerCase().length) > most) return false;
  return slipsBetween(word, name, most) <= most;
}

function bitsIn(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count++;
  return count;
}
