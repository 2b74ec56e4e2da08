// Initiatives in initiatives and `part-of` → programmes and their parts.
import { isSameList } from "../cells/contributions.ts";
import { memo, memoAlong, memoIn } from "../cells/memo.ts";
import { inCircles } from "./circles.ts";
import { choiceOf, type Entity, unknownIn, written } from "./entity.ts";
import { relations } from "./relations.ts";
import type { Edge } from "./ties.ts";
import type { Universe } from "./universe.ts";

/**
 * The programme of which an initiative is a part, by nesting or else by the first `part-of`. A
 * reference that would close a circle is ignored, so that every way up ends (language.md,
 * "Programmes").
 */
export function programmeOf(all: Universe, initiative: Entity): Entity | undefined {
  // Nothing else is part of anything, and it is asked of all that may be open.
  if (initiative.kind !== "initiative") return undefined;
  const edges = relations(all).part.from(initiative);
  if (edges.length === 0) return undefined;
  if (inCircles.part.has(all, initiative)) return untangled(all).get(initiative);
  return first(edges.filter(({ ref }) => !ref)) ?? first(edges);
}

function first(edges: readonly Edge[]): Entity | undefined {
  return edges.find(({ from, to }) => from.sure && to.sure)?.to;
}

/** The programmes of all work, where some lies in a circle. */
const untangled: (all: Universe) => ReadonlyMap<Entity, Entity> = memo((all) => {
  const of = new Map<Entity, Entity>();
  const top = tops();
  const { edges } = relations(all).part;
  // What nesting says cannot be taken out, so it comes first.
  const inOrder = [...edges.filter(({ ref }) => !ref), ...edges.filter(({ ref }) => ref)];
  for (const { from, to } of inOrder) {
    // Nothing is above `from` yet, so a circle would close where it is itself above `to`.
    if (!from.sure || !to.sure || of.has(from) || top.of(to) === from) continue;
    of.set(from, to);
    top.put(from, to);
  }
  return of;
});

/** The top above each thing, along ways that get shorter with every question. */
function tops(): { of(one: Entity): Entity; put(below: Entity, above: Entity): void } {
  const above = new Map<Entity, Entity>();
  return {
    put: (one, other) => above.set(one, other),
    of(one) {
      let top = one;
      for (let at = above.get(top); at !== undefined; at = above.get(top)) top = at;
      for (let at: Entity | undefined = one; at !== undefined && at !== top; ) {
        const next = above.get(at);
        above.set(at, top);
        at = next;
      }
      return top;
    },
  };
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
  return relations(all).part.to(programme).length === 0 ? none : parts(all, programme);
}

const none: readonly never[] = [];

const parts: (all: Universe, programme: Entity) => readonly Entity[] = memoIn(
  (all, programme) =>
    [
      ...new Set(
        relations(all)
          .part.to(programme)
          .map(({ from }) => from),
      ),
    ].filter((part) => programmeOf(all, part) === programme),
  isSameList,
);

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

/** Whether one is part of another, at any step down. */
export function isPartOf(all: Universe, part: Entity, programme: Entity): boolean {
  for (let at = programmeOf(all, part); at !== undefined; at = programmeOf(all, at))
    if (at === programme) return true;
  return false;
}

/** Some work without what is part of other work in it: sums and counts take a programme, not its parts beside it. */
export function withoutParts(all: Universe, work: Iterable<Entity>): readonly Entity[] {
  const among = new Set(work);
  if (among.size < 2) return [...among];
  /** Of what was walked already, whether some of the work lies above it. */
  const known = new Map<Entity, boolean>();
  const isInner = (one: Entity): boolean => {
    const line: Entity[] = [];
    let found = false;
    for (let at: Entity | undefined = one; at !== undefined && !found; ) {
      const before = known.get(at);
      line.push(at);
      at = before === undefined ? programmeOf(all, at) : undefined;
      found = before ?? (at !== undefined && among.has(at));
    }
    for (const at of line) known.set(at, found);
    return found;
  };
  return [...among].filter((one) => !isInner(one));
}
type Test = (all: Universe, one: Entity) => boolean;

/** What the next step up a line of programmes leads to, for what is handed down along it. */
export function upward(all: Universe, initiative: Entity): readonly Entity[] {
  const programme = programmeOf(all, initiative);
  return programme === undefined ? [] : [programme];
}

/** Whether something holds for an initiative or a programme above it; found once for each of them. */
export function inLine(test: Test): Test {
  const holds: Test = memoAlong(
    upward,
    (all, one) => test(all, one) || upward(all, one).some((programme) => holds(all, programme)),
  );
  return holds;
}

/** Whether something holds for a programme or a part of it, at any step down; found once for each of them. */
export function inParts(test: Test): Test {
  const holds: Test = memoAlong(
    partsOf,
    (all, one) => test(all, one) || partsOf(all, one).some((part) => holds(all, part)),
  );
  return holds;
}

/** The same of the parts that count in its figures. */
export function inCountedParts(test: Test): Test {
  const holds: Test = memoAlong(
    countedParts,
    (all, one) => test(all, one) || countedParts(all, one).some((part) => holds(all, part)),
  );
  return holds;
}

/** Whether something faulty hides what an initiative is a part of, at any step up. */
export const isProgrammeDoubtful = inLine((all, one) => relations(all).part.doubtful(one, "from"));

/** Whether something faulty hides what is part of a programme, at any step down. */
export const arePartsDoubtful = inParts((all, one) => relations(all).part.doubtful(one, "to"));

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
  field: "type" | "priority" | "framework",
): string | undefined {
  return handedDown[field](all, initiative);
}

const handedDown = {
  type: choice("type"),
  priority: choice("priority"),
  framework: choice("framework"),
};

function choice(field: string): (all: Universe, initiative: Entity) => string | undefined {
  const word: (all: Universe, initiative: Entity) => string | undefined = memoAlong(
    upward,
    (all, one) => {
      if (written(one, field)) return unknownIn(one, field) ? undefined : choiceOf(one, field);
      const programme = programmeOf(all, one);
      return programme && word(all, programme);
    },
  );
  return word;
}
