// Something that lacks a partner + its possible partners → the likeliest first.
import { memo } from "../memo.ts";
import { type Entity, refsOf, valuesOf } from "./entity.ts";
import { ownerOf } from "./owner.ts";

interface Candidate {
  readonly entity: Entity;
}

/**
 * Candidates in the order in which they are probably meant: those first that share most words of
 * name, title, description and tags, and most of the people who answer for them; else as given.
 */
export function likeliest<One extends Candidate>(
  entity: Entity,
  candidates: readonly One[],
): readonly One[] {
  const scores = scoresOf(entity, candidates);
  const score = (one: One) => scores.get(one) ?? 0;
  return candidates.toSorted((a, b) => score(b) - score(a));
}

/** The first of them, without putting the others in order. */
export function likeliestOne<One extends Candidate>(
  entity: Entity,
  candidates: readonly One[],
): One | undefined {
  const scores = scoresOf(entity, candidates);
  if (scores.size === 0) return candidates[0];
  const most = Math.max(...scores.values());
  return candidates.find((one) => scores.get(one) === most);
}

/** How much each candidate has in common with an entity, where it has anything. */
function scoresOf(
  entity: Entity,
  candidates: readonly Candidate[],
): ReadonlyMap<Candidate, number> {
  const scores = new Map<Candidate, number>();
  for (const feature of featuresOf(entity)) {
    for (const one of withFeature(candidates).get(feature) ?? [])
      scores.set(one, (scores.get(one) ?? 0) + 1);
  }
  return scores;
}

const withFeature: (candidates: readonly Candidate[]) => ReadonlyMap<string, readonly Candidate[]> =
  memo((candidates) => {
    const found = new Map<string, Candidate[]>();
    for (const one of candidates) {
      for (const feature of featuresOf(one.entity)) {
        const known = found.get(feature);
        if (known === undefined) found.set(feature, [one]);
        else known.push(one);
      }
    }
    return found;
  });

/** The words and the people of an entity. People are set apart by a sign that no word has. */
const featuresOf: (entity: Entity) => ReadonlySet<string> = memo((entity) => {
  const texts = [entity.name, entity.title ?? ""];
  for (const field of ["description", "tags"]) {
    for (const value of valuesOf(entity, field))
      if (value.is === "text" || value.is === "word") texts.push(value.text);
  }
  const owner = ownerOf(entity);
  const people = [
    ...(owner === undefined ? [] : [owner]),
    ...["sponsor", "teams", "stakeholders"].flatMap((field) => refsOf(entity, field)),
  ];
  return new Set([...texts.flatMap(stems), ...people.map((ref) => `@${ref.name}`)]);
});

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
