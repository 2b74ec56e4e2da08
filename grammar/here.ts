// Words and the block they stand in → the kind or field that they are there, in whatever form they are written.
import { Close, Colon, Comma, Open, Quoted, Skipped, type Token, Word } from "./tokens.ts";
import { type FieldEntry, fieldOf, type KindEntry, kindOf, kinds } from "./vocabulary.ts";

/** Whose block we are in. Undefined where that is unknown, so that anything may stand there. */
export type Owner = "file" | KindEntry | FieldEntry | undefined;

export type Look = (ahead: number) => Token | undefined;

const synonyms: ReadonlyMap<string, KindEntry> = new Map(
  kinds.flatMap((kind) => kind.synonyms.map((synonym) => [synonym, kind] as const)),
);

/** The kind that a word names or is a synonym of. */
export function kindMeant(word: string): KindEntry | undefined {
  return kindOf(word) ?? synonyms.get(word);
}

/** Whether a declaration of the kind that a word names may stand here. */
export function isKindHere(word: string, owner: Owner): boolean {
  const kind = kindOf(word);
  if (kind === undefined || owner === undefined) return kind !== undefined;
  if (owner === "file") return kind.places.includes("file");
  return "places" in owner && kind.places.includes(owner.name);
}

/** The row of a field that may stand here. */
export function fieldHere(word: string, owner: Owner): FieldEntry | undefined {
  return owner === undefined || owner === "file" ? undefined : fieldOf(owner, word);
}

export function isFieldSynonym(word: string, owner: Owner): boolean {
  if (owner === undefined || owner === "file") return false;
  const rows = "fields" in owner ? owner.fields : (owner.block ?? []);
  return rows.some((row) => row.synonyms?.includes(word));
}

/** Whether a token stands on the line on which the one before it ends. */
export function follows(before: Token | undefined, token: Token | undefined): token is Token {
  return before !== undefined && token !== undefined && before.endLine === token.line;
}

const allFields: readonly FieldEntry[] = kinds.flatMap((kind) =>
  kind.fields.flatMap((field) => [field, ...(field.block ?? [])]),
);

/** The fields, and what else they are called, that are written with hyphens. */
const hyphened: ReadonlySet<string> = new Set(
  allFields
    .flatMap((field) => [field.name, ...(field.synonyms ?? [])])
    .filter((name) => name.includes("-")),
);

/** No field has more words. */
const mostWords = 4;

/**
 * How many words from `look(1)` on are one field whose hyphens are written as blanks, such as
 * `depends on:`, or words before a colon none of which is a field or a kind here; 0 where none are.
 */
export function spacedField(look: Look, owner: Owner): number {
  const second = look(2);
  if (second?.tokenType !== Word || !follows(look(1), second)) return 0;
  const words = [look(1)?.image ?? ""];
  for (let count = 2; count <= mostWords; count++) {
    const [before, word, behind] = [look(count - 1), look(count), look(count + 1)];
    if (!follows(before, word) || word.tokenType !== Word) return 0;
    words.push(word.image);
    const isBefore = follows(word, behind) && behind.tokenType === Colon;
    const name = words.join("-").toLowerCase();
    if (hyphened.has(name)) {
      if (isBefore) return count;
      const isField = fieldHere(name, owner) !== undefined && !isKindHere(words[0] ?? "", owner);
      if (isField && follows(word, behind) && !endsEntry(behind)) return count;
    }
    if (!isBefore) continue;
    const isKnown = (one: string) => fieldHere(one, owner) ?? kindOf(one);
    const isOther = isKnown(words[0] ?? "") || isKnown(words.at(-1) ?? "") || owner === "file";
    return isOther || isFieldSynonym(words[0] ?? "", owner) ? 0 : count;
  }
  return 0;
}

/** Whether the field that starts at `look(1)` is one of this block, in whatever form it is written. */
export function isFieldHere(look: Look, owner: Owner): boolean {
  const quoted = quotedName(look(1));
  const count = Math.max(1, quoted === undefined ? spacedField(look, owner) : 1);
  const words = Array.from({ length: count }, (_, index) => look(index + 1)?.image ?? "");
  return (
    fieldHere(quoted ?? (count > 1 ? words.join("-").toLowerCase() : (words[0] ?? "")), owner) !==
    undefined
  );
}

function endsEntry(token: Token): boolean {
  return [Open, Close, Skipped, Comma].includes(token.tokenType);
}

const simpleName = /^[\p{XID_Start}_](?:[\p{XID_Continue}-]|\u200c|\u200d)*$/u;

/** The name between the quotation marks of a short text that holds nothing else. */
export function quotedName(token: Token | undefined): string | undefined {
  if (token?.tokenType !== Quoted || token.quotes?.quotes === "long") return undefined;
  const inner = token.image.slice(1, -1);
  return token.quotes?.closed && simpleName.test(inner) ? inner : undefined;
}

/** Whether a field starts whose name stands in quotation marks, as in JSON: `"owner": "cio"`. */
export function isQuotedField(look: Look): boolean {
  const [name, colon] = [look(1), look(2)];
  return quotedName(name) !== undefined && follows(name, colon) && colon.tokenType === Colon;
}
