// A reference → the entity it names, or what is wrong with it.
import type { Chunk } from "../../grammar/tree.ts";
import { nfc } from "../../grammar/values.ts";
import { type FieldEntry, freeKinds, type Kind } from "../../grammar/vocabulary.ts";
import { isFollowed } from "../cells/engine.ts";
import { indexed } from "../cells/indexed.ts";
import { memo, memoIn } from "../cells/memo.ts";
import { present } from "../cells/present.ts";
import type { SourceFile } from "../project/project.ts";
import { guess } from "../words/guess.ts";
import { type Near, nearIndex } from "../words/near.ts";
import { alike } from "./alike.ts";
import type { Entity, Ref } from "./entity.ts";
import { outline } from "./outline.ts";
import type { Alias, Model, Universe } from "./universe.ts";

type Target =
  /** The entity; an unsure one where its own kind is in doubt. */
  | { readonly is: "entity"; readonly entity: Entity }
  /** A role, team, stakeholder, skill or technology that nobody declared. */
  | { readonly is: "free" }
  | { readonly is: "wrong-kind"; readonly entity: Entity }
  /** `near`: what was probably meant, and how to write it; `alias`: the import that is named alone. */
  | {
      readonly is: "missing";
      readonly near?: { readonly entity: Entity; readonly text: string };
      readonly alias?: Alias;
    }
  /** Behind an import that cannot be read: nothing follows from it. */
  | { readonly is: "unknown" };

/** What a reference names. Looked up once for all of a chunk, as long as what its names stand for stays. */
export function resolveRef(all: Universe, ref: Ref): Target {
  const { chunk } = ref.from;
  return targetsIn(all, chunk).get(ref) ?? lookUpIn(all, chunk)(ref);
}

const targetsIn: (all: Universe, chunk: Chunk) => ReadonlyMap<Ref, Target> = memoIn(
  (all, chunk) => {
    const refs = outline(chunk).entities.flatMap(allRefs);
    if (refs.length === 0) return noTargets;
    const find = lookUpIn(all, chunk);
    return new Map(refs.map((ref) => [ref, find(ref)]));
  },
  (a, b) => [...a].every(([ref, target]) => isSameTarget(target, b.get(ref))),
);

const noTargets: ReadonlyMap<Ref, never> = new Map<Ref, never>();

function isSameTarget(a: Target, b: Target | undefined): boolean {
  if (a.is !== b?.is) return false;
  if (a.is === "missing" && b.is === "missing")
    return (
      a.alias === b.alias && a.near?.entity === b.near?.entity && a.near?.text === b.near?.text
    );
  return !("entity" in a) || !("entity" in b) || a.entity === b.entity;
}

/** Looks up references of a chunk: where that stands is found once for all of them. */
function lookUpIn(all: Universe, chunk: Chunk): (ref: Ref) => Target {
  const model = all.homeOf(chunk);
  const path = model?.pathOf(chunk);
  return (ref) => {
    if (model === undefined) throw new Error(`No project holds '${ref.name}'.`);
    return lookUp(model, ref, path);
  };
}

/** What a reference would name if its text stood in a file of a project. */
export function resolveIn(model: Model, file: SourceFile, ref: Ref): Target {
  return lookUp(model, ref, file.path);
}

/** The entity that a reference names, if it exists and has a kind that the field takes. */
export function entityOf(all: Universe, ref: Ref): Entity | undefined {
  const target = resolveRef(all, ref);
  return target.is === "entity" ? target.entity : undefined;
}

/** The kinds that the field of a reference takes. */
export function kindsOf(ref: Ref): readonly Kind[] {
  return kindsIn(ref.field);
}

const kindsIn: (field: FieldEntry) => readonly Kind[] = memo(({ types }) =>
  types.flatMap((type) => (type.is === "reference" ? type.to : period(type.is))),
);

/** Behind `after` stands what a dependency may name. */
function period(is: string): readonly Kind[] {
  return is === "period" ? ["initiative", "milestone"] : [];
}

/** The same of all of them: there are many. */
const ofNobody: Target = { is: "free" };

function lookUp(model: Model, ref: Ref, file: string | undefined): Target {
  const path = ref.path.map((word) => nfc(word.text));
  const kinds = kindsOf(ref);
  const [first = "", ...rest] = path;
  const alias = file === undefined ? undefined : model.aliases.get(file)?.get(first);
  if (alias !== undefined && rest.length > 0) {
    const other = alias.root === undefined ? undefined : model.universe.models.get(alias.root);
    if (other === undefined) return { is: "unknown" };
    return within(other, rest, ref, `${first}.`) ?? missing(other, rest, ref, `${first}.`);
  }
  // An import gives names; it is none that a field can take.
  if (alias !== undefined && !model.names.has(first)) return { is: "missing", alias };
  const found = within(model, path, ref, "");
  if (found !== undefined) return found;
  const free = path.length === 1 && kinds.some((kind) => freeKinds.has(kind));
  // Where any kind may be named, a name stands for something undeclared only if another field uses it so.
  if (free && (kinds.length <= 5 || isFreeName(model, first))) return ofNobody;
  return missing(model, path, ref, "");
}

function within(
  model: Model,
  path: readonly string[],
  ref: Ref,
  prefix: string,
): Target | undefined {
  const [name = "", inner, more] = path;
  const entity = model.names.get(name);
  if (entity === undefined || more !== undefined) return undefined;
  const kinds = kindsOf(ref);
  if (inner === undefined) return fits(entity, kinds);
  if (entity.kind !== "initiative" && entity.sure) return missing(model, path, ref, prefix);
  const milestone = milestonesIn(entity).get(inner);
  return milestone === undefined ? undefined : fits(milestone, kinds);
}

/** The milestones of an initiative by name; the first where a name is taken twice. */
const milestonesIn: (entity: Entity) => ReadonlyMap<string, Entity> = memo((entity) => {
  const found = new Map<string, Entity>();
  for (const child of entity.children)
    if (isMilestone(child) && !found.has(child.name)) found.set(child.name, child);
  return found;
});

function isMilestone(entity: Entity): boolean {
  return entity.kind === "milestone" || entity.kind === undefined;
}

function fits(entity: Entity, kinds: readonly Kind[]): Target {
  if (entity.kind === undefined || kinds.includes(entity.kind)) return { is: "entity", entity };
  return { is: "wrong-kind", entity };
}

function missing(model: Model, path: readonly string[], ref: Ref, prefix: string): Target {
  const [first = "", inner] = path;
  const near = inner === undefined ? nearName(model, first, ref) : nearMilestone(model, path);
  return near === undefined
    ? { is: "missing" }
    : { is: "missing", near: { ...near, text: prefix + near.text } };
}

interface Meant {
  readonly entity: Entity;
  readonly text: string;
}

/** What is declared under nearly that name, whatever else is wrong with its declaration; not itself. */
function nearName(model: Model, name: string, ref: Ref): Meant | undefined {
  const kinds = kindsOf(ref);
  if (kinds.includes("milestone")) {
    const [milestone, other] = nestedMilestones(model).get(name);
    if (milestone?.parent !== undefined && other === undefined)
      return { entity: milestone, text: `${milestone.parent.name}.${name}` };
  }
  const possible = namesNear(model, written(name)).filter(({ entity }) => {
    const fits = entity.kind === undefined || kinds.includes(entity.kind);
    return fits && entity !== ref.from;
  });
  const found = guess(name, possible)?.one;
  return found && { entity: found.entity, text: found.name };
}

function nearMilestone(
  model: Model,
  [name = "", inner = ""]: readonly string[],
): Meant | undefined {
  const near = () => guess(name, initiativesNear(model, written(name)))?.one.name ?? "";
  const initiative = model.names.get(name) ?? model.names.get(near());
  if (initiative === undefined) return undefined;
  const entity = guess(inner, milestonesNear(initiative)(written(inner)))?.one;
  return entity && { entity, text: `${initiative.name}.${entity.name}` };
}

const milestonesNear: (initiative: Entity) => Near<Entity> = memo(({ children }) => {
  const milestones = children.filter(isMilestone);
  return nearIndex(milestones, ({ name }) => name, milestones.length);
});

/** A word as it is compared with names. */
function written(word: string): string {
  return word.replace(/[\s_]+/g, "-");
}

/** About how many words of a project name nothing. */
const strayWords: (model: Model) => number = memo((model) => {
  const known = ({ path, name }: Ref) => path.length === 1 && model.names.has(name);
  return model.entities.flatMap((one) => allRefs(one).filter((ref) => !known(ref))).length;
});

/** Something declared, and the name that it gives. */
export interface Given {
  readonly name: string;
  readonly entity: Entity;
}

const given = memo((model: Model) =>
  nearIndex(givenIn(model), ({ name }) => name, strayWords(model)),
);

/** All names of a project. */
export function givenIn(model: Model): readonly Given[] {
  return [...model.names.all()].map(([name, entity]) => ({ name, entity }));
}

const givenInitiatives = memo((model: Model) =>
  nearIndex(
    model.of("initiative").filter((one) => model.names.get(one.name) === one),
    ({ name }) => name,
    strayWords(model),
  ),
);

/** What a word may stand for, and perhaps some more; of a project that is followed, found without all of it. */
export function namesNear(model: Model, word: string): readonly Given[] {
  return isFollowed(model) ? near(model, word) : given(model)(word);
}

function initiativesNear(model: Model, word: string): readonly { readonly name: string }[] {
  return isFollowed(model)
    ? near(model, word).filter(({ entity }) => entity.sure && entity.kind === "initiative")
    : givenInitiatives(model)(word);
}

function near(model: Model, word: string): readonly Given[] {
  return [...alike(model, word.toLowerCase())].flatMap((name) => {
    const entity = model.names.get(name);
    return entity === undefined ? [] : [{ name, entity }];
  });
}

/** Milestones in initiatives, by name. */
const nestedMilestones = indexed<Model, string, Entity>(function* (_model, chunk) {
  for (const one of outline(chunk).entities)
    if (one.sure && one.kind === "milestone" && one.parent !== undefined) yield [one.name, one];
});

/** Names that some field uses for a role, team, stakeholder, skill or technology. */
const isFreeName = present<Model, string>(function* (_model, chunk) {
  for (const entity of outline(chunk).entities) {
    for (const ref of allRefs(entity)) {
      const kinds = kindsOf(ref);
      if (kinds.length <= 5 && ref.path.length === 1 && kinds.some((kind) => freeKinds.has(kind)))
        yield ref.name;
    }
  }
});

/** Every reference that an entity itself writes, in the order of its fields; `after` included. */
export function allRefs(entity: Entity): readonly Ref[] {
  const refs: Ref[] = [];
  for (const use of entity.fields.values()) {
    for (const value of use.values) {
      if (value.is === "reference") refs.push(value.ref);
      else if (value.is === "period") for (const one of value.after ?? []) refs.push(one);
    }
  }
  return refs;
}
