// A field `title:` in a block → what is wrong with it, and the edits that put the title behind the name.
import type { Chunk, Declaration, Field } from "../../grammar/tree.ts";
import type { Finding } from "../finding.ts";
import type { Entity } from "./entity.ts";
import { wholeLine } from "./whole-line.ts";

/** Whether a field is what others write for a title. */
export function isTitle(node: Field): boolean {
  return /^(?:title|name)$/i.test(node.name.text);
}

/** The title of a declaration as it stands in its chunk. */
export function titleWritten({ node, chunk }: Pick<Entity, "node" | "chunk">): string | undefined {
  return withLetters(node.title?.value) ?? titleMeant(node, chunk);
}

/** A title of no letters is none. */
function withLetters(text: string | undefined): string | undefined {
  return text !== undefined && /[^\s\p{P}\p{Z}\p{C}]/u.test(text) ? text : undefined;
}

/** The title that a field says, where none stands behind the name. */
function titleMeant(node: Declaration, chunk: Chunk): string | undefined {
  const field = node.block?.entries.find((one) => one.type === "field" && isTitle(one));
  const [first, last] = field?.type === "field" ? [field.values[0], field.values.at(-1)] : [];
  if (node.title !== undefined || first === undefined || last === undefined) return undefined;
  return first.head?.type === "text" ? first.head.value : chunk.text.slice(first.start, last.end);
}

/** The finding on a field that is meant as the title of its declaration. */
export function wrongTitle(node: Field, entity: Entity, chunk: Chunk): Finding {
  const { kind, name, title } = entity.node;
  const at = { chunk, span: node.name };
  const head = `${kind.text} ${name?.text ?? `my-${kind.text}`}`;
  const written = name?.text === undefined ? undefined : textOf(node, chunk.text);
  const where = "The title stands in quotation marks behind the name";
  const base = { code: "unknown-field", at } as const;
  if (title !== undefined)
    return {
      ...base,
      message: `${where}, where '${title.value}' stands. Change it there, or remove this line.`,
    };
  const message = `${where}. Write ${head} ${written ?? '"…"'}.`;
  if (name === undefined || written === undefined) return { ...base, message };
  const edits = () => [
    { at: { chunk, span: { start: name.end, end: name.end } }, text: ` ${written}` },
    { at: { chunk, span: wholeLine(node, chunk.text) }, text: "" },
  ];
  return { ...base, message, fixes: [{ title: "Write it behind the name", edits, safe: true }] };
}

/** What stands behind the colon, in quotation marks; undefined where it is no text of one line. */
function textOf(node: Field, text: string): string | undefined {
  const [first, last] = [node.values[0], node.values.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const written = text.slice(first.start, last.end);
  if (/[\r\n]/.test(written)) return undefined;
  if (first.head?.type !== "text") return `"${written.replace(/["\\]/g, "\\$&")}"`;
  return first === last && first.head.closed && written.startsWith('"') ? written : undefined;
}
