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

/** How often a name is given, and which letters are in it. */
interface Known {
  count: number;
  readonly letters: number;
}

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
  readonly #byLength = new Map<number, Map<string, Known>>();
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
        for (const [name, { letters }] of this.#byLength.get(length) ?? [])
          if (isNear(word, asked.letters, name, letters)) asked.near.add(name);
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
    const { length } = name.toLowerCase();
    const all = this.#byLength.get(length) ?? new Map<string, Known>();
    this.#byLength.set(length, all);
    const known = all.get(name);
    if (known !== undefined) {
      known.count += 1;
      return;
    }
    const letters = lettersIn(name);
    all.set(name, { count: 1, letters });
    for (const [word, asked] of this.#asked) {
      if (!isNear(word, asked.letters, name, letters)) continue;
      asked.near.add(name);
      asked.source.touch();
    }
  }

  #remove(name: string): void {
    const all = this.#byLength.get(name.toLowerCase().length);
    const known = all?.get(name);
    if (all === undefined || known === undefined) return;
    known.count -= 1;
    if (known.count > 0) return;
    all.delete(name);
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

function isNear(word: string, letters: number, name: string, others: number): boolean {
  const length = Math.abs(word.length - name.toLowerCase().length);
  // A slip takes one letter away and brings one at the most.
  if (length > most || bitsIn(letters ^ others) > 2 * most) return false;
  return slipsBetween(word, name, most) <= most;
}

function bitsIn(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count++;
  return count;
}
