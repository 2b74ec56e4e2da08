// A way to draw the strategy → its last good drawing, made once for all pages that look at it.
import type { HostMessage } from "../../../server/protocol.ts";

interface Picture {
  /** The last good drawing, and behind it what has gone wrong since. */
  readonly messages: () => readonly HostMessage[];
  /** Draws anew; who asks while it draws shares one more drawing after it. */
  readonly redraw: () => Promise<void>;
  /** Whether another day counts as today than when it was drawn. */
  readonly isOld: () => boolean;
}

/** `first` is drawn already, on the day that `day` tells. */
export function createPicture(
  first: HostMessage,
  draw: () => Promise<HostMessage>,
  day: () => string,
): Picture {
  let good = first;
  let fault: HostMessage | undefined;
  let drawnOn = day();
  let running: Promise<void> | undefined;
  let isWanted = false;

  const drawAll = async () => {
    while (isWanted) {
      isWanted = false;
      drawnOn = day();
      try {
        good = await draw();
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

  return {
    messages: () => (fault === undefined ? [good] : [good, fault]),
    redraw: () => {
      isWanted = true;
      running ??= drawAll();
      return running;
    },
    isOld: () => drawnOn !== day(),
  };
}
