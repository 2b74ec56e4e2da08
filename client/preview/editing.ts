// What a reader does to the picture → a message to the host, and its answer.
import type { Gesture } from "../../server/gestures/shape.ts";
import type { Host } from "./host.ts";

/** A way to write what is done to the picture; both answer with the sentence of a refusal, if there is one. */
export interface Editing {
  /** All of them become one edit. The new picture comes as a view of its own. */
  readonly make: (gestures: readonly Gesture[]) => Promise<string | undefined>;
  /** Takes the last edit back. */
  readonly undo: () => Promise<string | undefined>;
}

/** The way of a host, and what has to hear its answers. */
export function createEditing(
  send: Host["send"],
): Editing & { readonly hear: (number: number, refused: string | undefined) => void } {
  const waiting = new Map<number, (refused: string | undefined) => void>();
  let count = 0;
  const numbered = (say: (number: number) => void) =>
    new Promise<string | undefined>((resolve) => {
      count += 1;
      waiting.set(count, resolve);
      say(count);
    });
  return {
    make: (gestures) =>
      numbered((number) => send({ type: "edit", number, gestures: [...gestures] })),
    undo: () => numbered((number) => send({ type: "undo", number })),
    hear: (number, refused) => {
      waiting.get(number)?.(refused);
      waiting.delete(number);
    },
  };
}
