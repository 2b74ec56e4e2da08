// A reference → the entity it names, or what is wrong with it.
import { nfc } from "../../grammar/values.ts";
import { freeKinds, type Kind } from "../../grammar/vocabulary.ts";
import { memo } from "../memo.ts";
import type { Entity, Ref } from "./entity.ts";
import type { Alias, Model, Universe } from "./universe.ts";
import { meant } from "./words.ts";

export type Target =
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

const caches = new WeakMap<Universe, Map<Ref, Target>>();

/** What a reference names. Looked up once per reference and workspace version. */
export function resolveRef(all: Universe, ref: Ref): Target {
  let cache = caches.get(all);
  if (cache === undefined) {
    cache = new Map();
    caches.set(all, cache);
  }
  let target = cache.get(ref);
  if (target === undefined) {
    target = lookUp(all.modelOf(ref.from), ref);
    cache.set(ref, target);
  }
  return target;
}

/** The entity that a reference names, if it exists and has a kind that the field takes. */
export function entityOf(all: Universe, ref: Ref): Entity | undefined {
  const target = resolveRef(all, ref);
  return target.is === "entity" ? target.entity : undefined;
}

/** The kinds that the field of a reference takes. */
export function kindsOf(ref: Ref): readonly Kind[] {
  return ref.field.types.flatMap((type) => (type.is === "reference" ? type.to : period(type.is)));
}

/** Behind `after` stands what a dependency may name. */
function period(is: string): readonly Kind[] {
  return is === "period" ? ["initiative", "milestone"] : [];
}

function lookUp(model: Model, ref: Ref): Target {
  const path = ref.path.map((word) => nfc(word.text));
  const kinds = kindsOf(ref);
  const [first = "", ...rest] = path;
  const file = model.places.get(ref.from.chunk)?.file;
  const alias = file && model.aliases.get(file)?.get(first);
  if (alias !== undefined && rest.length > 0) {
    const other = alias.root === undefined ? undefined : model.universe.models.get(alias.root);
    if (other === undefined) return { is: "unknown" };
    return within(other, rest, kinds, `${first}.`) ?? missing(other, rest, kinds, `${first}.`);
  }
  // An import gives names; it is none that a field can take.
  if (alias !== undefined && !model.names.has(first)) return { is: "missing", alias };
  const found = within(model, path, kinds, "");
  if (found !== undefined) return found;
  const free = path.length === 1 && kinds.some((kind) => freeKinds.has(kind));
  // Where any kind may be named, a name stands for something undeclared only if another field uses it so.
  if (free && (kinds.length <= 5 || freeNames(model).has(first))) return { is: "free" };
  return missing(model, path, kinds, "");
}

function within(
  model: Model,
  path: readonly string[],
  kinds: readonly Kind[],
  prefix: string,
): Target | undefined {
  const [name = "", inner, more] = path;
  const entity = model.names.get(name);
  if (entity === undefined || more !== undefined) return undefined;
  if (inner === undefined) return fits(entity, kinds);
  if (entity.kind !== "initiative" && entity.sure) return missing(model, path, kinds, prefix);
  const milestone = entity.children.find((child) => child.name === inner && isMilestone(child));
  return milestone === undefined ? undefined : fits(milestone, kinds);
}

function isMilestone(entity: Entity): boolean {
  return entity.kind === "milestone" || entity.kind === undefined;
}

function fits(entity: Entity, kinds: readonly Kind[]): Target {
  if (entity.kind === undefined || kinds.includes(entity.kind)) return { is: "entity", entity };
  return { is: "wrong-kind", entity };
}

function missing(
  model: Model,
  path: readonly string[],
  kinds: readonly Kind[],
  prefix: string,
): Target {
  const [first = "", inner] = path;
  const near =
    inner === undefined ? nearName(model, first, kinds) : nearMilestone(model, first, inner);
  return near === undefined
    ? { is: "missing" }
    : { is: "missing", near: { ...near, text: prefix + near.text } };
}

function nearName(
  model: Model,
  name: string,
  kinds: readonly Kind[],
): { entity: Entity; text: string } | undefined {
  const possible = [...model.names.values()].filter(
    (entity) => entity.kind !== undefined && kinds.includes(entity.kind),
  );
  if (kinds.includes("milestone")) {
    for (const initiative of model.of("initiative")) {
      const milestone = initiative.children.find(
        (child) => child.kind === "milestone" && child.name === name,
      );
      if (milestone !== undefined) return { entity: milestone, text: `${initiative.name}.${name}` };
    }
  }
  const guess = meant(name, possible);
  const entity = guess === undefined ? undefined : model.names.get(guess);
  return entity && { entity, text: entity.name };
}

function nearMilestone(
  model: Model,
  name: string,
  inner: string,
): { entity: Entity; text: string } | undefined {
  const guess = meant(name, model.of("initiative"));
  const initiative =
    model.names.get(name) ?? (guess === undefined ? undefined : model.names.get(guess));
  if (initiative === undefined) return undefined;
  const milestones = initiative.children.filter((child) => child.kind === "milestone");
  const near = meant(inner, milestones);
  const entity = milestones.find((child) => child.name === near);
  return entity && { entity, text: `${initiative.name}.${entity.name}` };
}

const usedNames = new WeakMap<Model, ReadonlySet<string>>();

/** Names that some field uses for a role, team, stakeholder, skill or technology. */
function freeNames(model: Model): ReadonlySet<string> {
  let names = usedNames.get(model);
  if (names === undefined) {
    const all = new Set<string>();
    for (const entity of model.entities) {
      for (const ref of allRefs(entity)) {
        const kinds = kindsOf(ref);
        if (kinds.length <= 5 && ref.path.length === 1 && kinds.some((kind) => freeKinds.has(kind)))
          all.add(ref.name);
      }
    }
    names = all;
    usedNames.set(model, names);
  }
  return names;
}

/** Every reference that an entity itself writes, in the order of its fields; `after` included. */
export const allRefs: (entity: Entity) => readonly Ref[] = memo((entity) => {
  const refs: Ref[] = [];
  for (const use of entity.fields.values()) {
    for (const value of use.values) {
      if (value.is === "reference") refs.push(value.ref);
      else if (value.is === "period") refs.push(...(value.after ?? []));
    }
  }
  return refs;
});
