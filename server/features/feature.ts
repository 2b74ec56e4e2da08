// What a feature shares with others and with those who announce it: a change of a text, and the roles of words.
import type { Location } from "../diagnosis/diagnostic.ts";

/** The text that takes the place of a stretch; an empty stretch is an insertion. */
export interface TextChange extends Location {
  readonly text: string;
  /** The same with tab stops, in LSP snippet syntax, for editors that know them in such changes. */
  readonly snippet?: string;
}

/** What words are, in the order in which editors are told of it. */
export const tokenTypes = [
  "keyword",
  "class",
  "property",
  "enumMember",
  "variable",
  "namespace",
  "number",
  "type",
  "operator",
  "string",
  "comment",
  "decorator",
] as const;
export const tokenModifiers = ["declaration"] as const;
