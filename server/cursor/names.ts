// The kinds that a field takes → the names that may stand there, open ones first.
import type { Chunk, Span } from "../../grammar/tree.ts";
import type { FieldEntry, Kind } from "../../grammar/vocabulary.ts";
import { freeKinds } from "../../grammar/vocabulary.ts";
import { memo, memoIn } from "../cells/memo.ts";
import { called, type Entity, type Ref, refsOf } from "../model/entity.ts";
import { allRefs, kindsOf, resolveRef } from "../model/resolve.ts";
import { isOpen } from "../model/status.ts";
import { slipOf } from "../model/undeclared.ts";
import type { Model } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";
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
  const aliases = model.aliases.get(file.path);
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
  for (const kind of asked.kinds)
    for (const { entity, one } of namedIn(model, kind)) {
      if (entity === asked.entity) continue;
      const isAsIs = prefix === "" && rank === 0;
      const { label, rank: own = 0 } = one;
      found.push(isAsIs ? one : { ...one, label: prefix + label, rank: rank + own });
    }
  return found;
}

/** What can be named of a kind, in project order. */
const namedIn = memoIn((model: Model, kind: Kind) =>
  model.of(kind).flatMap((entity) => named(model, entity) ?? []),
);

/** Of thousands of names those are made again of which something has changed. */
const named = memoIn((model: Model, entity: Entity) => {
  const isMilestone = entity.kind === "milestone";
  if (entity.name === "") return undefined;
  if (!isMilestone && model.names.get(entity.name) !== entity) return undefined;
  const label = isMilestone ? milestoneName(entity) : entity.name;
  const rank = (isOpen(model.universe, entity) ? 0 : 2) + (isMilestone ? 1 : 0);
  return { entity, one: suggestionOf(model, entity, label, rank) };
});

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
  const title = model.universe.titleOf(entity);
  const owner = refsOf(entity, "owner")[0]?.name ?? refsOf(entity, "lead")[0]?.name;
  return {
    label,
    kind: "name",
    note: [entity.kind, owner].filter((one) => one !== undefined).join(" · "),
    rank,
    key: keyOf(model, entity),
    ...(title === undefined ? {} : { title }),
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

/** The uses of a name by the field that uses it: of a thousand owners one tells what they are. */
type Uses = ReadonlyMap<FieldEntry, readonly Ref[]>;

/** The names that nobody declared, of what must be declared and of what need not. */
const unresolved: (model: Model) => ReadonlyMap<string, Uses> = memo((model) => {
  const found = new Map<string, Map<FieldEntry, Ref[]>>();
  const imports = new Set([...model.aliases.values()].flatMap((file) => [...file.keys()]));
  for (const entity of model.entities) {
    for (const ref of allRefs(entity)) {
      if (ref.path.length > 1 || model.names.has(ref.name) || imports.has(ref.name)) continue;
      const uses = found.get(ref.name) ?? new Map<FieldEntry, Ref[]>();
      found.set(ref.name, uses);
      const alike = uses.get(ref.field);
      if (alike === undefined) uses.set(ref.field, [ref]);
      else alike.push(ref);
    }
  }
  return found;
});

/** The first use by a field that takes a kind; `first`: as the likeliest of those that it takes. */
function useAs(uses: Uses, kind: Kind, first = false): Ref | undefined {
  for (const [ref] of uses.values()) {
    const kinds = ref === undefined ? [] : kindsOf(ref);
    if (first ? kinds[0] === kind : kinds.includes(kind)) return ref;
  }
  return undefined;
}

/**
 * The names of these kinds that a project uses without declaring them. What may be a name of almost
 * any kind says nothing about the kind; `counts` says which uses count.
 */
export function usedNames(
  model: Model,
  kinds: readonly Kind[],
  counts: (ref: Ref) => boolean = () => true,
): readonly string[] {
  const free = kinds.filter((kind) => freeKinds.has(kind));
  if (free.length === 0) return [];
  const says = (refs: readonly Ref[]) => {
    const asked = refs[0] === undefined ? [] : kindsOf(refs[0]);
    return asked.length <= 5 && asked.some((kind) => free.includes(kind)) && refs.some(counts);
  };
  return [...unresolved(model)]
    .filter(([, uses]) => [...uses.values()].some(says))
    .map(([name]) => name);
}

/** The same without the word that is being written, where nothing else uses it. */
function undeclared(asked: Asked): readonly Suggestion[] {
  const isElsewhere = (ref: Ref) => !isWritten(asked, ref.from.chunk, ref.span);
  return usedNames(asked.model, asked.kinds, isElsewhere).map((label) => ({
    label,
    kind: "name",
    note: "not declared yet",
    rank: 1,
  }));
}

/** Whether something that stands in a chunk is, or holds, the word that is being written. */
export function isWritten(
  { model, file, word }: Pick<Asked, "model" | "file" | "word">,
  chunk: Chunk,
  span: Span,
): boolean {
  const place = model.placeOf(chunk);
  if (place?.file !== file) return false;
  return place.at(span.start) <= word.end && word.start <= place.at(span.end);
}

/** Names that something refers to and nobody declared, for a new declaration of a kind. */
export function wantedNames(model: Model, kind: Kind): readonly Suggestion[] {
  if (kind === "milestone") return [];
  return [...unresolved(model)].flatMap(([label, uses]): readonly Suggestion[] => {
    const use = useAs(uses, kind);
    return use ? [{ label, kind: "name", note: `used by ${called(use.from)}` }] : [];
  });
}

/** The first name that nobody declared and that is probably one of this kind, and no slip. */
export function likelyName(model: Model, kind: Kind): string | undefined {
  for (const [name, uses] of unresolved(model)) {
    const use = useAs(uses, kind, true);
    if (use !== undefined && !isSlip(model, use)) return name;
  }
  return undefined;
}

/** Whether something declared has nearly this name, and is meant. */
function isSlip({ universe }: Model, ref: Ref): boolean {
  const target = resolveRef(universe, ref);
  return target.is === "missing" ? target.near !== undefined : slipOf(universe, ref) !== undefined;
}
