// A place in a file → every place where the thing named there is written.
import type { Span } from "../../grammar/tree.ts";
import { type Query, spotIn } from "../cursor/spot.ts";
import { symbolAt, usesOf } from "../cursor/symbol.ts";
import { type Location, locate } from "../diagnosis/diagnostic.ts";

/** Every use of a name in the workspace, over files and projects; its declaration too if asked. */
export function references(query: Query, withDeclaration: boolean): readonly Location[] {
  const symbol = symbolAt(query);
  if (symbol === undefined) return [];
  return usesOf(symbol.named)
    .filter((use) => withDeclaration || use.ref !== undefined)
    .map((use) => locate(use.model, { chunk: use.chunk, span: use.word }));
}

export interface Highlight extends Span {
  /** Where the thing is declared. */
  readonly declares: boolean;
}

/** The uses of a name in the file at hand; of a brace, its partner. */
export function highlights(query: Query): readonly Highlight[] {
  const symbol = symbolAt(query);
  if (symbol === undefined) return braces(query);
  return usesOf(symbol.named, query.file).map((use) => {
    const { start, end } = locate(use.model, { chunk: use.chunk, span: use.word });
    return { start, end, declares: use.ref === undefined };
  });
}

function braces(query: Query): readonly Highlight[] {
  const spot = spotIn(query.file.tree, query.offset);
  const block = spot?.path.findLast((node) => node.type === "block");
  if (spot === undefined || block === undefined) return [];
  const { open, close } = block;
  const touched = [open, close].some(
    (one) => one.start < one.end && one.start <= spot.at && spot.at <= one.end,
  );
  if (!touched || close.start === close.end) return [];
  return [open, close].map((one) => ({
    start: spot.start + one.start,
    end: spot.start + one.end,
    declares: false,
  }));
}
