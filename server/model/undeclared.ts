// References of a project → the roles, teams, stakeholders, skills and technologies that it uses and nobody declares.
import { freeKinds, type Kind } from "../../grammar/vocabulary.ts";
import { memo } from "../memo.ts";
import type { SourceFile } from "../project/project.ts";
import { nearIndex } from "../words/near.ts";
import { isSlipOf } from "../words/slips.ts";
import type { Entity, Ref } from "./entity.ts";
import { allRefs, kindsOf, resolveRef } from "./resolve.ts";
import type { Model, Universe } from "./universe.ts";

/** A name that is used and not declared. */
export interface Undeclared {
  readonly name: string;
  /** By file, in project order; in each the uses in the order of the text. */
  readonly uses: ReadonlyMap<SourceFile, readonly Ref[]>;
  /** What it can be, wherever it is used; none where it is used for things that differ. */
  readonly kinds: readonly Kind[];
  /** The one thing that is declared under a name a slip away, and may be meant. */
  readonly near: Entity | undefined;
}

/** All names that a project uses without declaring them, in the order of their first use. */
export const undeclared: (model: Model) => readonly Undeclared[] = memo((model) => {
  const uses = new Map<string, Map<SourceFile, Ref[]>>();
  for (const ref of freeRefs(model)) {
    const file = model.places.get(ref.from.chunk)?.file;
    if (file === undefined) continue;
    let files = uses.get(ref.name);
    if (files === undefined) {
      files = new Map();
      uses.set(ref.name, files);
    }
    const inFile = files.get(file);
    if (inFile === undefined) files.set(file, [ref]);
    else inFile.push(ref);
  }
  const near = nearIndex([...model.names.values()], ({ name }) => name, uses.size);
  return [...uses].map(([name, files]) => {
    const kinds = sharedKinds([...files.values()].flat());
    return { name, uses: files, kinds, near: nearest(near(name), name, kinds) };
  });
});

/** The declared thing that a name which nobody declared probably stands for, by that name. */
const nearOf: (model: Model) => ReadonlyMap<string, Entity> = memo(
  (model) =>
    new Map(undeclared(model).flatMap(({ name, near }) => (near ? [[name, near] as const] : []))),
);

/** What a reference to an undeclared name probably means: something whose name is nearly the same. */
export function slipOf(all: Universe, ref: Ref): Entity | undefined {
  if (resolveRef(all, ref).is !== "free") return undefined;
  return nearOf(all.modelOf(ref.from)).get(ref.name);
}

/** The references of a project to what nobody declared, in project order. */
function freeRefs(model: Model): readonly Ref[] {
  const files = [...model.project.files.values()];
  const order = new Map(files.map((file, index) => [file, index]));
  const found: { ref: Ref; file: number; start: number }[] = [];
  for (const entity of model.entities) {
    if (!entity.sure) continue;
    const place = model.places.get(entity.chunk);
    if (place === undefined) continue;
    const file = order.get(place.file) ?? 0;
    for (const ref of allRefs(entity)) {
      if (resolveRef(model.universe, ref).is !== "free") continue;
      found.push({ ref, file, start: place.start + ref.span.start });
    }
  }
  // A parent may go on behind its children, so the order of the entities is not that of the text.
  return found.sort((a, b) => a.file - b.file || a.start - b.start).map(({ ref }) => ref);
}

function sharedKinds(refs: readonly Ref[]): readonly Kind[] {
  const [first = [], ...others] = refs.map(kindsOf);
  return first.filter(
    (kind) => freeKinds.has(kind) && others.every((kinds) => kinds.includes(kind)),
  );
}

/** The one declared thing whose name is a slip away; undefined where there is none, or more than one. */
function nearest(
  declared: readonly Entity[],
  name: string,
  kinds: readonly Kind[],
): Entity | undefined {
  if (kinds.length === 0) return undefined;
  let found: Entity | undefined;
  for (const entity of declared) {
    // What a misspelt kind declares is declared all the same.
    if (entity.kind !== undefined && !kinds.includes(entity.kind)) continue;
    if (!isSlipOf(name, entity.name)) continue;
    if (found !== undefined) return undefined;
    found = entity;
  }
  return found;
}
