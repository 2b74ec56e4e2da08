// What nobody can understand in a file → the declarations that it may name.
import type { Chunk, Entry, Span } from "../../grammar/tree.ts";
import { nfc } from "../../grammar/values.ts";
import { fieldOf, kindOf } from "../../grammar/vocabulary.ts";
import { present } from "../cells/present.ts";
import type { Entity } from "./entity.ts";
import { outline } from "./outline.ts";
import type { Universe } from "./universe.ts";

/**
 * Whether the name of a declaration stands in a faulty value, in a field or a declaration that is unknown
 * or misplaced, or in a second writing of a field: somebody names it, and nobody knows for what.
 */
export const isStray = present<Universe, Entity>(function* (all, chunk) {
  const names = strayNames(chunk);
  if (names.size === 0) return;
  const model = all.homeOf(chunk);
  const aliases = model?.aliases.get(model.pathOf(chunk) ?? "");
  for (const name of names) {
    const [first = "", second] = name.split(".");
    const root = aliases?.get(first)?.root;
    const other = root === undefined ? undefined : all.models.get(root);
    const entity = other?.names.get(second ?? "") ?? model?.names.get(first);
    if (entity !== undefined) yield entity;
  }
});

const form = /[\p{XIDS}_](?:[\p{XIDC}.-]|\u200C|\u200D)*/gu;

function strayNames(chunk: Chunk): ReadonlySet<string> {
  const spans = [...strayEntries(chunk.entries), ...strayFields(chunk)];
  if (spans.length === 0) return noNames;
  const names = new Set<string>();
  for (const { start, end } of spans)
    for (const [name] of chunk.text.slice(start, end).matchAll(form)) names.add(nfc(name));
  return names;
}

/** Of most chunks, which share it. */
const noNames: ReadonlySet<string> = new Set();

/** What stands at the top of a file and is neither a declaration nor an import. */
function strayEntries(entries: readonly Entry[]): readonly Span[] {
  return entries.filter(({ type }) => type === "field" || type === "junk");
}

const none: readonly never[] = [];

function fieldsAmong(entries: readonly Entry[]): number {
  let count = 0;
  for (const { type } of entries) if (type === "field") count++;
  return count;
}

/** How often each field is written directly in a declaration. */
function timesWritten(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const one of entries)
    if (one.type === "field") times.set(one.name.text, (times.get(one.name.text) ?? 0) + 1);
  return times;
}

function strayFields(chunk: Chunk): readonly Span[] {
  const found: Span[] = [];
  for (const { kind, node, fields } of outline(chunk).entities) {
    const entry = kind && kindOf(kind);
    const entries = node.block?.entries ?? none;
    // Mostly each field is known and written once: then there are as many of them as are known.
    const isPlain = fieldsAmong(entries) === fields.size;
    const written = isPlain ? undefined : timesWritten(entries);
    for (const inner of entries) {
      const isField = inner.type === "field";
      if (inner.type === "junk" || (isField && inner.faulty)) found.push(inner);
      else if (isField && written !== undefined && isSpare(inner.name.text, written))
        found.push(inner);
    }
    for (const { values } of fields.values())
      for (const value of values) if (value.is === "unknown") found.push(value.node);

    function isSpare(name: string, written: ReadonlyMap<string, number>): boolean {
      if (entry === undefined || fieldOf(entry, name) === undefined) return true;
      return (written.get(name) ?? 0) > 1 && !fields.get(name)?.entry.repeated;
    }
  }
  return found;
}
