// Initiatives in initiatives and `part-of` → programmes and their parts.
import { memo, memoAlong } from "../memo.ts";
import { choiceOf, type Entity, unknownIn, written } from "./entity.ts";
import { relations } from "./relations.ts";
import type { Universe } from "./universe.ts";

interface Programmes {
  readonly of: ReadonlyMap<Entity, Entity>;
  /** By programme; those of none under `undefined`. */
  readonly parts: ReadonlyMap<Entity | undefined, readonly Entity[]>;
  /** What has a programme or parts, numbered so that all parts of a programme lie within its span. */
  readonly spans: ReadonlyMap<Entity, Span>;
}

interface Span {
  readonly of: Entity;
  readonly first: number;
  readonly last: number;
}

/**
 * Who is part of what, in project order. A reference that would close a circle is ignored, so that
 * every way up ends (language.md, "Programmes").
 */
const programmes: (all: Universe) => Programmes = memo((all) => {
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
  const parts = Map.groupBy(new Set(edges.map(({ from }) => from)), (part) => of.get(part));
  return {
    of,
    parts,
    spans: spansOf(new Set(edges.flatMap(({ from, to }) => [from, to])), of, parts),
  };
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

function spansOf(
  all: ReadonlySet<Entity>,
  of: Programmes["of"],
  parts: Programmes["parts"],
): Programmes["spans"] {
  const spans = new Map<Entity, Span>();
  let count = 0;
  const begin = (one: Entity) => ({
    of: one,
    first: count++,
    rest: (parts.get(one) ?? []).values(),
  });
  for (const top of all) {
    if (of.has(top)) continue;
    const work = [begin(top)];
    for (let at = work.at(-1); at !== undefined; at = work.at(-1)) {
      const step = at.rest.next();
      if (!step.done) {
        work.push(begin(step.value));
        continue;
      }
      spans.set(at.of, { of: at.of, first: at.first, last: count - 1 });
      work.pop();
    }
  }
  return spans;
}

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

/** Whether one is part of another, at any step down. */
export function isPartOf(all: Universe, part: Entity, programme: Entity): boolean {
  const { spans } = programmes(all);
  const [inner, outer] = [spans.get(part), spans.get(programme)];
  if (inner === undefined || outer === undefined || inner === outer) return false;
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Some work without what is part of other work in it: sums and counts take a programme, not its parts beside it. */
export function withoutParts(all: Universe, work: Iterable<Entity>): readonly Entity[] {
  const among = new Set(work);
  if (among.size < 2) return [...among];
  const { spans } = programmes(all);
  const inOrder = [...among].flatMap((one) => spans.get(one) ?? []);
  const inner = new Set<Entity>();
  let last = -1;
  for (const span of inOrder.sort((a, b) => a.first - b.first)) {
    if (span.last <= last) inner.add(span.of);
    else last = span.last;
  }
  return [...among].filter((one) => !inner.has(one));
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
