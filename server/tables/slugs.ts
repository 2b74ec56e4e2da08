// A title or the name of a person → a name of the language that nothing else has yet.
import type { DeclaredName } from "./shape.ts";

/** So long a name is still read at a glance. */
const longest = 40;

/** Words that would be read as something else where a reference stands alone. */
const taken = new Set(["after", "by", "for", "from", "import", "on", "per"]);

/** The words of a title with hyphens between them, in whatever script; "" where it has none. */
export function slugIn(title: string): string {
  const words =
    title
      .slice(0, 400)
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, longest) : `${slug}-${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug.replace(/[\ud800-\udbff]$/, "").normalize("NFC");
}

/** Gives names, each only once. */
export class NameGiver {
  readonly #given = new Set<string>();
  readonly #next = new Map<string, number>();

  constructor(declared: readonly DeclaredName[]) {
    for (const { name } of declared) this.#given.add(name.normalize("NFC"));
  }

  /** A name for something of a kind: that of its title, with its kind before it where it could not begin so. */
  give(kind: string, title: string): string {
    const slug = slugIn(title);
    const isName = /^\p{XID_Start}(?:\p{XID_Continue}|-)*$/u.test(slug) && !taken.has(slug);
    const base = isName ? slug : isTail(slug) ? `${kind}-${slug}` : kind;
    const first = isName || isTail(slug) ? base : `${kind}-1`;
    let name = first;
    for (let count = this.#next.get(base) ?? 2; this.#given.has(name); count++) {
      name = `${base}-${count}`;
      this.#next.set(base, count + 1);
    }
    this.#given.add(name);
    return name;
  }
}

/** Whether a text may stand in a name behind its first sign. */
function isTail(slug: string): boolean {
  return /^(?:\p{XID_Continue}|-)+$/u.test(slug);
}
