// One chunk → its entities and imports, with all faults that can be told from the chunk alone.

import { compact } from "../../grammar/compact.ts";
import type { Chunk, Declaration, Entry, Import } from "../../grammar/tree.ts";
import { nfc } from "../../grammar/values.ts";
import { type KindEntry, kindOf, kinds, type Place } from "../../grammar/vocabulary.ts";
import { memo } from "../cells/memo.ts";
import type { Finding } from "../finding.ts";
import { guess } from "../words/guess.ts";
import { article, either } from "../words/wording.ts";
import { type Entity, lineage, noFields } from "./entity.ts";
import { noMeaning, readFields } from "./fields.ts";

export interface Outline {
  /** In source order, a parent before its children; unsure ones too. */
  readonly entities: readonly Entity[];
  readonly imports: readonly Import[];
  readonly findings: readonly Finding[];
}

interface Pass {
  readonly chunk: Chunk;
  readonly entities: Entity[];
  readonly imports: Import[];
  readonly findings: Finding[];
}

/** The entities of a chunk. Computed once per chunk; names are not looked up yet. */
export const outline: (chunk: Chunk) => Outline = memo((chunk) => {
  const pass: Pass = { chunk, entities: [], imports: [], findings: [] };
  readEntries(chunk.entries, undefined, "file", pass);
  const { entities, imports, findings } = pass;
  return { entities: compact(entities), imports: compact(imports), findings: compact(findings) };
});

const none: readonly never[] = [];

/** `place` is undefined inside something unknown, where anything may stand. */
function readEntries(
  entries: readonly Entry[],
  parent: Entity | undefined,
  place: Place | undefined,
  pass: Pass,
): readonly Entity[] {
  const children: Entity[] = [];
  for (const entry of entries) {
    if (entry.type === "declaration") children.push(readDeclaration(entry, parent, place, pass));
    else if (entry.type === "import") readImport(entry, place, pass);
    else if (entry.type === "field" && place === "file") {
      if (entry.block) readEntries(entry.block.entries, parent, undefined, pass);
      if (entry.faulty) continue;
      pass.findings.push({
        code: "misplaced",
        at: { chunk: pass.chunk, span: entry.name },
        message: `'${entry.name.text}' stands outside any block. Move it into the declaration that it belongs to.`,
      });
    } else if (entry.type === "junk" && entry.block) {
      for (const one of readEntries(entry.block.entries, parent, undefined, pass))
        children.push(one);
    }
  }
  return compact(children);
}

function readImport(entry: Import, place: Place | undefined, pass: Pass): void {
  if (place === "file") pass.imports.push(entry);
  else if (!entry.faulty) {
    pass.findings.push({
      code: "misplaced",
      at: { chunk: pass.chunk, span: entry.keyword },
      message: "An import stands at the top of a file, outside any block. Move it there.",
    });
  }
}

function readDeclaration(
  node: Declaration,
  parent: Entity | undefined,
  place: Place | undefined,
  pass: Pass,
): Entity {
  const known = kindOf(node.kind.text);
  const guess = known ?? guessKind(node, place, pass);
  const misplaced = known !== undefined && place !== undefined && !known.places.includes(place);
  if (misplaced) pass.findings.push(misplacement(known, node, pass.chunk));
  const entity: Entity = {
    kind: guess?.name,
    sure: known !== undefined && !misplaced && !hasDigits(node) && !(parent && isQuiet(parent)),
    name: nfc(node.name?.text ?? ""),
    node,
    chunk: pass.chunk,
    parent,
    children: none,
    fields: noFields,
    meant: noMeaning,
    garbled: false,
  };
  pass.entities.push(entity);
  // A name that begins with a digit has been told; until it is mended its block is kept quiet.
  const within = isQuiet(entity) ? { ...pass, findings: [] } : pass;
  if (guess !== undefined) Object.assign(entity, readFields(node.block, guess, entity, within));
  const children = readEntries(node.block?.entries ?? none, entity, guess?.name, within);
  return Object.assign(entity, { children });
}

function hasDigits(node: Declaration): boolean {
  return /^\p{Nd}/u.test(node.name?.text ?? "");
}

/** Whether a declaration, or one around it, has a name that begins with a digit, such as `5g`. */
export function isQuiet(entity: Entity): boolean {
  return lineage(entity).some((one) => hasDigits(one.node));
}

function guessKind(node: Declaration, place: Place | undefined, pass: Pass): KindEntry | undefined {
  const possible = kinds.filter((kind) => place === undefined || kind.places.includes(place));
  const found = guess(node.kind.text, possible) ?? guess(node.kind.text, kinds);
  const name = found?.one.name;
  // The parser has told already that this is no declaration as it stands.
  if (node.faulty && name === undefined) return undefined;
  const at = { chunk: pass.chunk, span: node.kind };
  pass.findings.push({
    code: "unknown-kind",
    at,
    message:
      name === undefined
        ? `'${node.kind.text}' is not a kind of declaration. Here may stand ${either(
            possible.map((kind) => kind.name),
            12,
          )}.`
        : `'${node.kind.text}' is not a kind of declaration. Did you mean '${name}'?`,
    ...(name === undefined
      ? {}
      : {
          fixes: [
            {
              title: `Change to '${name}'`,
              edits: () => [{ at, text: name }],
              ...(found?.sure ? { safe: true } : {}),
            },
          ],
        }),
  });
  return found?.one;
}

function misplacement(kind: KindEntry, node: Declaration, chunk: Chunk): Finding {
  const places = kind.places.map((place) =>
    place === "file" ? "at the top level" : `in ${article(place)}`,
  );
  const last = places.pop() ?? "";
  const where = places.length === 0 ? last : `${places.join(", ")} or ${last}`;
  return {
    code: "misplaced",
    at: { chunk, span: node.kind },
    message: `${article(kind.name, true)} cannot stand here. Move it: it stands ${where}.`,
  };
}
