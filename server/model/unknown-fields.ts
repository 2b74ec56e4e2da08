// A field that its kind does not have → the field that is probably meant, and the fault that proposes it.
import type { Chunk, Field } from "../../grammar/tree.ts";
import type { FieldEntry, KindEntry } from "../../grammar/vocabulary.ts";
import { memo } from "../cells/memo.ts";
import type { Finding, Fix, SourceEdit } from "../finding.ts";
import { type Guess, guesses } from "../words/guess.ts";
import { either } from "../words/wording.ts";
import type { Typed } from "./entity.ts";
import { wholeLine } from "./whole-line.ts";

/** A field that is unknown where it stands. */
export interface UnknownField {
  readonly node: Field;
  /** What it may mean: mostly one thing, several where they tie. */
  readonly guesses: readonly Guess<FieldEntry>[];
  /** Its values, read as those of another field. */
  readonly read: (entry: FieldEntry) => readonly Typed[];
}

/** Takes an unknown field for the one whose name is nearest; where that is in doubt, its value decides. */
export function unknownField(
  node: Field,
  owner: KindEntry | FieldEntry,
  read: UnknownField["read"],
): UnknownField {
  const rows = rowsOf(owner);
  const all = guesses(node.name.text, rows);
  const [first, second] = all;
  const isClear = first !== undefined && second === undefined && first.word === first.one.name;
  if (isClear || first === undefined) return { node, guesses: all, read };
  const fitting = guesses(
    node.name.text,
    rows.filter((row) => fits(node, row, read)),
  );
  return { node, guesses: fitting.length === 1 ? fitting : all, read };
}

/** Whether what an unknown field says is what another field takes. */
function fits(node: Field, entry: FieldEntry, read: UnknownField["read"]): boolean {
  if (entry.block !== undefined) return node.block !== undefined && node.values.length === 0;
  if (node.block !== undefined || node.values.length === 0) return false;
  const values = read(entry);
  return values.length === node.values.length && values.every((value) => value.is !== "unknown");
}

/** The faults of the unknown fields of a block; none where the parser has told already that one is none. */
export function unknownFieldFaults(
  fields: readonly UnknownField[],
  owner: KindEntry | FieldEntry,
  isWritten: (entry: FieldEntry) => boolean,
  chunk: Chunk,
): readonly Finding[] {
  const alike = Map.groupBy(fields, ({ guesses }) => guesses[0]?.one);
  const periods = memo((entry: FieldEntry) => periodFixes(alike.get(entry) ?? [], entry, chunk));
  return fields.flatMap((field) => {
    const meant = field.guesses[0]?.one;
    const isOnly = alike.get(meant)?.length === 1;
    return unknownFieldFault({ field, isOnly, periods }, owner, isWritten, chunk) ?? [];
  });
}

/** An unknown field among the others of its block. */
interface Among {
  readonly field: UnknownField;
  /** No other is taken for the same. */
  readonly isOnly: boolean;
  /** The fixes for those that are the ends of a period. */
  readonly periods: (entry: FieldEntry) => readonly Fix[];
}

function unknownFieldFault(
  { field, isOnly, periods }: Among,
  owner: KindEntry | FieldEntry,
  isWritten: (entry: FieldEntry) => boolean,
  chunk: Chunk,
): Finding | undefined {
  const { node } = field;
  const [found, second] = field.guesses;
  const guess = second === undefined ? found : undefined;
  if (node.faulty && guess === undefined) return undefined;
  const at = { chunk, span: node.name };
  const code = "unknown-field";
  const says = `'${owner.name}' has no field '${node.name.text}'.`;
  if (guess === undefined) {
    const names = rowsOf(owner).map((row) => row.name);
    return { code, at, message: `${says} It has ${either(names, 12)}.` };
  }
  const { name } = guess.one;
  if (isWritten(guess.one) && !guess.one.repeated) {
    const message = `${says} Did you mean '${name}'? It is written here already.`;
    return { code, at, message };
  }
  if (endOf(guess) !== undefined) {
    const form = "as in '2026-04 .. 2026-09'";
    const message = `${says} Did you mean '${name}'? It holds the start and the end, ${form}.`;
    return { code, at, message, fixes: periods(guess.one) };
  }
  const fix: Fix = {
    title: `Change to '${name}'`,
    edits: () => [{ at, text: name }],
    ...(guess.sure && (isOnly || guess.one.repeated) ? { safe: true } : {}),
  };
  return { code, at, message: `${says} Did you mean '${name}'?`, fixes: [fix] };
}

function rowsOf(owner: KindEntry | FieldEntry): readonly FieldEntry[] {
  return "fields" in owner ? owner.fields : (owner.block ?? []);
}

/** Which end of a period a word such as `start` stands for. */
function endOf({ one, word }: Guess<FieldEntry>): "start" | "end" | undefined {
  if (one.ends?.start.includes(word)) return "start";
  return one.ends?.end.includes(word) ? "end" : undefined;
}

/** `start: 2026-04` and `end: 2026-09` are one period; a start alone may be one without an end. */
function periodFixes(
  alike: readonly UnknownField[],
  entry: FieldEntry,
  chunk: Chunk,
): readonly Fix[] {
  const halves = alike.filter((one) => one.guesses.length === 1);
  const of = (end: "start" | "end") =>
    halves.filter((one) => one.guesses[0] !== undefined && endOf(one.guesses[0]) === end);
  const [start, otherStart] = of("start");
  const [end, otherEnd] = of("end");
  if (start === undefined || otherStart !== undefined || otherEnd !== undefined) return [];
  const from = dayIn(start, entry, chunk);
  if (from === undefined) return [];
  if (end === undefined) {
    const text = `${entry.name}: ${from} ..`;
    return [{ title: `Change to '${text}'`, edits: () => [whole(start.node, chunk, text)] }];
  }
  const to = dayIn(end, entry, chunk);
  if (to === undefined) return [];
  const text = `${entry.name}: ${from} .. ${to}`;
  const [first, last] =
    start.node.start < end.node.start ? [start.node, end.node] : [end.node, start.node];
  const edits = () => [
    whole(first, chunk, text),
    { at: { chunk, span: wholeLine(last, chunk.text) }, text: "" },
  ];
  return [{ title: `Change to '${text}'`, edits, safe: true }];
}

/** The date that stands alone in a field, as it is written. */
function dayIn({ node, read }: UnknownField, entry: FieldEntry, chunk: Chunk): string | undefined {
  const [value, more] = read(entry);
  if (value?.is !== "period" || more !== undefined) return undefined;
  if (value.start === undefined || value.end || value.length || value.open) return undefined;
  const [written] = node.values;
  return written && chunk.text.slice(written.start, written.end);
}

/** Writes another field in the place of one; a comma behind it would be one too many. */
function whole(node: Field, chunk: Chunk, text: string): SourceEdit {
  const last = node.values.at(-1)?.end ?? node.end;
  const comma = /^[^\S\r\n]*,/.exec(chunk.text.slice(last))?.[0].length ?? 0;
  const end = last + comma;
  return { at: { chunk, span: { start: node.start, end } }, text };
}
