// A search and an initiative → whether all its words are found, and in which words of which field.
import type { Initiative } from "../../../server/views/roadmap/shape.ts";

/** A stretch of a text that was searched for, from one index to the next. */
export type MarkedStretch = readonly [from: number, to: number];

/** Why an initiative was found. */
export interface Match {
  /** What to mark in the title. */
  readonly title: readonly MarkedStretch[];
  /** What else has words of the search that the title has not: "owner", "Head of Cloud". */
  readonly also: readonly { readonly field: string; readonly text: string }[];
}

const all: Match = { title: [], also: [] };

/** The words of a search, each to be found anywhere in an initiative. */
export function searchWords(search: string | undefined): readonly RegExp[] {
  const words = search?.normalize("NFC").split(/\s+/u).filter(Boolean) ?? [];
  return words.map((word) => new RegExp(word.replace(/[$()*+.?[\\\]^{|}/-]/g, "\\$&"), "iu"));
}

/** Where the words are found; undefined where one of them is nowhere. */
export function matchOf(initiative: Initiative, words: readonly RegExp[]): Match | undefined {
  if (words.length === 0) return all;
  const title: MarkedStretch[] = [];
  const also = new Map<string, { field: string; text: string }>();
  for (const word of words) {
    const at = word.exec(initiative.title);
    if (at) {
      title.push([at.index, at.index + at[0].length]);
      continue;
    }
    const found = textsOf(initiative).find(({ text }) => word.test(text));
    if (found === undefined) return undefined;
    also.set(`${found.field}: ${found.text}`, found);
  }
  return { title: merged(title), also: [...also.values()] };
}

function* fieldsOf(one: Initiative): Iterable<readonly [field: string, text: string]> {
  if (one.owner) yield ["owner", one.owner];
  for (const team of one.teams) yield ["team", team];
  for (const goal of one.path) yield ["supports", goal];
  for (const theme of one.themes) yield ["theme", theme];
  if (one.programme) yield ["part of", one.programme.title];
  for (const { title } of one.milestones) yield ["milestone", title];
  for (const technology of one.technologies) yield ["technology", technology];
  for (const tag of one.tags) yield ["tag", tag];
  yield ["name", one.id];
}

function textsOf(one: Initiative): readonly { field: string; text: string }[] {
  return Array.from(fieldsOf(one), ([field, text]) => ({ field, text }));
}

/** In order, those that touch as one. */
function merged(stretches: readonly MarkedStretch[]): readonly MarkedStretch[] {
  const found: [number, number][] = [];
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

/** "owner: Head of Cloud" */
export function matchInWords({ also }: Match): string {
  return also.map(({ field, text }) => `${field}: ${text}`).join(", ");
}
