// What is wrong, where, and how to mend it: the plain data that rules and checks give.
import type { Chunk, Span } from "../grammar/tree.ts";

export type Severity = "error" | "warning" | "info" | "hint";

/** A place in the source: a chunk belongs to one file, and the span is relative to it. */
export interface At {
  readonly chunk: Chunk;
  readonly span: Span;
}

/** A replacement of the text at a place; an empty span inserts. */
export interface SourceEdit {
  readonly at: At;
  readonly text: string;
}

/** A quick fix. Its edits are computed only when someone asks for them. */
export interface Fix {
  readonly title: string;
  readonly edits: () => readonly SourceEdit[];
  /** It cannot be wrong: "fix all" may apply it unseen. */
  readonly safe?: true;
  /** One of many alike: an editor shows the first few, and the others behind an entry of this title. */
  readonly among?: string;
}

/** Another place that has to do with what is found. */
export interface RelatedPlace {
  readonly at: At;
  readonly message: string;
}

/** So many other places of a finding are made ready; all of them where somebody asks. */
export const mostShown = 50;

/** One mistake or gap before severity and suppression are applied. */
export interface Finding {
  readonly code: string;
  readonly at: At;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** All of them, where `related` are only the first of thousands. */
  readonly allRelated?: () => readonly RelatedPlace[];
  /** A function where there may be many: they are made only when someone asks, who may want the first only. */
  readonly fixes?: readonly Fix[] | ((most?: number) => readonly Fix[]);
  /** Severity that differs from the rule's own, such as the W of `undeclared-name`. */
  readonly severity?: Severity;
}

/**
 * Whether two findings say the same of the same places; what their fixes do follows from that. Of
 * thousands of places those that are made ready are compared: the others are found anew when asked for.
 */
export function isSameFinding(a: Omit<Finding, "code">, b: Omit<Finding, "code">): boolean {
  const [one, other] = [a.related ?? [], b.related ?? []];
  return (
    a.message === b.message &&
    isSamePlace(a.at, b.at) &&
    one.length === other.length &&
    one.every((place, index) => isSamePlace(place.at, other[index]?.at))
  );
}

function isSamePlace(one: At, other: At | undefined): boolean {
  return one.chunk === other?.chunk && one.span === other.span;
}
