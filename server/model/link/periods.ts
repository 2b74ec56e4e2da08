// Periods with two written dates → those whose end lies before their start.
import type { Finding } from "../../finding.ts";
import { spanOf } from "../calendar.ts";
import type { Model } from "../universe.ts";

/** Periods that end before they begin. */
export function* invertedPeriods(model: Model): Iterable<Finding> {
  const fiscal = model.fiscal;
  if (fiscal === undefined) return;
  for (const entity of model.entities) {
    for (const use of entity.fields.values()) {
      for (const value of use.values) {
        if (value.is !== "period" || value.start === undefined || value.end === undefined) continue;
        if (spanOf(value.start, fiscal).start <= spanOf(value.end, fiscal).end) continue;
        const at = { chunk: entity.chunk, span: value.span };
        const text = entity.chunk.text.slice(value.span.start, value.span.end);
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
}
