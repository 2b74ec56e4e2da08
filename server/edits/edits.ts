// What to write into a declaration or a file → the edits that write it where it belongs, in canonical form.
import { lineStartAt } from "../../grammar/lines.ts";
import type { Chunk, Span } from "../../grammar/tree.ts";
import { type FieldEntry, fieldOf, type Kind, kindOf } from "../../grammar/vocabulary.ts";
import type { SourceEdit } from "../finding.ts";
import type { Entity } from "../model/entity.ts";
import type { Model, Universe } from "../model/universe.ts";
import { type Holder, insert, lineEndBehind, lineEndOf, type NewEntry } from "./blocks.ts";

/** A field to write: its value as text, or the fields of its block. */
export interface NewField {
  readonly name: string;
  readonly value: string | readonly NewField[];
}

/** A declaration to write. Without fields it gets no block. */
export interface NewDeclaration {
  readonly kind: Kind;
  readonly name: string;
  readonly title?: string;
  readonly fields?: readonly NewField[];
}

// How new lines are laid out depends on what stands beside them, so declarations are taken as they stand now.

/** Puts a text in the place of what is written there, such as a value: it stands where it was read. */
export function replace(entity: Entity, span: Span, text: string): readonly SourceEdit[] {
  return [edit(entity.chunk, span, text)];
}

/**
 * Adds fields to a declaration, each behind those that stand before it in the vocabulary. A block
 * that is missing is added; one that stands on one line stays so where it still fits.
 */
export function addFields(
  all: Universe,
  declaration: Entity,
  fields: readonly NewField[],
): readonly SourceEdit[] {
  const entity = all.standing(declaration);
  const rows = (entity.kind && kindOf(entity.kind)?.fields) ?? [];
  return insert(entity.chunk, holder(entity), newFields(rows, fields), lineEndIn(all, declaration));
}

/** Adds fields to a field that is a block, such as heads to `cost`; none where it has no block. */
export function addInside(
  all: Universe,
  declaration: Entity,
  field: string,
  fields: readonly NewField[],
): readonly SourceEdit[] {
  const entity = all.standing(declaration);
  const node = entity.fields.get(field)?.node;
  const kind = entity.kind && kindOf(entity.kind);
  if (node?.block === undefined || kind === undefined) return [];
  const rows = fieldOf(kind, field)?.block ?? [];
  const place = { start: node.start, head: node.name.end, block: node.block };
  return insert(entity.chunk, place, newFields(rows, fields), lineEndIn(all, declaration));
}

/**
 * Adds an item at the end of a field's list, or the field with this item where none is written. Where
 * each has a line of its own, so has the new one, and the comment behind the last stays there.
 */
export function addToList(
  all: Universe,
  declaration: Entity,
  field: string,
  item: string,
): readonly SourceEdit[] {
  const entity = all.standing(declaration);
  const last = entity.fields.get(field)?.values.at(-1)?.node;
  if (last === undefined) return addFields(all, declaration, [{ name: field, value: item }]);
  const { chunk } = entity;
  const { text } = chunk;
  const line = lineStartAt(text, last.start);
  const before = text.slice(line, last.start);
  if (line === 0 || /[^ \t]/.test(before)) return [edit(chunk, behind(last.end), `, ${item}`)];
  const added = lineEndIn(all, declaration) + before + item;
  const end = lineEndBehind(chunk, last.end);
  if (!chunk.comments.some((one) => last.end <= one.start && one.end <= end))
    return [edit(chunk, behind(last.end), `,${added}`)];
  const hasComma = /^[ \t]*,/.test(text.slice(last.end));
  return [
    ...(hasComma ? [] : [edit(chunk, behind(last.end), ",")]),
    edit(chunk, behind(end), hasComma ? `${added},` : added),
  ];
}

function behind(end: number): Span {
  return { start: end, end };
}

/** Adds a declaration at the end of the block of another. */
export function addDeclaration(
  all: Universe,
  declaration: Entity,
  one: NewDeclaration,
): readonly SourceEdit[] {
  return addEntry(all, declaration, { lines: declarationLines(one), apart: true });
}

/** Adds lines, such as those of a declaration that stands elsewhere, at the end of the block of another. */
export function addEntry(
  all: Universe,
  declaration: Entity,
  entry: NewEntry,
): readonly SourceEdit[] {
  const entity = all.standing(declaration);
  return insert(entity.chunk, holder(entity), [entry], lineEndIn(all, declaration));
}

/** Adds declarations at the end of the file in which an entity stands. */
export function appendDeclarations(
  model: Model,
  entity: Entity,
  declarations: readonly NewDeclaration[],
): readonly SourceEdit[] {
  const tree = model.placeOf(entity.chunk)?.file.tree;
  const chunk = tree?.chunks.at(-1);
  if (tree === undefined || chunk === undefined) return [];
  const end = lineEndOf(tree.text);
  const text = declarations.map((one) => declarationLines(one).join(end)).join(end + end);
  const kept = chunk.text.trimEnd().length;
  const gap = tree.text.trim() === "" ? "" : end + end;
  return [edit(chunk, { start: kept, end: chunk.text.length }, gap + text + end)];
}

/** A name as the beginning of a title: `head-of-sales` is "Head of sales", `cio` is "CIO". */
export function titleOf(name: string): string {
  const words = name.split(/[-_]+/).filter((word) => word !== "");
  if (words.length === 1 && name.length <= 4) return name.toUpperCase();
  const [first = "", ...rest] = words;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(" ");
}

/** A name that the project does not use yet: the one wished for, or that with a number. */
export function freshName(model: Model, wish: string): string {
  const taken = (name: string) =>
    model.names.has(name) || [...model.aliases.values()].some((file) => file.has(name));
  let name = wish;
  for (let number = 2; taken(name); number++) name = `${wish}-${number}`;
  return name;
}

/** What ends the lines of the file in which an entity stands. */
export function lineEndIn(all: Universe, { chunk }: Entity): string {
  return lineEndOf(all.homeOf(chunk)?.placeOf(chunk)?.file.tree.text ?? chunk.text);
}

/** A declaration as something that has a block. */
export function holder({ node }: Entity): Holder {
  const head = (node.title ?? node.name ?? node.kind).end;
  return { start: node.start, head, block: node.block };
}

function newFields(rows: readonly FieldEntry[], fields: readonly NewField[]): readonly NewEntry[] {
  const rank = (name: string) => rows.findIndex((row) => row.name === name);
  return fields
    .toSorted((a, b) => rank(a.name) - rank(b.name))
    .map((field) => ({
      lines: fieldLines(field),
      isAfter: (other) => rank(other) >= 0 && rank(other) < rank(field.name),
    }));
}

function fieldLines({ name, value }: NewField): readonly string[] {
  if (typeof value === "string") return [`${name}: ${value}`];
  return [`${name} {`, ...value.flatMap(fieldLines).map((line) => `  ${line}`), "}"];
}

function declarationLines({ kind, name, title, fields = [] }: NewDeclaration): readonly string[] {
  const head = `${kind} ${name}${title === undefined ? "" : ` ${quoted(title)}`}`;
  if (fields.length === 0) return [head];
  return [`${head} {`, ...fields.flatMap(fieldLines).map((line) => `  ${line}`), "}"];
}

/** A text as the language writes it on one line: what ends lines becomes a blank. */
export function quoted(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `"${escaped.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ")}"`;
}

function edit(chunk: Chunk, span: Span, text: string): SourceEdit {
  return { at: { chunk, span: { start: span.start, end: span.end } }, text };
}
