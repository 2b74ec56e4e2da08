// References of a project → the roles, teams, stakeholders, skills and technologies that it uses and nobody declares.
import type { Chunk } from "../../grammar/tree.ts";
import { freeKinds, type Kind } from "../../grammar/vocabulary.ts";
import { isSameList } from "../cells/contributions.ts";
import { distinct } from "../cells/distinct.ts";
import { isFollowed } from "../cells/engine.ts";
import { memo, memoIn } from "../cells/memo.ts";
import { nearIndex } from "../words/near.ts";
import { isSlipOf } from "../words/slips.ts";
import type { Entity, Ref } from "./entity.ts";
import { outline } from "./outline.ts";
import { allRefs, type Given, givenIn, kindsOf, namesNear, resolveRef } from "./resolve.ts";
import type { Model, Universe } from "./universe.ts";

/** What a name that is used and not declared probably means. */
export interface Meant {
  readonly name: string;
  /** What it can be, wherever it is used; none where it is used for things that differ. */
  readonly kinds: readonly Kind[];
  /** The one thing that is declared under a name a slip away, and may be meant. */
  readonly near: Entity | undefined;
}

/** A name that is used and not declared. */
export interface Undeclared extends Meant {
  /** In project order. */
  readonly uses: readonly Ref[];
}

/** All names that a project uses without declaring them, in the order of their first use. */
export const undeclared: (model: Model) => readonly Undeclared[] = memo((model) => {
  const uses = new Map<string, Ref[]>();
  for (const path of model.paths())
    for (const [name, refs] of freeUses(model, path)) {
      const known = uses.get(name);
      if (known === undefined) uses.set(name, [...refs]);
      else for (const ref of refs) known.push(ref);
    }
  // Of what is declared only some can be used without being declared.
  const free = givenIn(model).filter(
    ({ entity: { kind } }) => kind === undefined || freeKinds.has(kind),
  );
  const near = nearIndex(free, ({ name }) => name, uses.size);
  return [...uses].map(([name, refs]) => {
    const kinds = shared(refs.map(kindsOf));
    return { name, uses: refs, kinds, near: nearest(near(name), name, kinds) };
  });
});

/** What a reference to an undeclared name probably means: something whose name is nearly the same. */
export function slipOf(all: Universe, ref: Ref): Entity | undefined {
  if (resolveRef(all, ref).is !== "free") return undefined;
  const home = all.homeOf(ref.from.chunk);
  return home && meantBy(home, ref.name).near;
}

/** What an undeclared name can be, wherever it is used, and what is declared under nearly that name. */
export function meantBy(model: Model, name: string): Meant {
  if (isFollowed(model)) return meantHere(model, name);
  return byName(model).get(name) ?? { name, kinds: [], near: undefined };
}

const meantHere: (model: Model, name: string) => Meant = memoIn(
  (model, name) => {
    const kinds = shared(kindsUsed(model, name));
    return { name, kinds, near: nearest(namesNear(model, name), name, kinds) };
  },
  (a, b) => a.near === b.near && isSameList(a.kinds, b.kinds),
);

/** The references of a file to what nobody declared, name by name, in the order of the text. */
export const freeUses: (model: Model, path: string) => ReadonlyMap<string, readonly Ref[]> = memoIn(
  (model, path) => {
    const refs = model.chunksIn(path).flatMap((chunk) => freeInChunk(model, chunk));
    return Map.groupBy(refs, ({ name }) => name);
  },
  (a, b) => isSameList([...a.values()].flat(), [...b.values()].flat()),
);

/** A name that a project uses without declaring it. */
export function undeclaredAs(model: Model, name: string): Undeclared | undefined {
  return byName(model).get(name);
}

const byName: (model: Model) => ReadonlyMap<string, Undeclared> = memo(
  (model) => new Map(undeclared(model).map((one) => [one.name, one])),
);

/** What each undeclared name can be where it is used; the lists are those of fields. */
const kindsUsed = distinct<Model, string, readonly Kind[]>(function* (model, chunk) {
  for (const ref of freeInChunk(model, chunk)) yield [ref.name, kindsOf(ref)];
});

/** The references of the sure declarations of a chunk to what nobody declared, in the order of the text. */
function freeInChunk({ universe }: Model, chunk: Chunk): readonly Ref[] {
  return outline(chunk)
    .entities.filter((entity) => entity.sure)
    .flatMap((entity) => allRefs(entity).filter((ref) => resolveRef(universe, ref).is === "free"))
    .sort((a, b) => a.span.start - b.span.start);
}

function shared(uses: readonly (readonly Kind[])[]): readonly Kind[] {
  // The narrowest first: in which order a name is used says nothing of what it is.
  const [first = [], ...others] = [...new Set(uses)].sort((a, b) => a.length - b.length);
  return first.filter(
    (kind) => freeKinds.has(kind) && others.every((kinds) => kinds.includes(kind)),
  );
}

/** The one declared thing whose name is a slip away; undefined where there is none, or more than one. */
function nearest(
  declared: readonly Given[],
  name: string,
  kinds: readonly Kind[],
): Entity | undefined {
  if (kinds.length === 0) return undefined;
  let found: Entity | undefined;
  for (const { entity } of declared) {
    // What a misspelt kind declares is declared all the same.
    if (entity.kind !== undefined && !kinds.includes(entity.kind)) continue;
    if (!isSlipOf(name, entity.name)) continue;
    if (found !== undefined) return undefined;
    found = entity;
  }
  return found;
}
