// The fields of a block + the rows of its kind → typed values, with what does not fit.
import type { Block, Chunk, Field, Span, Value } from "../../grammar/tree.ts";
import { type FieldEntry, fieldOf, type KindEntry } from "../../grammar/vocabulary.ts";
import type { Finding, Fix } from "../finding.ts";
import { asks } from "../words/asks.ts";
import { type Entity, Fields, type Meaning, type Typed } from "./entity.ts";
import { isTitle, wrongTitle } from "./title.ts";
import { typed } from "./typed.ts";
import { type UnknownField, unknownField, unknownFieldFaults } from "./unknown-fields.ts";

interface Pass {
  readonly chunk: Chunk;
  readonly findings: Finding[];
}

interface Read {
  readonly fields: Fields;
  readonly meant: ReadonlyMap<string, readonly Typed[]>;
  readonly garbled: boolean;
}

interface Use {
  readonly entry: FieldEntry;
  readonly node: Field;
  faulty: boolean;
  readonly values: Typed[];
  block?: Fields;
  blockMeant?: ReadonlySet<string>;
  blockGarbled?: boolean;
}

/** Reads the fields directly in a block; declarations in it are the caller's. */
export function readFields(
  block: Block | undefined,
  owner: KindEntry | FieldEntry,
  entity: Entity,
  pass: Pass,
): Read {
  const fields = new Map<string, Use>();
  const guesses = new Map<string, Typed[]>();
  // What is wrong in a field that is only guessed is not told too.
  const quiet: Pass = { chunk: pass.chunk, findings: [] };
  const mean = (entry: FieldEntry, values: readonly Typed[]) => {
    const meant = guesses.get(entry.name) ?? [];
    for (const value of values) meant.push(value);
    guesses.set(entry.name, meant);
  };
  const unknown: UnknownField[] = [];
  let garbled = block?.skipped === true;
  for (const node of block?.entries ?? []) {
    // A lone word may be one that is half typed; words, or what stands behind a colon, are a field.
    if (node.type === "junk")
      garbled ||=
        node.words.length > 1 || pass.chunk.text.slice(node.start, node.end).includes(":");
    if (node.type !== "field") continue;
    const entry = fieldOf(owner, node.name.text);
    if (entry === undefined) {
      if ("places" in owner && isTitle(node))
        pass.findings.push(wrongTitle(node, entity, pass.chunk));
      else unknown.push(unknownField(node, owner, (row) => readValues(node, row, entity, quiet)));
      continue;
    }
    const use = fields.get(entry.name);
    if (use === undefined) fields.set(entry.name, readField(node, entry, entity, pass));
    else if (entry.repeated) {
      use.faulty ||= node.faulty === true;
      for (const one of readValues(node, entry, entity, pass)) use.values.push(one);
    } else {
      duplicate(node, use, pass);
      // Which of them counts nobody knows.
      mean(entry, readValues(node, entry, entity, quiet));
    }
  }
  for (const one of unknown) for (const guess of one.guesses) mean(guess.one, one.read(guess.one));
  const isWritten = ({ name }: FieldEntry) => fields.has(name);
  for (const finding of unknownFieldFaults(unknown, owner, isWritten, pass.chunk))
    pass.findings.push(finding);
  // Most blocks are well written: of tens of thousands, these share what is empty.
  return {
    fields: new Fields([...fields.values()]),
    meant: guesses.size === 0 ? noMeaning : guesses,
    garbled,
  };
}

/** Of a block in which nothing is misspelt. */
export const noMeaning: ReadonlyMap<string, never> = new Map<string, never>();
const noNames: ReadonlySet<never> = new Set();

function readField(node: Field, entry: FieldEntry, entity: Entity, pass: Pass): Use {
  const values = readValues(node, entry, entity, pass);
  const use: Use = { entry, node, faulty: node.faulty === true, values };
  if (entry.block === undefined) {
    if (node.block !== undefined && !node.faulty) {
      wrongForm(node, entry, pass);
    }
    return use;
  }
  if (node.block === undefined) return use;
  const inner = readFields(node.block, entry, entity, pass);
  for (const nested of node.block.entries)
    if (nested.type === "declaration") straying(nested.kind, entry, pass);
  use.block = inner.fields;
  use.blockMeant = inner.meant.size === 0 ? noNames : new Set(inner.meant.keys());
  use.blockGarbled = inner.garbled;
  if (inner.meant.size > 0 || inner.garbled)
    for (const one of unreadable(node)) use.values.push(one);
  return use;
}

/** A block in which something is misspelt counts as written, but not every figure in it is known. */
function unreadable(node: Field): Typed[] {
  const value: Value = { type: "value", start: node.name.start, end: node.name.end, faulty: true };
  return [{ is: "unknown", span: node.name, node: value }];
}

function straying(
  span: { start: number; end: number; text: string },
  entry: FieldEntry,
  pass: Pass,
): void {
  pass.findings.push({
    code: "misplaced",
    at: { chunk: pass.chunk, span },
    message: `'${span.text}' cannot stand in '${entry.name}'. Move it out of this block.`,
  });
}

function readValues(node: Field, entry: FieldEntry, entity: Entity, pass: Pass): Typed[] {
  if (entry.block !== undefined) {
    if (node.values.length > 0 && !node.faulty) wrongForm(node, entry, pass);
    return node.block === undefined && node.values.length > 0 ? unreadable(node) : [];
  }
  const [first, extra] = node.values;
  // A faulty value that falls into several is one mistake, which the parser has told.
  const isBroken = !entry.list && extra !== undefined && node.values.some((one) => one.faulty);
  if (isBroken && first !== undefined) return [{ is: "unknown", span: first, node: first }];
  const values = node.values.map((value) => readValue(value, entry, entity, pass));
  const last = node.values.at(-1);
  if (!entry.list && extra !== undefined && last !== undefined && !node.faulty) {
    pass.findings.push({
      code: "wrong-type",
      at: { chunk: pass.chunk, span: { start: extra.start, end: last.end } },
      message: `'${entry.name}' takes one value. ${entry.repeated ? `Write a second '${entry.name}' line for another.` : "Keep the one that counts."}`,
    });
    // Which of them counts nobody knows.
    const unread: Typed = {
      is: "unknown",
      span: extra,
      node: extra,
    };
    return [...values.slice(0, 1), unread];
  }
  return values;
}

function readValue(value: Value, entry: FieldEntry, entity: Entity, pass: Pass): Typed {
  const meaning = typed(value, entry, entity);
  const span =
    value.head?.type === "reference" && meaning && "is" in meaning && meaning.is === "reference"
      ? meaning.ref.span
      : value;
  if ("is" in meaning) return placed(meaning, span, value);
  const at = { chunk: pass.chunk, span };
  const { code, message, instead = [], sure } = meaning;
  const place = { chunk: pass.chunk, span: meaning.span ?? span };
  const fixes = instead.map(
    (text): Fix => ({
      title: `Change to ${text}`,
      edits: () => [{ at: place, text }],
      ...(sure ? { safe: true } : {}),
    }),
  );
  pass.findings.push({ code, at, message, fixes });
  return { is: "unknown", span, node: value };
}

/** Written out for those that are usual, so that they take no more memory than they need. */
function placed(meaning: Meaning, span: Span, node: Value): Typed {
  switch (meaning.is) {
    case "reference":
      return { is: meaning.is, ref: meaning.ref, span, node };
    case "choice":
      return { is: meaning.is, name: meaning.name, span, node };
    case "text":
      return { is: meaning.is, text: meaning.text, span, node };
    case "date":
      return { is: meaning.is, date: meaning.date, span, node };
    default:
      return { ...meaning, span, node };
  }
}

function wrongForm(node: Field, entry: FieldEntry, pass: Pass): void {
  const first = node.values[0];
  const last = node.values.at(-1);
  pass.findings.push({
    code: "wrong-type",
    at: {
      chunk: pass.chunk,
      span:
        first !== undefined && last !== undefined
          ? { start: first.start, end: last.end }
          : node.name,
    },
    message: `'${entry.name}' takes ${asks(entry)}.`,
  });
}

function duplicate(node: Field, use: Use, pass: Pass): void {
  pass.findings.push({
    code: "duplicate-field",
    at: { chunk: pass.chunk, span: node.name },
    message: `'${node.name.text}' is written twice here. Keep one of them${use.entry.list ? ", with all names in one list" : ""}.`,
    related: [{ at: { chunk: pass.chunk, span: use.node.name }, message: "First written here." }],
  });
}
