// A declaration → its timeline as it is written, and the edits that write a part of it anew.
import type { Span } from "../../grammar/tree.ts";
import type { WrittenDate } from "../../grammar/values.ts";
import type { SourceEdit } from "../finding.ts";
import { calendarYear, type Fiscal } from "../model/calendar.ts";
import { type Entity, type Typed, unknownIn, valueIn } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";

/** A timeline that can be dragged. */
export interface Timeline {
  readonly entity: Entity;
  readonly period: Extract<Typed, { is: "period" }>;
  /** The fiscal year of its dates. */
  readonly fiscal: Fiscal;
}

/** The timeline that a declaration writes itself; undefined where it is not understood. */
export function timelineOf(model: Model, entity: Entity): Timeline | undefined {
  if (unknownIn(entity, "timeline")) return undefined;
  const period = valueIn(entity, "timeline", "period");
  const { fiscal } = model;
  if (period === undefined) return undefined;
  if (fiscal === undefined && [period.start, period.end].some(isFiscal)) return undefined;
  return { entity, period, fiscal: fiscal ?? calendarYear };
}

function isFiscal(date: WrittenDate | undefined): boolean {
  return date !== undefined && date.precision !== "day" && date.precision !== "month";
}

/** A text in the place of what is written there; no edit where it says so already. */
export function rewritten({ chunk }: Entity, span: Span, text: string): readonly SourceEdit[] {
  if (chunk.text.slice(span.start, span.end) === text) return [];
  return [{ at: { chunk, span: { start: span.start, end: span.end } }, text }];
}
