// Links between declarations → which of them lie in a circle of such links, kept up to date link by link.
import type { Chunk } from "../../grammar/tree.ts";
import { Contributions } from "../cells/contributions.ts";
import { type Engine, engineOf, Source } from "../cells/engine.ts";
import { memo } from "../cells/memo.ts";
import { components, isCircle } from "./components.ts";
import type { Entity } from "./entity.ts";
import type { Universe } from "./universe.ts";

/** One declaration leads on to another. */
type Link = readonly [from: Entity, to: Entity];

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
  const home = all.homeOf(entity.chunk);
  return home?.names.get(entity.name) === entity ? `${home.project.root}\n${entity.name}` : entity;
}

/** Of links, given by the chunk in which they are written, what lies in a circle of them. */
export function tangled(linksIn: (all: Universe, chunk: Chunk) => Iterable<Link>): Tangle {
  const found = memo((all: Universe): { has(slot: StandIn): boolean; readonly size: number } => {
    const engine = engineOf(all);
    if (engine !== undefined) return engine.aside(() => new LiveTangle(engine, all, linksIn));
    const next = new Map<StandIn, StandIn[]>();
    for (const chunk of all.chunks())
      for (const [from, to] of linksIn(all, chunk))
        push(next, standInOf(all, from), standInOf(all, to));
    return circling(next);
  });
  return {
    isEmpty: (all) => found(all).size === 0,
    has(all, entity) {
      const slots = found(all);
      return slots.size > 0 && slots.has(standInOf(all, entity));
    },
  };
}

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

/** Without a circle, a new link closes one only where it leads back to where it comes from. */
class LiveTangle extends Contributions<Universe, readonly (readonly [StandIn, StandIn])[]> {
  readonly #linksIn: (all: Universe, chunk: Chunk) => Iterable<Link>;
  readonly #given = new Map<Chunk, readonly (readonly [StandIn, StandIn])[]>();
  readonly #next = new Map<StandIn, StandIn[]>();
  readonly #source: Source;
  #found: ReadonlySet<StandIn> = new Set();
  #isStale = true;

  constructor(
    engine: Engine,
    all: Universe,
    linksIn: (all: Universe, chunk: Chunk) => Iterable<Link>,
  ) {
    super(engine, all);
    this.#linksIn = linksIn;
    this.#source = new Source(engine);
    this.start();
  }

  get size(): number {
    return this.#now().size;
  }

  has(slot: StandIn): boolean {
    return this.#now().has(slot);
  }

  #now(): ReadonlySet<StandIn> {
    this.update();
    this.#source.read();
    if (this.#isStale) {
      this.#isStale = false;
      this.#found = circling(this.#next);
    }
    return this.#found;
  }

  override give(chunk: Chunk): readonly (readonly [StandIn, StandIn])[] {
    return [...this.#linksIn(this.whole, chunk)].map(
      ([from, to]) => [standInOf(this.whole, from), standInOf(this.whole, to)] as const,
    );
  }

  override take(chunk: Chunk, given: readonly (readonly [StandIn, StandIn])[] = []): void {
    const before = this.#given.get(chunk) ?? [];
    if (given.length === 0) this.#given.delete(chunk);
    else this.#given.set(chunk, given);
    const isKnown =
      before.length === given.length &&
      given.every(([from, to], index) => {
        const known = before[index];
        return known?.[0] === from && known[1] === to;
      });
    if (isKnown) return;
    for (const [from, to] of before) this.#remove(from, to);
    for (const [from, to] of given) push(this.#next, from, to);
    if (this.#isStale) return;
    // With circles, each link that comes or goes may make or undo one.
    if (this.#found.size === 0 && !given.some(([from, to]) => this.#leads(to, from))) return;
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
