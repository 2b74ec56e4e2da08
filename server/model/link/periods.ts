// Periods with two written dates → those whose end lies before their start.
import type { Chunk } from "../../../grammar/tree.ts";
import type { WrittenDate } from "../../../grammar/values.ts";
import type { At, Finding } from "../../finding.ts";
import { spanOf } from "../calendar.ts";
import type { Fields, Typed, WrittenPeriod } from "../entity.ts";
import { outline } from "../outline.ts";
import type { Model } from "../universe.ts";

/** Periods that end before they begin. */
export function* invertedPeriods(model: Model): Iterable<Finding> {
  const { fiscal } = model;
  if (fiscal === undefined) return;
  for (const chunk of model.chunks()) {
    for (const { value, at } of periodsIn(chunk)) {
      if (spanOf(value.start, fiscal).start <= spanOf(value.end, fiscal).end) continue;
      const text = chunk.text.slice(at.span.start, at.span.end);
      const [from = "", to = ""] = text.split("..").map((end) => end.trim());
      yield {
        code: "inverted-period",
        at,
        message: `This ends before it begins. Write the earlier date first, such as ${to} .. ${from}.`,
        fixes: [{ title: "Swap the dates", edits: () => [{ at, text: `${to} .. ${from}` }] }],
      };
    }
  }
}

interface Written {
  readonly value: { readonly start: WrittenDate; readonly end: WrittenDate };
  readonly at: At;
}

/** The periods of a chunk in which both ends are written. */
function periodsIn(chunk: Chunk): readonly Written[] {
  const found: Written[] = [];
  for (const entity of outline(chunk).entities) {
    for (const { start, end, span } of periodsOf(entity.fields)) {
      if (start !== undefined && end !== undefined)
        found.push({ value: { start, end }, at: { chunk, span } });
    }
  }
  return found;
}

/** The periods of some fields, also those in a block, such as the timeline of `initial`. */
function* periodsOf(fields: Fields): Iterable<WrittenPeriod & Pick<Typed, "span">> {
  for (const { values, block } of fields.values()) {
    for (const value of values) if (value.is === "period") yield value;
    if (block !== undefined) yield* periodsOf(block);
  }
}
