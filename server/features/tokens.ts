// A file → its words with their roles: colours for an editor without a grammar, and sure ones for one that has it.
import type { Chunk, Field, Head, Node, Span, Value } from "../../grammar/tree.ts";
import { nfc } from "../../grammar/values.ts";
import { type FieldEntry, fieldOf, type KindEntry, kindOf } from "../../grammar/vocabulary.ts";
import { memo } from "../cells/memo.ts";
import { entityOfNode, nodesIn } from "../cursor/spot.ts";
import type { Model } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";
import type { tokenTypes } from "./feature.ts";

type Role = (typeof tokenTypes)[number];

/** A coloured stretch, which may run over several lines. */
export interface ColouredWord extends Span {
  readonly role: Role;
  /** The name of a new thing. */
  readonly declares?: true;
}

/** A token of a chunk, in its offsets. */
export interface ChunkToken extends ColouredWord {
  /** The first word of a dotted name: an import, or an initiative before its milestone. */
  readonly alias?: string;
}

/** Whether a token is the name of an import of its file; the chunk alone cannot tell. */
export function isAlias(model: Model, file: SourceFile, { alias }: ChunkToken): boolean {
  return alias !== undefined && model.aliases.get(file.path)?.has(alias) === true;
}

/** The tokens of a chunk, found once however often the text around it changes. */
export const tokensOfChunk: (chunk: Chunk) => readonly ChunkToken[] = memo((chunk) => {
  const found: ChunkToken[] = chunk.comments.map(({ start, end }) => ({
    start,
    end,
    role: "comment",
  }));
  const add = (all: readonly ChunkToken[]) => {
    for (const one of all) found.push(one);
  };
  const visit = (node: Node, owner: KindEntry | FieldEntry | undefined): void => {
    if (node.type === "declaration") {
      found.push(token(node.kind, "keyword"));
      if (node.name) found.push({ ...token(node.name, "class"), declares: true });
      const kind = kindOf(entityOfNode(chunk, node)?.kind ?? node.kind.text);
      for (const child of nodesIn(node)) visit(child, kind);
    } else if (node.type === "import") {
      add(importTokens(chunk, node));
    } else if (node.type === "field") {
      const entry = owner && fieldOf(owner, node.name.text);
      if (entry) found.push(token(node.name, "property"));
      add(valueTokens(node, entry));
      if (node.block) visit(node.block, entry);
    } else {
      if (node.type === "text") found.push(token(node, "string"));
      for (const child of nodesIn(node)) visit(child, owner);
    }
  };
  for (const entry of chunk.entries) visit(entry, undefined);
  return apart(found.filter((one) => one.start < one.end));
});

/** In source order, less what lies in another: a comment may stand between words that are read as one name. */
function apart(found: readonly ChunkToken[]): readonly ChunkToken[] {
  let end = 0;
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      if (one.start < end) return false;
      end = one.end;
      return true;
    });
}

function token({ start, end }: Span, role: Role): ChunkToken {
  return { start, end, role };
}

function importTokens(
  chunk: Chunk,
  node: Node & { readonly type: "import" },
): readonly ChunkToken[] {
  const found = [token(node.keyword, "keyword")];
  if (node.name) {
    found.push({ ...token(node.name, "namespace"), declares: true });
    const from = /^\s*from\b/.exec(chunk.text.slice(node.name.end, node.path?.start ?? node.end));
    if (from) {
      const end = node.name.end + from[0].length;
      found.push({ start: end - "from".length, end, role: "keyword" });
    }
  }
  if (node.path) found.push(token(node.path, "string"));
  return found;
}

function valueTokens(field: Field, entry: FieldEntry | undefined): readonly ChunkToken[] {
  return field.values.flatMap((value) => [
    ...(value.head ? headTokens(value.head, entry) : []),
    ...continuation(value),
  ]);
}

function headTokens(head: Head, entry: FieldEntry | undefined): readonly ChunkToken[] {
  switch (head.type) {
    case "text":
      return [token(head, "string")];
    case "date":
      return [token(head, "number")];
    case "percent":
      return [token(head, "type")];
    case "measure":
      return measureTokens(head);
    case "after":
      return [token(head.word, "operator"), ...head.references.flatMap((one) => names(one))];
    case "reference":
      return [
        ...referenceTokens(head, entry),
        ...(head.measure ? measureTokens(head.measure) : []),
      ];
  }
}

function measureTokens(measure: Head & { readonly type: "measure" }): readonly ChunkToken[] {
  return [token(measure.number, "number"), ...(measure.unit ? [token(measure.unit, "type")] : [])];
}

type Reference = Head & { readonly type: "reference" };

function referenceTokens(head: Reference, entry: FieldEntry | undefined): readonly ChunkToken[] {
  const [word] = head.path;
  if (entry === undefined || word === undefined) return [];
  // A number behind it has its own colour.
  const words = { start: head.start, end: head.path.at(-1)?.end ?? head.end };
  for (const type of entry.types) {
    if (type.is === "choice" && type.of.some((one) => one.name === word.text))
      return [token(words, "enumMember")];
    if (type.is === "unit" || type.is === "currency") return [token(words, "type")];
    if (type.is === "word") return [token(words, "decorator")];
    if (type.is === "reference") return names(head);
  }
  return [];
}

function names({ path }: Reference): readonly ChunkToken[] {
  return path.map((word, index) => ({
    ...token(word, "variable"),
    ...(index === 0 && path.length > 1 ? { alias: nfc(word.text) } : {}),
  }));
}

/** `..`, `for`, `on`, `by` and `per` with what stands behind them. */
function continuation(value: Value): readonly ChunkToken[] {
  const { until, length, at, per } = value;
  const word = (span: Span, letters: number) =>
    token({ start: span.start, end: span.start + letters }, "operator");
  return [
    // A single dot is read as two.
    ...(until ? [word(until, Math.min(2, (until.date?.start ?? until.end) - until.start))] : []),
    ...(until?.date ? [token(until.date, "number")] : []),
    ...(length ? [word(length, 3)] : []),
    ...(length?.measure ? measureTokens(length.measure) : []),
    ...(at ? [token(at.word, "operator")] : []),
    ...(at?.date ? [token(at.date, "number")] : []),
    ...(per ? [word(per, 3)] : []),
    ...(per?.unit ? [token(per.unit, "type")] : []),
  ];
}
