// Something that lacks a partner + its possible partners → the likeliest first.
import { memoIn } from "../cells/memo.ts";
import { type Entity, lineage, refsOf, valuesOf, written } from "./entity.ts";
import type { Universe } from "./universe.ts";

interface Candidate {
  readonly entity: Entity;
}

/** Candidates, with the places at which those with a feature stand among them. */
export interface Candidates<One extends Candidate> {
  readonly list: readonly One[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Makes ready what is asked for several things. */
export function candidatesOf<One extends Candidate>(
  all: Universe,
  list: readonly One[],
): Candidates<One> {
  const places = new Map<string, number[]>();
  for (const [index, one] of list.entries()) {
    for (const feature of featuresOf(all, one.entity)) {
      const known = places.get(feature);
      if (known === undefined) places.set(feature, [index]);
      else known.push(index);
    }
  }
  return { list, places };
}

/**
 * Candidates, at most so many, in the order in which they are probably meant: those first that share
 * most words of name, title, description and tags, and most of the people who answer for them; else as
 * given.
 */
export function likeliest<One extends Candidate>(
  all: Universe,
  entity: Entity,
  candidates: Candidates<One>,
  most = candidates.list.length,
): readonly One[] {
  const { list } = candidates;
  const scores = scoresOf(all, entity, candidates);
  const alike = [...scores].sort(([a, one], [b, other]) => other - one || a - b).slice(0, most);
  const found = alike.flatMap(([index]) => list[index] ?? []);
  for (const [index, one] of list.entries()) {
    if (found.length >= most) break;
    if (!scores.has(index)) found.push(one);
  }
  return found;
}

/** The first of them, without putting the others in order. */
export function likeliestOne<One extends Candidate>(
  all: Universe,
  entity: Entity,
  candidates: Candidates<One>,
): One | undefined {
  let best = { index: 0, score: 0 };
  for (const [index, score] of scoresOf(all, entity, candidates)) {
    if (score > best.score || (score === best.score && index < best.index)) best = { index, score };
  }
  return candidates.list[best.index];
}

/** How much candidates have in common with an entity, by their index; those with nothing are left out. */
function scoresOf(
  all: Universe,
  entity: Entity,
  { places }: Candidates<Candidate>,
): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  for (const feature of featuresOf(all, entity)) {
    for (const index of places.get(feature) ?? []) scores.set(index, (scores.get(index) ?? 0) + 1);
  }
  return scores;
}

/** The words and the people of an entity. People are set apart by a sign that no word has. */
const featuresOf: (all: Universe, entity: Entity) => ReadonlySet<string> = memoIn((all, entity) => {
  const texts = [entity.name, all.titleOf(entity) ?? ""];
  for (const field of ["description", "tags"]) {
    for (const value of valuesOf(entity, field))
      if (value.is === "text" || value.is === "word") texts.push(value.text);
  }
  const owned = lineage(entity).find((one) => written(one, "owner"));
  const people = [
    ...(owned === undefined ? [] : refsOf(owned, "owner").slice(0, 1)),
    ...["sponsor", "teams", "stakeholders"].flatMap((field) => refsOf(entity, field)),
  ];
  return new Set([...texts.flatMap(stems), ...people.map((ref) => `@${ref.name}`)]);
}, isSameSet);

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

/** The words that carry meaning, without their endings, so that "Customers" and "customer" meet. */
function stems(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return words.filter((word) => !fillers.has(word)).map((word) => word.slice(0, 6));
}

const fillers: ReadonlySet<string> = new Set(
  "about after also before between each every from have into less more only over than that their them they this what when where which while will with your".split(
    " ",
  ),
);
