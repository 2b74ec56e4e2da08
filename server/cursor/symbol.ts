// A place in a file → the thing whose name stands there, and every place where that name is written.
import type { Chunk, Reference, Word } from "../../grammar/tree.ts";
import { nfc } from "../../grammar/values.ts";
import { freeKinds, type Kind } from "../../grammar/vocabulary.ts";
import { memo } from "../cells/memo.ts";
import type { Entity, Ref } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { allRefs, kindsOf, resolveRef } from "../model/resolve.ts";
import type { Alias, Model } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";
import { entityOfNode, type Inside, type Query, spotAt, touches, wordIn } from "./spot.ts";

/** What a name stands for. */
export type Referent =
  | { readonly is: "entity"; readonly entity: Entity; readonly model: Model }
  /** A role, team, stakeholder, skill or technology that its project uses but does not declare. */
  | {
      readonly is: "free";
      readonly name: string;
      readonly kinds: readonly Kind[];
      readonly model: Model;
    }
  | {
      readonly is: "alias";
      readonly alias: Alias;
      readonly file: SourceFile;
      readonly model: Model;
    };

/** A name at a place, and what it stands for. */
export interface Symbol {
  readonly named: Referent;
  readonly chunk: Chunk;
  readonly word: Word;
}

/** One place where a name is written. */
export interface Use {
  readonly model: Model;
  readonly chunk: Chunk;
  readonly word: Word;
  /** The reference whose word it is; missing where the name is declared. */
  readonly ref?: Ref;
}

/** The name at a place, if what it stands for is known. */
export function symbolAt(query: Query): Symbol | undefined {
  const spot = spotAt(query);
  if (spot === undefined) return undefined;
  const node = spot.path.findLast((one) => one.type !== "text" && one.type !== "measure");
  const { chunk, at } = spot;
  const { model } = query;
  if (node?.type === "declaration" && node.name && touches(node.name, at)) {
    const entity = entityOfNode(chunk, node);
    return entity && { named: { is: "entity", entity, model }, chunk, word: node.name };
  }
  if (node?.type === "import" && node.name && touches(node.name, at)) {
    const alias = model.aliases.get(query.file.path)?.get(nfc(node.name.text));
    if (alias === undefined) return undefined;
    return { named: { is: "alias", alias, file: query.file, model }, chunk, word: node.name };
  }
  return node?.type === "reference" ? symbolIn(query, spot, node) : undefined;
}

function symbolIn(query: Query, spot: Inside, node: Reference): Symbol | undefined {
  const word = wordIn(node, spot.at);
  const ref = word && refsByPath(spot.chunk).get(node.path);
  if (word === undefined || ref === undefined) return undefined;
  const named = namedBy(query.model, ref)[node.path.indexOf(word)];
  return named && { named, chunk: spot.chunk, word };
}

const refsByPath: (chunk: Chunk) => ReadonlyMap<readonly Word[], Ref> = memo((chunk) => {
  const refs = outline(chunk).entities.flatMap((entity) => allRefs(entity));
  return new Map(refs.map((ref) => [ref.path, ref]));
});

/** What each word of a reference stands for: an import, an initiative before its milestone, the target. */
function namedBy(model: Model, ref: Ref): readonly (Referent | undefined)[] {
  const all = model.universe;
  const target = resolveRef(all, ref);
  const found: (Referent | undefined)[] = ref.path.map(() => undefined);
  const last = ref.path.length - 1;
  if (target.is === "entity" || target.is === "wrong-kind") {
    found[last] = { is: "entity", entity: target.entity, model: all.modelOf(target.entity) };
  } else if (target.is === "free") {
    const kinds = kindsOf(ref).filter((kind) => freeKinds.has(kind));
    found[last] = { is: "free", name: ref.name, kinds, model };
  }
  if (last === 0) return found;
  const names = ref.path.map((word) => nfc(word.text));
  const file = model.placeOf(ref.from.chunk)?.file;
  const alias = file && model.aliases.get(file.path)?.get(names[0] ?? "");
  let within: Model | undefined = model;
  let at = 0;
  if (alias !== undefined && file !== undefined) {
    found[0] = { is: "alias", alias, file, model };
    within = alias.root === undefined ? undefined : all.models.get(alias.root);
    at = 1;
  }
  const entity = at < last ? within?.names.get(names[at] ?? "") : undefined;
  if (entity !== undefined && within !== undefined)
    found[at] = { is: "entity", entity, model: within };
  return found;
}

/** Whether two names stand for the same thing. */
function sameNamed(a: Referent, b: Referent): boolean {
  if (a.is === "entity") return b.is === "entity" && a.entity === b.entity;
  if (a.is === "alias") return b.is === "alias" && a.alias === b.alias;
  return b.is === "free" && a.name === b.name && a.model === b.model;
}

/** The references of a chunk by each word of their paths, in NFC. */
const refsByWord: (chunk: Chunk) => ReadonlyMap<string, readonly Ref[]> = memo((chunk) => {
  const found = new Map<string, Ref[]>();
  for (const entity of outline(chunk).entities) {
    for (const ref of allRefs(entity)) {
      for (const name of new Set(ref.path.map((word) => nfc(word.text)))) {
        const known = found.get(name);
        if (known === undefined) found.set(name, [ref]);
        else known.push(ref);
      }
    }
  }
  return found;
});

/**
 * Every place in the workspace where a name is written, declarations first; with `file`, only the
 * places in that file.
 */
export function usesOf(named: Referent, file?: SourceFile): readonly Use[] {
  const declared = declaredAt(named);
  const uses: Use[] = [];
  if (declared !== undefined && (!file || placeOf(declared)?.file === file)) uses.push(declared);
  const name = nameOf(named);
  for (const model of named.model.universe.models.values()) {
    if (named.is !== "entity" && model !== named.model) continue;
    for (const one of file === undefined ? model.project.files.values() : [file]) {
      if (named.is === "alias" && one !== named.file) continue;
      for (const chunk of model.fileAt(one.path) === one ? model.chunksIn(one.path) : []) {
        for (const ref of refsByWord(chunk).get(name) ?? [])
          addUses(uses, model, chunk, ref, named);
      }
    }
  }
  return uses;
}

function addUses(uses: Use[], model: Model, chunk: Chunk, ref: Ref, named: Referent): void {
  for (const [index, other] of namedBy(model, ref).entries()) {
    const word = ref.path[index];
    if (word !== undefined && other !== undefined && sameNamed(named, other))
      uses.push({ model, chunk, word, ref });
  }
}

/** The name as it is written where the thing is declared. */
export function nameOf(named: Referent): string {
  if (named.is === "entity") return named.entity.name;
  return named.is === "alias" ? named.alias.name : named.name;
}

/** Where a thing is declared; undefined for what nobody declared, or declared without a name. */
export function declaredAt(named: Referent): Use | undefined {
  if (named.is === "free") return undefined;
  const { node, chunk } = named.is === "entity" ? named.entity : named.alias;
  return node.name && { model: named.model, chunk, word: node.name };
}

function placeOf(use: Use) {
  return use.model.placeOf(use.chunk);
}
