// What stands in the Strategy tree → its shape: a line with a sign and words, and what lies under it.
import type { SourcePlace } from "../../server/views/shape.ts";

/** A sign of the editor by its name, and the colour in which it is drawn; the words beside it say the same. */
export interface BranchSign {
  readonly icon: string;
  /** One of the colours of the extension; without one that of the text. */
  readonly colour?: string | undefined;
}

/** What a line can be asked to do: the words by which menus know it. */
export type Ability = "initiative-in" | "kpi-in" | "risk-in" | "drawn" | "written";

export interface TreeBranch {
  /** That of what it stands for, in the views, or of a group: it is told by it from what stands beside it. */
  readonly id: string;
  readonly title: string;
  /** Behind the title: "at risk · 40% · 1.9M" */
  readonly words: string;
  /** All of it in a sentence, for those who hear it. */
  readonly sentence: () => string;
  readonly sign: BranchSign;
  /** Where it is written, if it is. */
  readonly source?: SourcePlace | undefined;
  readonly can: readonly Ability[];
  /** A command that a click runs, where nothing is written that it could go to. */
  readonly runs?: string;
  /** Undefined where nothing lies under it; else whether that is in sight at first. */
  readonly opens?: "open" | "closed" | undefined;
  /** What lies under it, made when somebody looks. */
  readonly children: () => readonly TreeBranch[];
  /** The data of which the line is made: where they are the same objects it says the same. */
  readonly of: readonly unknown[];
}
