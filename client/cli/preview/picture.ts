// A way to read the strategy → its last good state and the drawings of it, each made once for all pages that look at it.
import type { HostMessage } from "../../../server/protocol.ts";

/** A strategy as it was read, of which any view can be drawn. */
export interface Readable {
  /** Throws where the view cannot be made. */
  readonly draw: (view: string) => HostMessage;
}

interface Picture<State extends Readable> {
  /** The last good drawing of a view, and behind it what has gone wrong since. */
  readonly messages: (view: string) => readonly HostMessage[];
  /** What has gone wrong since it was last read well. */
  readonly fault: () => Fault | undefined;
  /** What it was drawn from. */
  readonly state: () => State;
  /** Reads anew; who asks while it reads shares one more reading after it. */
  readonly redraw: () => Promise<void>;
  /** Whether another day counts as today than when it was read. */
  readonly isOld: () => boolean;
}

type Fault = Extract<HostMessage, { readonly type: "stale" }>;

/** `first` is read already, on the day that `day` tells. */
export function createPicture<State extends Readable>(
  first: State,
  read: () => Promise<State>,
  day: () => string,
): Picture<State> {
  let state = first;
  let drawn = new Map<string, HostMessage>();
  let fault: Fault | undefined;
  let readOn = day();
  let running: Promise<void> | undefined;
  let isWanted = false;

  const readAll = async () => {
    while (isWanted) {
      isWanted = false;
      readOn = day();
      try {
        state = await read();
        drawn = new Map();
        fault = undefined;
      } catch (error) {
        fault = {
          type: "stale",
          sentence: error instanceof Error ? error.message : String(error),
        };
      }
    }
    running = undefined;
  };

  const drawing = (view: string): HostMessage => {
    const known = drawn.get(view);
    if (known !== undefined) return known;
    try {
      const made = state.draw(view);
      drawn.set(view, made);
      return made;
    } catch (error) {
      // One view that cannot be made leaves the others as they are.
      const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { type: "error", view, details };
    }
  };

  return {
    messages: (view) => (fault === undefined ? [drawing(view)] : [drawing(view), fault]),
    fault: () => fault,
    state: () => state,
    redraw: () => {
      isWanted = true;
      running ??= readAll();
      return running;
    },
    isOld: () => readOn !== day(),
  };
}
