// A chunk or a project → the risks that it declares, in the order of the text.
import type { Chunk } from "../../../grammar/tree.ts";
import { folded } from "../../cells/folded.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { statusOf } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";

/** All of them, whatever their status. */
export function risksInChunk(chunk: Chunk): readonly Entity[] {
  return outline(chunk).entities.filter(({ sure, kind }) => sure && kind === "risk");
}

/** How many risks a project has closed. */
export function closedRisks(model: Model): number {
  return closed(model) ?? 0;
}

const closed = folded<Model, number>(
  (_model, chunk) =>
    risksInChunk(chunk).filter((risk) => statusOf(risk) === "closed").length || undefined,
  (counts) => counts.reduce((sum, count) => sum + count, 0),
);
