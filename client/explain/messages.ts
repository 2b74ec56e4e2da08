// What a page about findings and its host say to each other.
import * as z from "zod";

/** From the page to its host, which checks each with this schema. */
export const explainMessage = z.discriminatedUnion("type", [
  /** The page listens: send it what it shows. */
  z.object({ type: z.literal("ready") }),
  /** A link to another page, as it is written. */
  z.object({ type: z.literal("link"), href: z.string().max(1000) }),
  /** Show the place of a finding. */
  z.object({ type: z.literal("show"), id: z.string().max(20_000) }),
  /** Mend a finding as its button says, or let the ways to mend it be chosen from. */
  z.object({ type: z.literal("mend"), id: z.string().max(20_000), choose: z.boolean() }),
  /** Put an example of this page into the strategy that was edited last. */
  z.object({ type: z.literal("insert"), example: z.string().max(100_000) }),
  /** A button under what was said last. */
  z.object({ type: z.literal("act"), act: z.enum(["show", "undo", "new"]) }),
  /** All findings of this kind, where only the first are listed. */
  z.object({ type: z.literal("all") }),
]);
export type ExplainMessage = z.infer<typeof explainMessage>;

export type SeverityName = "error" | "warning" | "info" | "hint";

/** What is told over a page about a finding. */
export interface PageHead {
  /** "Missing risk" */
  readonly title: string;
  /** As comments and the configuration write it. */
  readonly code: string;
  /** "Risk", or what the faults of the language are called. */
  readonly group: string;
  readonly severity: SeverityName;
  readonly severityWord: string;
}

/** A finding of the kind that the page is about. */
export interface PlannedFinding {
  readonly id: string;
  readonly severity: SeverityName;
  readonly severityWord: string;
  readonly message: string;
  /** "growth.strategy, line 12" */
  readonly place: string;
  /** What its button does: "Add a risk". */
  readonly fix?: string;
  /** There are more ways to mend it. */
  readonly hasMore: boolean;
}

/** What is found of the kind right now. */
export interface PlanFound {
  readonly sentence: string;
  readonly isClear: boolean;
  readonly findings: readonly PlannedFinding[];
  /** "All 23 …", where only the first are listed. */
  readonly all?: string;
}

/** The words that the page does not make itself. */
export interface PageWords {
  readonly inYourPlan: string;
  readonly insert: string;
  readonly otherWays: string;
  readonly close: string;
}

export type Act = Extract<ExplainMessage, { type: "act" }>["act"];

/** From the host to its page. */
export type ExplainHostMessage =
  | {
      readonly type: "page";
      readonly markdown: string;
      /** The address of the folder of the page, with a slash at its end. */
      readonly base: string;
      readonly head?: PageHead;
      readonly words: PageWords;
      readonly anchor?: string;
    }
  | { readonly type: "plan"; readonly plan: PlanFound }
  /** Go to a heading of the page. */
  | { readonly type: "anchor"; readonly anchor: string }
  /** What was done, or why not; with buttons. */
  | {
      readonly type: "said";
      readonly sentence: string;
      readonly acts: readonly { readonly act: Act; readonly label: string }[];
    };
