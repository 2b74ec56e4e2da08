// What completion offers: one word or phrase that may stand at the cursor, as plain data.

import type { Markdown } from "../words/markdown.ts";

export type SuggestionKind =
  | "kind"
  | "field"
  | "choice"
  | "name"
  | "date"
  | "unit"
  | "keyword"
  | "path"
  | "rule"
  | "figure";

/** Names an entity over the wire: `name` is its path within its project, `crm.pilot` for a milestone. */
export interface EntityKey {
  readonly root: string;
  readonly name: string;
}

export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  /** What is written; without it the label. */
  readonly insert?: string;
  /** The same with tab stops, in LSP snippet syntax, for editors that know them. */
  readonly snippet?: string;
  /** Shown directly behind the label: a title. */
  readonly title?: string;
  /** Shown at the right: a kind and an owner. */
  readonly note?: string;
  readonly doc?: Markdown;
  /** Lower ones stand first; within one rank the order given counts. */
  readonly rank?: number;
  /** Behind it more can be completed at once. */
  readonly again?: true;
  /** Whose card explains it. */
  readonly key?: EntityKey;
}
