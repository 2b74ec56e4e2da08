// Declarations of a universe → ids that are short, and told apart where a name is given twice.
import type { Chunk } from "../../grammar/tree.ts";
import type { Kind } from "../../grammar/vocabulary.ts";
import { indexed } from "../cells/indexed.ts";
import { memo, memoIn } from "../cells/memo.ts";
import { called, type Entity } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import type { Model, Universe } from "../model/universe.ts";

/** Of two that are called the same, the first is told without a number. */
const order: readonly (Kind | undefined)[] = [
  "initiative",
  "objective",
  "review",
  "milestone",
  "kpi",
  "risk",
  "team",
  "role",
  "skill",
];

/** All that a view may show, by project and by what it is called. */
const namesakes = indexed<Universe, string, Entity>(function* (all, chunk) {
  for (const entity of outline(chunk).entities) {
    const isInside = entity.kind === "milestone" && entity.parent !== undefined;
    if (order.includes(entity.kind) && !isInside) yield [keyOf(all, chunk, called(entity)), entity];
  }
});

/** The chunks of a universe, by project and by what their first declaration is called. */
const heads = indexed<Universe, string, Chunk>(function* (all, chunk) {
  const [first] = outline(chunk).entities;
  if (first !== undefined) yield [keyOf(all, chunk, called(first)), chunk];
});

function keyOf(all: Universe, chunk: Chunk, name: string): string {
  return `${all.homeOf(chunk)?.project.root}\n${name}`;
}

type Numbers<Thing> = ReadonlyMap<Thing, number>;

const numbersOfNamesakes: (all: Universe, key: string) => Numbers<Entity> = memoIn((all, key) => {
  const rank = ({ sure, kind }: Entity) => (sure ? 0 : order.length) + order.indexOf(kind);
  return numbered(
    namesakes(all)
      .get(key)
      .toSorted((a, b) => rank(a) - rank(b)),
  );
});

const numbersOfHeads: (all: Universe, key: string) => Numbers<Chunk> = memoIn((all, key) =>
  numbered(heads(all).get(key)),
);

function numbered<Thing>(things: readonly Thing[]): Numbers<Thing> {
  return new Map(things.map((one, index) => [one, index + 1]));
}

/** "crm", of another project "corporate.crm"; of a second one "crm~2". */
export function idIn(model: Model, entity: Entity): string {
  const all = model.universe;
  const { chunk } = entity;
  const home = all.homeOf(chunk);
  const prefix = home === model || home === undefined ? "" : `${prefixes(model).get(home)}.`;
  const number = numbersOfNamesakes(all, keyOf(all, chunk, called(entity))).get(entity) ?? 1;
  return prefix + withNumber(called(entity), number);
}

/** What stands for a chunk as long as what it declares first keeps its name; undefined without a declaration. */
export function chunkNameOf(all: Universe, chunk: Chunk): string | undefined {
  const [first] = outline(chunk).entities;
  if (first === undefined) return undefined;
  const key = keyOf(all, chunk, called(first));
  return withNumber(called(first), numbersOfHeads(all, key).get(chunk) ?? 1);
}

function withNumber(name: string, number: number): string {
  return number === 1 ? name : `${name}~${number}`;
}

/** How the other projects are called in this one: as their folders are. */
const prefixes: (model: Model) => ReadonlyMap<Model, string> = memo((model) => {
  const found = new Map<Model, string>();
  const counts = new Map<string, number>();
  for (const other of model.universe.models.values()) {
    if (other === model) continue;
    const name = other.project.root.split("/").at(-1) ?? "";
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    found.set(other, withNumber(name, count));
  }
  return found;
});
