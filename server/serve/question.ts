// What a client asks about a document → the document of one snapshot, and its places in offsets, as features want them.
import type { Query } from "../cursor/spot.ts";
import type { Sight } from "./convert.ts";
import { offsetOf, type Position, type Range } from "./positions.ts";
import type { ShownKinds } from "./settings.ts";
import type { Held } from "./snapshot.ts";

/** A document of one snapshot, ready to be asked. */
export interface AskedDocument extends Sight, Held {
  /** What the user wants to see in it, for the answers that are guarded so; for others all. */
  readonly settings: ShownKinds;
}

/** A place of a document, as features want it. */
export function queryOf(asked: AskedDocument, position: Position): Query {
  const { model, file, client } = asked;
  return { model, file, offset: offsetOf(file.tree, position, client.encoding) };
}

/** A range of a document in offsets. */
export function offsetsOf(
  { file, client }: AskedDocument,
  range: Range,
): { start: number; end: number } {
  const at = (position: Position) => offsetOf(file.tree, position, client.encoding);
  return { start: at(range.start), end: at(range.end) };
}
