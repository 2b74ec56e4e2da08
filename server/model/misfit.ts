// What keeps a value from meaning what its field asks: why, and what may be meant.
import type { Span } from "../../grammar/tree.ts";

/** Why a value does not fit its field, and what may be meant. */
export interface Misfit {
  readonly code: "wrong-type" | "unknown-value" | "syntax";
  readonly message: string;
  /** What to write instead: one text, or several to choose from. */
  readonly instead?: readonly string[];
  /** What that takes the place of, where it is not the whole value. */
  readonly span?: Span;
  /** Only the form is wrong: what to write instead says what the author said. */
  readonly sure?: true;
}
