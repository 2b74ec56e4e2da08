// The kinds that a field takes → the names that may stand there, open ones first.
import type { Chunk, Span } from "../../grammar/tree.ts";
import type { FieldEntry, Kind } from "../../grammar/vocabulary.ts";
import { freeKinds } from "../../grammar/vocabulary.ts";
import { memo } from "../memo.ts";
import { called, type Entity, type Ref, refsOf } from "../model/entity.ts";
import { allRefs, kindsOf, resolveRef } from "../model/resolve.ts";
import { isOpen } from "../model/status.ts";
import { slipOf } from "../model/undeclared.ts";
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
  /** The word that is being written, in offsets of the file: it is no offer of its own. */
  readonly word: Span;
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
      const open = isMilestone
        ? isOpen(entity) && (entity.parent === undefined || isOpen(entity.parent))
        : isOpen(entity);
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
    .map((one) => suggestionOf(model, one, one.name, isOpen(one) ? 0 : 1));
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

/** Roles, teams and the like that the project uses without declaring them: their uses by name. */
const free: (model: Model) => ReadonlyMap<string, readonly Ref[]> = memo((model) => {
  const found = new Map<string, Ref[]>();
  for (const entity of model.entities) {
    for (const ref of allRefs(entity)) {
      if (ref.path.length > 1 || resolveRef(model.universe, ref).is !== "free") continue;
      // What may be a name of almost any kind says nothing about the kind.
      if (kindsOf(ref).length > 5) continue;
      const uses = found.get(ref.name);
      if (uses === undefined) found.set(ref.name, [ref]);
      else uses.push(ref);
    }
  }
  return found;
});

/** The names of free kinds that the project uses elsewhere without declaring them. */
function undeclared(asked: Asked): readonly Suggestion[] {
  const kinds = asked.kinds.filter((kind) => freeKinds.has(kind));
  if (kinds.length === 0) return [];
  const fits = (ref: Ref) =>
    !isWritten(asked, ref.from.chunk, ref.span) &&
    kindsOf(ref).some((kind) => kinds.includes(kind));
  return [...free(asked.model)]
    .filter(([, uses]) => uses.some(fits))
    .map(([label]) => ({ label, kind: "name", note: "not declared yet", rank: 1 }));
}

/** Whether something that stands in a chunk is, or holds, the word that is being written. */
export function isWritten(
  { model, file, word }: Pick<Asked, "model" | "file" | "word">,
  chunk: Chunk,
  span: Span,
): boolean {
  const place = model.places.get(chunk);
  if (place?.file !== file) return false;
  return place.start + span.start <= word.end && word.start <= place.start + span.end;
}

/** A name that something refers to and nobody declared. */
interface Wanted {
  readonly name: string;
  /** The kinds that it may have, the likeliest first. */
  readonly kinds: readonly Kind[];
  readonly by: Entity;
  /** Something declared has nearly this name, and is meant. */
  readonly isSlip: boolean;
}

const wanted: (model: Model) => readonly Wanted[] = memo((model) => {
  const found: Wanted[] = [];
  for (const entity of model.entities) {
    for (const ref of allRefs(entity)) {
      if (ref.path.length > 1) continue;
      const target = resolveRef(model.universe, ref);
      if (target.is !== "free" && target.is !== "missing") continue;
      const isFree = target.is === "free";
      const kinds = kindsOf(ref).filter((kind) => isFree || kind !== "milestone");
      const isSlip = isFree ? slipOf(model.universe, ref) !== undefined : target.near !== undefined;
      found.push({ name: ref.name, kinds, by: entity, isSlip });
    }
  }
  return found;
});

/** Names that something refers to and nobody declared, for a new declaration of a kind. */
export function wantedNames(model: Model, kind: Kind): readonly Suggestion[] {
  const notes = new Map<string, string>();
  for (const { name, kinds, by } of wanted(model))
    if (kinds.includes(kind) && !notes.has(name)) notes.set(name, `used by ${called(by)}`);
  return [...notes].map(([label, note]) => ({ label, kind: "name", note }));
}

/** The first name that nobody declared and that is probably one of this kind. */
export function likelyName(model: Model, kind: Kind): string | undefined {
  return wanted(model).find((one) => one.kinds[0] === kind && !one.isSlip)?.name;
}
