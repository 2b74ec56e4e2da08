// A place in a text → what the grammar makes of a word that is put there: the one reader, also where nothing parses yet.
import { parseFile } from "../../grammar/parser.ts";
import { isOtherQuote } from "../../grammar/scan.ts";
import { type Lexeme, tokensIn } from "../../grammar/stream.ts";
import type { Comment, Entry, FileTree, Node, Span } from "../../grammar/tree.ts";
import { type Spot, spotIn } from "./spot.ts";

/** No kind, no field and no word of the language, nor nearly one: what lands says where one would. */
const word = "zzqx";

/** Where a word has landed. All spans are relative to the chunk, in the text that has the word. */
export interface Probe {
  readonly spot: Spot;
  /** The word alone. */
  readonly mark: Span;
  /** How much longer the text has become. */
  readonly growth: number;
  /** The comment that holds it. */
  readonly comment: Comment | undefined;
  /** The innermost entry that holds it, outside of its block. */
  readonly entry: Entry | undefined;
  /** The token that it has become with what stands beside it, and those of its entry before that. */
  readonly token: Lexeme | undefined;
  readonly before: readonly Lexeme[];
}

/** Puts a word at an offset of a file. Where braces pair, only what it lands in is parsed. */
export function probe(tree: FileTree, offset: number): Probe {
  return look(tree, { start: offset, end: offset }, word);
}

/** Puts the head of a declaration and its block in the place of a stretch of a file. */
export function probeHead(tree: FileTree, span: Span): Probe {
  return look(tree, span, `${word} ${word} {} `);
}

function look(tree: FileTree, { start, end }: Span, put: string): Probe {
  const { text } = tree;
  // A quotation mark right behind a word would be one that its text lacks at the end.
  const next = text.charCodeAt(end);
  const gap = next === 34 || isOtherQuote(next) ? " " : "";
  const marked = parseFile(text.slice(0, start) + put + gap + text.slice(end), tree);
  // One behind where it starts, a place touches no node beside the word.
  const spot = spotIn(marked, start + 1);
  if (spot === undefined) throw new Error("A text with a word in it has no chunk.");
  const mark = { start: spot.at - 1, end: spot.at - 1 + word.length };
  const { chunk, path } = spot;
  const inner = path.findLast((node) => node.type === "block" || isEntry(node));
  const entry = inner !== undefined && isEntry(inner) ? inner : undefined;
  const tokens = entry === undefined ? [] : tokensIn(chunk.text, entry.start, chunk.text.length);
  const at = tokens.findIndex((one) => encloses(one, mark));
  return {
    spot,
    mark,
    growth: marked.text.length - text.length,
    comment: chunk.comments.find((one) => encloses(one, mark)),
    entry,
    token: tokens[at],
    before: tokens.slice(0, Math.max(0, at)).filter((one) => one.is !== "comment"),
  };
}

/** Whether a span holds all of another one. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isEntry(node: Node): node is Entry {
  const { type } = node;
  return type === "declaration" || type === "field" || type === "import" || type === "junk";
}
