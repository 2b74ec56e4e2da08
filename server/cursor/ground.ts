// A place in a project → what a new declaration there may name, what it may be called, how long it may run.
import type { FieldEntry, Kind } from "../../grammar/vocabulary.ts";
import { memo } from "../cells/memo.ts";
import { freshName } from "../edits/edits.ts";
import type { Day } from "../model/calendar.ts";
import { datesOf, dueOf, horizonOf } from "../model/derive/schedule.ts";
import { type Entity, refsOf, written } from "../model/entity.ts";
import { ownerOf } from "../model/owner.ts";
import { allRefs, entityOf } from "../model/resolve.ts";
import { isOpen } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";
import { askedKinds, likelyName, usedNames } from "./names.ts";

/** Where a declaration is to stand. */
export interface Ground {
  readonly model: Model;
  readonly file: SourceFile;
  /** The declaration around the place. */
  readonly parent: Entity | undefined;
  /** What is to be named first, where it fits: what somebody was looking at. */
  readonly near?: readonly Entity[];
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

/** Nobody chooses among more, and a large project has thousands. */
const most = 40;

function candidatesOf(ground: Ground, kinds: readonly Kind[]): readonly Candidate[] {
  const { model, file, parent, near = [] } = ground;
  const { models } = model.universe;
  const imported = [...(model.aliases.get(file.path)?.values() ?? [])].flatMap(({ name, root }) => {
    const other = root === undefined ? undefined : models.get(root);
    return other === undefined ? [] : openOnes(other, kinds, `${name}.`);
  });
  const declared = [...openOnes(model, kinds, ""), ...imported];
  const used = usedNames(model, kinds).map((name) => ({ name, entity: undefined }));
  const people = kinds.includes("role")
    ? [
        parent && ownerOf(model.universe, parent),
        model.strategy && refsOf(model.strategy, "owner")[0],
      ]
    : [];
  const first = people.flatMap(
    (ref) => ref && { name: ref.name, entity: model.names.get(ref.name) },
  );
  const known = first.filter((one) => one !== undefined);
  const isFitting = ({ entity }: Candidate) =>
    entity?.kind !== undefined && kinds.includes(entity.kind);
  const seen = near.map((entity) => ({ name: entity.name, entity }));
  const order = [
    ...seen.filter((one) => isFitting(one) && model.names.get(one.name) === one.entity),
    ...known.filter(isFitting),
    ...declared,
    ...known.filter(({ entity }) => entity === undefined),
    ...used,
  ];
  const isOver = ({ entity }: Candidate) =>
    entity !== undefined && (endOf(model, entity) ?? model.today + 1) <= model.today;
  const all = [...Map.groupBy(order, ({ name }) => name).values()].flatMap(([one]) => one ?? []);
  return all.sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
}

/** The first open things of some kinds, as the file names them. */
function openOnes(model: Model, kinds: readonly Kind[], prefix: string): readonly Candidate[] {
  return kinds.flatMap((kind) => {
    const found: Candidate[] = [];
    for (const entity of kind === "milestone" ? [] : model.of(kind)) {
      if (found.length === most) break;
      const isNamed = model.names.get(entity.name) === entity;
      if (isNamed && isOpen(model.universe, entity))
        found.push({ name: prefix + entity.name, entity });
    }
    return found;
  });
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
      const target = entityOf(model.universe, ref);
      if (target !== undefined) seen.add(target);
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
  const around = new Set(parent === undefined ? serves : [...serves, parent]);
  for (const one of around) for (const higher of above(model, one)) around.add(higher);
  const ends = [horizonOf(model)?.end, ...[...around].map((one) => endOf(model, one))];
  const ahead = ends.filter((day) => day !== undefined && day > model.today);
  return ahead.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
}

/** What something stands in or under, by nesting or by a field that says the same. */
function* above({ universe }: Model, entity: Entity): Iterable<Entity> {
  if (entity.parent !== undefined) yield entity.parent;
  for (const { entry } of entity.fields.values()) {
    if (entry.implied === undefined) continue;
    for (const ref of refsOf(entity, entry.name)) {
      const target = entityOf(universe, ref);
      if (target !== undefined) yield target;
    }
  }
}

/** The first day from which something new may run, where what is around the place begins later. */
export function firstDay({ model, parent }: Ground): Day | undefined {
  if (parent?.kind !== "initiative" || !written(parent, "timeline")) return undefined;
  return datesOf(model.universe, parent)?.start;
}

function endOf({ universe }: Model, entity: Entity): Day | undefined {
  if (entity.kind === "objective") return dueOf(universe, entity);
  const dates = written(entity, "timeline") ? datesOf(universe, entity) : undefined;
  return dates?.openEnd ? undefined : dates?.end;
}
