// The kinds that a field takes → the names that may stand there, open ones first.
import type { FieldEntry, Kind } from "../../grammar/vocabulary.ts";
import { freeKinds } from "../../grammar/vocabulary.ts";
import { memo } from "../memo.ts";
import { called, type Entity, refsOf } from "../model/entity.ts";
import { allRefs, kindsOf, resolveRef } from "../model/resolve.ts";
import { isOpen } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import type { SourceFile } from "../project.ts";
import type { EntityKey, Suggestion } from "./suggestion.ts";

/** Where names are asked for. */
export interface Asked {
  readonly model: Model;
  readonly file: SourceFile;
  readonly kinds: readonly Kind[];
  /** The declaration that asks; it does not name itself. */
  readonly entity: Entity | undefined;
  /** Names that the list has already. */
  readonly others: readonly string[];
}

/** The kinds that a field takes as references; behind `after`, what can be waited for. */
export function askedKinds(entry: FieldEntry): readonly Kind[] {
  return entry.types.flatMap((type): readonly Kind[] => {
    if (type.is === "reference") return type.to;
    return type.is === "period" && type.after ? ["initiative", "milestone"] : [];
  });
}

/** All names that fit, behind the dotted words that stand already. */
export function names(asked: Asked, path: readonly string[]): readonly Suggestion[] {
  const { model, file } = asked;
  const [first, second] = path;
  const aliases = model.aliases.get(file);
  if (first === undefined) {
    const imported = [...(aliases?.values() ?? [])].flatMap((alias) => {
      const other = alias.root === undefined ? undefined : model.universe.models.get(alias.root);
      return other === undefined ? [] : namesOf(asked, other, `${alias.name}.`, 4);
    });
    return without([...namesOf(asked, model, "", 0), ...undeclared(asked), ...imported], asked);
  }
  const alias = aliases?.get(first);
  const other = alias?.root === undefined ? undefined : model.universe.models.get(alias.root);
  if (alias !== undefined) {
    if (other === undefined) return [];
    return second === undefined ? namesOf(asked, other, "", 0) : milestones(other, second);
  }
  return milestones(model, first);
}

function without(found: readonly Suggestion[], asked: Asked): readonly Suggestion[] {
  const others = new Set(asked.others);
  return found.filter((one) => !others.has(one.label));
}

function namesOf(asked: Asked, model: Model, prefix: string, rank: number): readonly Suggestion[] {
  const found: Suggestion[] = [];
  for (const kind of asked.kinds) {
    for (const entity of model.of(kind)) {
      if (entity === asked.entity || entity.name === "") continue;
      const isMilestone = kind === "milestone";
      const label = isMilestone ? milestoneName(entity) : entity.name;
      if (!isMilestone && model.names.get(entity.name) !== entity) continue;
      const open = isOpen(model.universe, entity);
      const own = rank + (open ? 0 : 2) + (isMilestone ? 1 : 0);
      found.push(suggestionOf(model, entity, prefix + label, own));
    }
  }
  return found;
}

function milestoneName(entity: Entity): string {
  return entity.parent === undefined ? entity.name : `${entity.parent.name}.${entity.name}`;
}

function milestones(model: Model, initiative: string): readonly Suggestion[] {
  const found = model.names.get(initiative)?.children.filter((one) => one.kind === "milestone");
  return (found ?? [])
    .filter((one) => one.name !== "")
    .map((one) => suggestionOf(model, one, one.name, isOpen(model.universe, one) ? 0 : 1));
}

function suggestionOf(model: Model, entity: Entity, label: string, rank: number): Suggestion {
  const owner = refsOf(entity, "owner")[0]?.name ?? refsOf(entity, "lead")[0]?.name;
  return {
    label,
    kind: "name",
    note: [entity.kind, owner].filter((one) => one !== undefined).join(" · "),
    rank,
    key: keyOf(model, entity),
    ...(entity.title === undefined ? {} : { title: entity.title }),
  };
}

/** How an entity is found again in a later snapshot. */
export function keyOf(model: Model, entity: Entity): EntityKey {
  const name = entity.kind === "milestone" ? milestoneName(entity) : entity.name;
  return { root: model.project.root, name };
}

/** The entity of a key, if it is still there. */
export function entityOfKey(
  models: ReadonlyMap<string, Model>,
  key: EntityKey,
): { readonly model: Model; readonly entity: Entity } | undefined {
  const model = models.get(key.root);
  const [first = "", inner] = key.name.split(".");
  const outer = model?.names.get(first);
  const entity = inner === undefined ? outer : outer?.children.find((one) => one.name === inner);
  return model && entity && { model, entity };
}

/** Roles, teams and the like that the project uses without declaring them, by kind and name. */
const free: (model: Model) => ReadonlyMap<string, ReadonlySet<Kind>> = memo((model) => {
  const found = new Map<string, Set<Kind>>();
  for (const entity of model.entities) {
    for (const ref of allRefs(entity)) {
      if (ref.path.length > 1 || resolveRef(model.universe, ref).is !== "free") continue;
      const kinds = found.get(ref.name) ?? new Set();
      const asked = kindsOf(ref);
      if (asked.length <= 5) for (const kind of asked) if (freeKinds.has(kind)) kinds.add(kind);
      found.set(ref.name, kinds);
    }
  }
  return found;
});

function undeclared(asked: Asked): readonly Suggestion[] {
  const found: Suggestion[] = [];
  for (const [label, kinds] of free(asked.model)) {
    const kind = asked.kinds.find((one) => kinds.has(one));
    if (kind === undefined) continue;
    found.push({ label, kind: "name", note: "not declared yet", rank: 1 });
  }
  return found;
}

/** Names that something refers to and nobody declared, for a new declaration of a kind. */
export function wantedNames(model: Model, kind: Kind): readonly Suggestion[] {
  const wanted = new Map<string, string>();
  for (const entity of model.entities) {
    for (const ref of allRefs(entity)) {
      if (ref.path.length > 1 || wanted.has(ref.name) || !kindsOf(ref).includes(kind)) continue;
      const target = resolveRef(model.universe, ref);
      if (target.is === "free" || (target.is === "missing" && kind !== "milestone"))
        wanted.set(ref.name, `used by ${called(entity)}`);
    }
  }
  return [...wanted].map(([label, note]) => ({ label, kind: "name", note }));
}
