// Gestures of a page → the files that they name: a page may change those of its picture, and no others.
import type { Gesture } from "../../server/gestures/shape.ts";

/** The addresses of all marks that were meant. */
export function filesMeant(gestures: readonly Gesture[]): readonly string[] {
  return gestures.flatMap((gesture) =>
    gesture.type === "wait" ? [gesture.of.uri, gesture.on.uri] : [gesture.of.uri],
  );
}
