// Open work → where each counts, for each way to say where the money goes, and where else it hangs.
import { isSameList } from "../../cells/contributions.ts";
import { folded } from "../../cells/folded.ts";
import { indexed } from "../../cells/indexed.ts";
import { memoIn } from "../../cells/memo.ts";
import { isAligned, supportOf } from "../../model/derive/alignment.ts";
import { isSumUnclear } from "../../model/derive/money.ts";
import { type Entity, refsOf } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { allParts } from "../../model/programmes.ts";
import { isOpen } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { goalOf } from "../roadmap/rows.ts";
import type { MoneyBy } from "./shape.ts";
import { mayCount } from "./worth.ts";

/** An objective, or what some work has in common: `team:platform`. */
export type PurseKey = Entity | string;

export const gapPurse = "unaligned:";
export const unclearPurse = "unclear:";

/** Work that hangs under something too, and counts under something else. */
export interface Elsewhere {
  readonly work: Entity;
  /** Under this, or with this programme. */
  readonly at: PurseKey;
  readonly programme?: Entity | undefined;
}

interface Standing {
  /** Where it counts: by objective, by team, by technology; of unaligned work all are the gap. */
  readonly at: readonly PurseKey[];
  readonly elsewhere: readonly (readonly [PurseKey, Elsewhere])[];
}

const standingOfWork: (model: Model, work: Entity) => Standing = memoIn((model, work) => {
  const all = model.universe;
  if (isAligned(all, work) === false && !isSumUnclear(model, work))
    return { at: [gapPurse], elsewhere: partsUnder(model, work, gapPurse, new Set()) };
  const first: PurseKey = isAligned(all, work) ? (goalOf(all, work) ?? unclearPurse) : unclearPurse;
  const goals = new Set(supportOf(all, work).map(({ to }) => to));
  const others = [...goals].filter((goal) => goal !== first);
  const elsewhere: [PurseKey, Elsewhere][] = others.map((goal) => [goal, { work, at: first }]);
  for (const part of partsUnder(model, work, first, goals)) elsewhere.push(part);
  const at: PurseKey[] = [first];
  for (const [word, field] of fields) {
    const names = namesIn(work, field);
    const key = `${word}:${names[0] ?? ""}`;
    at.push(key);
    for (const name of names.slice(1)) elsewhere.push([`${word}:${name}`, { work, at: key }]);
    for (const part of openParts(model, work))
      for (const name of namesIn(part, field))
        if (!names.includes(name))
          elsewhere.push([`${word}:${name}`, { work: part, at: key, programme: work }]);
  }
  return { at, elsewhere };
});

const fields = [
  ["team", "teams"],
  ["technology", "technologies"],
] as const;

/** The parts of a programme that support what it does not support itself. */
function partsUnder(
  model: Model,
  programme: Entity,
  at: PurseKey,
  goals: ReadonlySet<Entity>,
): [PurseKey, Elsewhere][] {
  return openParts(model, programme).flatMap((part) => {
    const own = new Set(supportOf(model.universe, part).map(({ to }) => to));
    return [...own]
      .filter((goal) => !goals.has(goal))
      .map((goal): [PurseKey, Elsewhere] => [goal, { work: part, at, programme }]);
  });
}

function openParts({ universe: all }: Model, programme: Entity): readonly Entity[] {
  return allParts(all, programme).filter((part) => isOpen(all, part));
}

/** What work names, each once. */
function namesIn(work: Entity, field: string): readonly string[] {
  return [...new Set(refsOf(work, field).map(({ name }) => name))];
}

function* countedIn(model: Model, entities: readonly Entity[]): Iterable<Entity> {
  for (const one of entities) if (mayCount(model, one)) yield one;
}

/** What counts under each key, in source order. */
export const countedUnder = indexed<Model, PurseKey, Entity>(function* (model, chunk) {
  for (const work of countedIn(model, outline(chunk).entities))
    for (const key of standingOfWork(model, work).at) yield [key, work];
});

/** What hangs under each key and counts elsewhere. */
export const hangsUnder = indexed<Model, PurseKey, Elsewhere>(function* (model, chunk) {
  for (const work of countedIn(model, outline(chunk).entities))
    yield* standingOfWork(model, work).elsewhere;
});

/** All keys under which something counts or hangs. */
const keysOfMoney = folded<Model, readonly PurseKey[]>(
  (model, chunk) => {
    const keys = new Set<PurseKey>();
    for (const work of countedIn(model, outline(chunk).entities)) {
      const { at, elsewhere } = standingOfWork(model, work);
      for (const key of at) keys.add(key);
      for (const [key] of elsewhere) keys.add(key);
    }
    return keys.size === 0 ? undefined : [...keys];
  },
  (parts) => [...new Set(parts.flat())],
  isSameList,
);

/** The objectives under which something counts or hangs. */
export function goalsWithMoney(model: Model): readonly Entity[] {
  return (keysOfMoney(model) ?? []).filter((key) => typeof key !== "string");
}

/** The teams or technologies, as they are met. */
export function keysBy(model: Model, by: Exclude<MoneyBy, "objective">): readonly string[] {
  return (keysOfMoney(model) ?? []).filter(
    (key) => typeof key === "string" && key.startsWith(`${by}:`),
  ) as readonly string[];
}
