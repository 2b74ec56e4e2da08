// Work that may break → its result, or the fault of ours that is told in its place.
import { joined } from "../words/wording.ts";

/** The code under which is told what could not be judged. */
export const unjudgedCode = "unjudged";

/** A part of the judgement that broke: nothing that it would have said is known. */
export interface Broken {
  /** What it is, as the subject of a sentence: "The rule 'overdue'". */
  readonly part: string;
  readonly error: unknown;
}

/**
 * Does some work. Where it throws, that is added to what is broken, and the result is undefined: one
 * part that breaks takes nothing from what the others find.
 */
export function guarded<Result>(
  part: string,
  broken: Broken[],
  work: () => Result,
): Result | undefined {
  try {
    return work();
  } catch (error) {
    broken.push({ part, error });
    return undefined;
  }
}

/** So many parts are named before the others are counted. */
const mostNamed = 5;

/** What the user is told of what broke: one sentence for all that broke of the same fault. */
export function unjudged(broken: readonly Broken[]): readonly string[] {
  const alike = Map.groupBy(broken, ({ error }) => String(error));
  return [...alike.values()].map((all) => {
    const names = [...new Set(all.map(({ part }) => part))].map((part, index) =>
      index === 0 ? part : `${part.charAt(0).toLowerCase()}${part.slice(1)}`,
    );
    const more = names.length - mostNamed;
    const shown = more > 1 ? [...names.slice(0, mostNamed), `${more} others`] : names;
    return `${joined(shown, "and")} could not judge this project because of a fault in Strategy as Code itself. All else has been judged. Please report it to those you have it from, with what 'strategy check' says of it.`;
  });
}

/** What is told in a document of which nothing at all could be found out. */
export const unjudgedDocument =
  "What is wrong in this project could not be told because of a fault in Strategy as Code itself. Please report it to those you have it from, with what 'strategy check' says of it.";

/** What an error says of itself, for those who mend it. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
