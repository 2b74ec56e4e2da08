// Links between declarations → which of them lie in a circle of such links, kept up to date link by link.
import type { Chunk } from "../../grammar/tree.ts";
import { Contributions } from "../cells/contributions.ts";
import { type Engine, engineOf, isFollowed, Source } from "../cells/engine.ts";
import { memo } from "../cells/memo.ts";
import { components, isCircle } from "./components.ts";
import type { Entity } from "./entity.ts";
import type { Universe } from "./universe.ts";

/** One declaration leads on to another. */
type Link = readonly [from: Entity, to: Entity];

/** The same by one of several relations. */
type NamedLink<Name> = readonly [name: Name, from: Entity, to: Entity];

/** What of some links lies in a circle of them. */
export interface Tangle {
  /** Whether something lies in a circle. */
  has(all: Universe, entity: Entity): boolean;
  /** Whether nothing does. */
  isEmpty(all: Universe): boolean;
}

/**
 * What stands for a declaration while its text changes: its name in its project, else itself. A link
 * between two names stays the same link.
 */
export type StandIn = string | Entity;

export function standInOf(all: Universe, entity: Entity): StandIn {
  if (!isFollowed(all)) return entity;
  const home = all.homeOf(entity.chunk);
  if (home?.names.get(entity.name) !== entity) return entity;
  const known = numbers(all);
  const number = known.get(home.project.root) ?? known.size;
  known.set(home.project.root, number);
  return `${number} ${entity.name}`;
}

/** A number for the root of each project: of names there are many, and a root is long. */
const numbers = memo((_all: Universe) => new Map<string, number>());

/** Of links, given by the chunk in which they are written, what lies in a circle of them. */
export function tangled(linksIn: (all: Universe, chunk: Chunk) => Iterable<Link>): Tangle {
  return tangles<undefined>(function* (all, chunk) {
    for (const [from, to] of linksIn(all, chunk)) yield [undefined, from, to];
  })(undefined);
}

/** The same for several relations that are written side by side: each has circles of its own. */
export function tangles<Name>(
  linksIn: (all: Universe, chunk: Chunk) => Iterable<NamedLink<Name>>,
): (name: Name) => Tangle {
  const found = memo((all: Universe): { of(name: Name): ReadonlySet<StandIn> } => {
    const engine = engineOf(all);
    if (engine !== undefined) return engine.aside(() => new LiveTangles(engine, all, linksIn));
    const next = new Map<Name, Map<StandIn, StandIn[]>>();
    for (const chunk of all.chunks()) {
      for (const [name, from, to] of linksIn(all, chunk)) {
        const own = next.get(name) ?? new Map<StandIn, StandIn[]>();
        next.set(name, own);
        push(own, from, to);
      }
    }
    const circles = new Map([...next].map(([name, own]) => [name, circling(own)]));
    return { of: (name) => circles.get(name) ?? none };
  });
  return (name) => ({
    isEmpty: (all) => found(all).of(name).size === 0,
    has(all, entity) {
      const slots = found(all).of(name);
      return slots.size > 0 && slots.has(standInOf(all, entity));
    },
  });
}

const none: ReadonlySet<never> = new Set<never>();

function push(lists: Map<StandIn, StandIn[]>, from: StandIn, to: StandIn): void {
  const known = lists.get(from);
  if (known === undefined) lists.set(from, [to]);
  else known.push(to);
}

function circling(next: ReadonlyMap<StandIn, readonly StandIn[]>): ReadonlySet<StandIn> {
  const on = (slot: StandIn) => next.get(slot) ?? [];
  return new Set(
    components(next.keys(), on).flatMap((group) => (isCircle(group, on) ? group : [])),
  );
}

type Given<Name> = readonly (readonly [name: Name, from: StandIn, to: StandIn])[];

class LiveTangles<Name> extends Contributions<Universe, Given<Name>> {
  readonly #linksIn: (all: Universe, chunk: Chunk) => Iterable<NamedLink<Name>>;
  readonly #given = new Map<Chunk, Given<Name>>();
  readonly #circles = new Map<Name, LiveCircles>();

  constructor(
    engine: Engine,
    all: Universe,
    linksIn: (all: Universe, chunk: Chunk) => Iterable<NamedLink<Name>>,
  ) {
    super(engine, all);
    this.#linksIn = linksIn;
    this.start();
  }

  of(name: Name): ReadonlySet<StandIn> {
    this.update();
    return this.#circlesOf(name).now();
  }

  #circlesOf(name: Name): LiveCircles {
    const circles = this.#circles.get(name) ?? new LiveCircles(this.engine);
    this.#circles.set(name, circles);
    return circles;
  }

  override give(chunk: Chunk): Given<Name> {
    return Array.from(
      this.#linksIn(this.whole, chunk),
      ([name, from, to]) => [name, standInOf(this.whole, from), standInOf(this.whole, to)] as const,
    );
  }

  override take(chunk: Chunk, given: Given<Name> = []): void {
    const before = this.#given.get(chunk) ?? [];
    if (given.length === 0) this.#given.delete(chunk);
    else this.#given.set(chunk, given);
    for (const name of new Set([...before, ...given].map(([one]) => one))) {
      const [old, now] = [before, given].map((links) => links.filter(([one]) => one === name));
      this.#circlesOf(name).change(old ?? [], now ?? []);
    }
  }
}

/** Without a circle, a new link closes one only where it leads back to where it comes from. */
class LiveCircles {
  readonly #next = new Map<StandIn, StandIn[]>();
  readonly #source: Source;
  #found: ReadonlySet<StandIn> = none;
  #isStale = true;

  constructor(engine: Engine) {
    this.#source = new Source(engine);
  }

  now(): ReadonlySet<StandIn> {
    this.#source.read();
    if (this.#isStale) {
      this.#isStale = false;
      this.#found = circling(this.#next);
    }
    return this.#found;
  }

  /** Takes the links of a chunk in the place of those that it had. */
  change(before: Given<unknown>, given: Given<unknown>): void {
    const isKnown =
      before.length === given.length &&
      given.every(([, from, to], index) => {
        const known = before[index];
        return known?.[1] === from && known[2] === to;
      });
    if (isKnown) return;
    for (const [, from, to] of before) this.#remove(from, to);
    for (const [, from, to] of given) push(this.#next, from, to);
    if (this.#isStale) return;
    // With circles, each link that comes or goes may make or undo one.
    if (this.#found.size === 0 && !given.some(([, from, to]) => this.#leads(to, from))) return;
    this.#isStale = true;
    this.#source.touch();
  }

  #remove(from: StandIn, to: StandIn): void {
    const known = this.#next.get(from);
    if (known === undefined) return;
    known.splice(known.indexOf(to), 1);
    if (known.length === 0) this.#next.delete(from);
  }

  #leads(from: StandIn, to: StandIn): boolean {
    const seen = new Set([from]);
    // A set may grow while it is walked: what is found here is walked too.
    for (const one of seen) {
      if (one === to) return true;
      for (const next of this.#next.get(one) ?? []) seen.add(next);
    }
    return false;
  }
}
