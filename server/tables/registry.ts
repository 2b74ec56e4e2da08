// Names in cells, of people, teams, technologies and what groups → names of the language, declared once.
import { asCompared } from "./folded.ts";
import type { DeclaredName } from "./shape.ts";
import type { NameGiver } from "./slugs.ts";

export type FreeKind = "role" | "team" | "stakeholder" | "technology" | "theme";

/** What is to be declared, in the order in which it was first named. */
export interface Registered {
  readonly kind: FreeKind;
  readonly name: string;
  readonly title: string;
}

const parties: readonly FreeKind[] = ["role", "team", "stakeholder"];

/** Keeps what cells name: the same words are the same thing, wherever they stand. */
export class Registry {
  readonly #names: NameGiver;
  readonly #known = new Map<string, { readonly kind: string; readonly name: string }>();
  readonly registered: Registered[] = [];

  constructor(names: NameGiver, declared: readonly DeclaredName[]) {
    this.#names = names;
    for (const { kind, name, title } of declared)
      for (const words of [name, title ?? ""])
        if (words !== "") this.#known.set(`${kind} ${keyOf(words)}`, { kind, name });
  }

  /** The name for some words: one that is there already and of one of these kinds, or a new one of the first. */
  name(words: string, kinds: readonly [FreeKind, ...FreeKind[]]): string {
    const key = keyOf(words);
    for (const kind of kinds) {
      const known = this.#known.get(`${kind} ${key}`);
      if (known !== undefined) return known.name;
    }
    const [kind] = kinds;
    const name = this.#names.give(kind, words);
    this.#known.set(`${kind} ${key}`, { kind, name });
    this.registered.push({ kind, name, title: words });
    return name;
  }

  /** The name of somebody who answers for something. */
  party(words: string, kind: "role" | "team" | "stakeholder"): string {
    return this.name(words, [kind, ...parties.filter((one) => one !== kind)]);
  }
}

/** Words of other scripts may have no letters that are compared. */
function keyOf(words: string): string {
  return asCompared(words) || words.trim();
}
