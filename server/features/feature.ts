// What several features answer with: a change of a text somewhere in the workspace.
import type { Location } from "../diagnosis/diagnostic.ts";

/** The text that takes the place of a stretch; an empty stretch is an insertion. */
export interface TextChange extends Location {
  readonly text: string;
  /** The same with tab stops, in LSP snippet syntax, for editors that know them in such changes. */
  readonly snippet?: string;
}
