// Initiatives in initiatives and `part-of` → programmes and their parts.
import { memo } from "../memo.ts";
import { choiceOf, type Entity, unknownIn, written } from "./entity.ts";
import { relations } from "./relations.ts";
import type { Universe } from "./universe.ts";

interface Programmes {
  readonly of: ReadonlyMap<Entity, Entity>;
  /** By programme; those of none under `undefined`. */
  readonly parts: ReadonlyMap<Entity | undefined, readonly Entity[]>;
}

/**
 * Who is part of what, in project order. A reference that would close a circle is ignored, so that
 * every way up ends (language.md, "Programmes").
 */
const programmes: (all: Universe) => Programmes = memo((all) => {
  const of = new Map<Entity, Entity>();
  const closes = (part: Entity, programme: Entity) => {
    for (let at: Entity | undefined = programme; at !== undefined; at = of.get(at))
      if (at === part) return true;
    return false;
  };
  const { edges } = relations(all).part;
  // What nesting says cannot be taken out, so it comes first.
  const inOrder = [...edges.filter(({ ref }) => !ref), ...edges.filter(({ ref }) => ref)];
  for (const { from, to } of inOrder) {
    if (!from.sure || !to.sure || of.has(from) || closes(from, to)) continue;
    of.set(from, to);
  }
  const parts = Map.groupBy(new Set(edges.map(({ from }) => from)), (part) => of.get(part));
  return { of, parts };
});

/** The programme of which an initiative is a part, by nesting or by `part-of`. */
export function programmeOf(all: Universe, initiative: Entity): Entity | undefined {
  return programmes(all).of.get(initiative);
}

/** An initiative and the programmes above it, the nearest first. */
export function withProgrammes(all: Universe, initiative: Entity): readonly Entity[] {
  const line: Entity[] = [];
  for (let at: Entity | undefined = initiative; at !== undefined; at = programmeOf(all, at))
    line.push(at);
  return line;
}

/** Whether what an initiative has from its programme is told there: the programme stands in this project, or in the workspace. */
export function isToldOfProgramme(all: Universe, initiative: Entity): boolean {
  const programme = programmeOf(all, initiative);
  if (programme === undefined) return false;
  const home = all.modelOf(programme);
  return home === all.modelOf(initiative) || home.project.inWorkspace;
}

/** The parts of a programme, directly, in project order. */
export function partsOf(all: Universe, programme: Entity): readonly Entity[] {
  return programmes(all).parts.get(programme) ?? [];
}

/** The parts that count in its figures: cancelled ones do not. */
export function countedParts(all: Universe, programme: Entity): readonly Entity[] {
  return partsOf(all, programme).filter((part) => choiceOf(part, "status") !== "cancelled");
}

/** All parts of a programme, and theirs. */
export function allParts(all: Universe, programme: Entity): readonly Entity[] {
  const found = new Set([programme]);
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of found) for (const part of partsOf(all, one)) found.add(part);
  found.delete(programme);
  return [...found];
}

/** Some work without what is part of other work in it: sums and counts take a programme, not its parts beside it. */
export function withoutParts(all: Universe, work: Iterable<Entity>): readonly Entity[] {
  const among = new Set(work);
  return [...among].filter(
    (one) =>
      !withProgrammes(all, one)
        .slice(1)
        .some((programme) => among.has(programme)),
  );
}

/** Whether something faulty hides what an initiative is a part of, at any step up. */
export function isProgrammeDoubtful(all: Universe, initiative: Entity): boolean {
  return withProgrammes(all, initiative).some((one) => relations(all).part.doubtful(one, "from"));
}

/** Whether something faulty hides what is part of a programme, at any step down. */
export function arePartsDoubtful(all: Universe, programme: Entity): boolean {
  const { part } = relations(all);
  return [programme, ...allParts(all, programme)].some((one) => part.doubtful(one, "to"));
}

/** Whether a declaration in a programme, or the status of a part, is faulty, so that nobody knows which parts count. */
export function isCountDoubtful(all: Universe, programme: Entity): boolean {
  return (
    programme.children.some((child) => child.kind === "initiative" && !child.sure) ||
    partsOf(all, programme).some((part) => unknownIn(part, "status"))
  );
}

/**
 * The word that an initiative writes for a choice, else that of its programme: `type`, `priority`
 * and `framework` are handed down. Undefined too where the nearest one that is written is faulty.
 */
export function inheritedChoice(
  all: Universe,
  initiative: Entity,
  field: string,
): string | undefined {
  const holder = withProgrammes(all, initiative).find((one) => written(one, field));
  return holder === undefined || unknownIn(holder, field) ? undefined : choiceOf(holder, field);
}
