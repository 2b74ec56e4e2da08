// A place in a project → what a new declaration there may name, what it may be called, how long it may run.
import type { FieldEntry, Kind } from "../../grammar/vocabulary.ts";
import { freshName } from "../edits.ts";
import { memo } from "../memo.ts";
import { above } from "../model/above.ts";
import type { Day } from "../model/calendar.ts";
import { datesOf, dueOf, horizonOf } from "../model/derive/schedule.ts";
import { type Entity, lineage, refsOf } from "../model/entity.ts";
import { ownerOf } from "../model/owner.ts";
import { allRefs, resolveRef } from "../model/resolve.ts";
import type { Model } from "../model/universe.ts";
import type { SourceFile } from "../project.ts";
import { askedKinds, entityOfKey, likelyName, names } from "./names.ts";

/** Where a declaration is to stand. */
export interface Ground {
  readonly model: Model;
  readonly file: SourceFile;
  /** The declaration around the place. */
  readonly parent: Entity | undefined;
}

/** A name that a field may have, and what is declared under it. */
export interface Candidate {
  readonly name: string;
  readonly entity: Entity | undefined;
}

/**
 * What a field of a new declaration may name: open things of the project and its imports, then
 * names that others use without declaring them. What has ended stands last, and of people those
 * first that answer for what is around the place, or for the strategy.
 */
export function candidates(ground: Ground, row: FieldEntry): readonly Candidate[] {
  const kinds = askedKinds(row);
  const known = candidatesIn(ground);
  const found = known.get(kinds.join()) ?? candidatesOf(ground, kinds);
  known.set(kinds.join(), found);
  return found;
}

/** By the kinds that are asked for: one declaration asks for the same ones again and again. */
const candidatesIn = memo((_ground: Ground) => new Map<string, readonly Candidate[]>());

/** The ranks in `names` of what is open: own, undeclared, imported. */
const openRanks: ReadonlySet<number> = new Set([0, 1, 4]);

function candidatesOf(ground: Ground, kinds: readonly Kind[]): readonly Candidate[] {
  const { model, file, parent } = ground;
  const asked = { kinds, entity: undefined, others: [], word: { start: -1, end: -1 } };
  const found = names({ model, file, ...asked }, [])
    .filter(({ rank = 0 }) => openRanks.has(rank))
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ label, key }) => {
      const entity = key && entityOfKey(model.universe.models, key)?.entity;
      return { name: label, entity };
    });
  const people = kinds.includes("role")
    ? [parent && ownerOf(parent), model.strategy && refsOf(model.strategy, "owner")[0]]
    : [];
  const first = people.flatMap((ref) => found.find((one) => one.name === ref?.name) ?? []);
  const isDeclared = ({ entity }: Candidate) => entity !== undefined;
  const isOver = ({ entity }: Candidate) =>
    entity !== undefined && (endOf(model, entity) ?? model.today + 1) <= model.today;
  const order = [...first.filter(isDeclared), ...found.filter(isDeclared), ...first, ...found];
  const all = new Map(order.map((one) => [one.name, one]));
  return [...all.values()].sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
}

/**
 * A name for a new declaration of a kind: one that others use and nobody declared, else the one
 * wished for, with a number where it is taken. What is built with it (`behind`) is free too.
 */
export function newName(
  { model, parent }: Ground,
  kind: Kind,
  wish: string,
  behind: readonly string[],
): { readonly name: string; readonly isWanted: boolean } {
  const isFree = (name: string) =>
    freshName(model, name) === name && !parent?.children.some((one) => one.name === name);
  const isWhollyFree = (name: string) => ["", ...behind].every((end) => isFree(name + end));
  const likely = likelyName(model, kind);
  if (likely !== undefined && isWhollyFree(likely)) return { name: likely, isWanted: true };
  let name = wish;
  for (let number = 2; !isWhollyFree(name); number++) name = `${wish}-${number}`;
  return { name, isWanted: false };
}

/** Whether something names a name, itself or by what it names or stands in: to name it goes in a circle. */
export function leadsTo(model: Model, entity: Entity, name: string): boolean {
  const seen = new Set([entity]);
  for (const one of seen) {
    for (const ref of allRefs(one)) {
      if (ref.name === name) return true;
      const target = resolveRef(model.universe, ref);
      if (target.is === "entity") seen.add(target.entity);
    }
    if (one.parent !== undefined) seen.add(one.parent);
  }
  return false;
}

/**
 * The last day up to which something new may run: the end of the horizon, or of what is around the
 * place, or of what it serves, whichever comes first. What is past sets no bound.
 */
export function lastDay(
  { model, parent }: Ground,
  serves: readonly Entity[] = [],
): Day | undefined {
  const around = [...serves, ...(parent === undefined ? [] : lineage(parent))];
  const all = new Set(around.flatMap((one) => [one, ...above(model.universe, one).objectives]));
  const ends = [horizonOf(model)?.end, ...[...all].map((one) => endOf(model, one))];
  const ahead = ends.filter((day) => day !== undefined && day > model.today);
  return ahead.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
}

/** The first day from which something new may run, where what is around the place begins later. */
export function firstDay({ model, parent }: Ground): Day | undefined {
  if (parent?.kind !== "initiative") return undefined;
  return datesOf(model.universe, parent)?.start;
}

function endOf({ universe }: Model, entity: Entity): Day | undefined {
  if (entity.kind === "objective") return dueOf(universe, entity);
  const dates = datesOf(universe, entity);
  return dates?.openEnd ? undefined : dates?.end;
}
