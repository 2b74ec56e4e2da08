// A marked-up plan and gestures on its picture → the plan after them, or the sentence with which they are refused.
import { expect } from "vitest";
import { isRefusal } from "../../server/edits/refusal.ts";
import type { Days, Gesture } from "../../server/gestures/shape.ts";
import type { Entity } from "../../server/model/entity.ts";
import type { Model } from "../../server/model/universe.ts";
import { readMarks } from "../marks.ts";
import { universeOf } from "../workspace.ts";
import { after, dateDragOf, dragOf, moveOf } from "./dragged.ts";

/** What is done to the picture of a plan. */
export type Deed = (model: Model, entity: (name: string) => Entity) => Gesture | readonly Gesture[];

/** Moves a bar by some days. */
export function move(name: string, days: number): Deed {
  return (model, entity) => moveOf(model, entity(name), days);
}

/** Drags a bar, or one of its edges, to a day, or lays it from the tray onto the calendar. */
export function drag(name: string, to: Days): Deed {
  return (model, entity) => dragOf(model, entity(name), to);
}

/** Drags a mark with one date to a day. */
export function dragDate(name: string, to: string): Deed {
  return (model, entity) => dateDragOf(model, entity(name), to);
}

/** To the day, however it is written. */
export function exactly(deed: Deed): Deed {
  return (model, entity) => gesturesOf(deed, model, entity).map((one) => ({ ...one, exact: true }));
}

/** Several at once. */
export function all(...deeds: readonly Deed[]): Deed {
  return (model, entity) => deeds.flatMap((deed) => gesturesOf(deed, model, entity));
}

function gesturesOf(
  deed: Deed,
  model: Model,
  entity: (name: string) => Entity,
): readonly Gesture[] {
  return [deed(model, entity)].flat();
}

/** The plan after what is done to it, which may be several files; or the sentence of a refusal. */
export function check(before: string, deed: Deed, expected: string): void {
  const files = Object.fromEntries(readMarks(before).files);
  const { model, entity } = universeOf(files);
  const own = model(Object.keys(files).some((path) => path.includes("/")) ? "" : undefined);
  const result = after(files, own, gesturesOf(deed, own, entity));
  if (isRefusal(result)) expect(result.refused).toBe(expected);
  else expect(result).toEqual(Object.fromEntries(readMarks(expected).files));
}
