// The state of what is dragged → whatever is drawn of it alone is drawn anew: the picture below is not.
import { useEffect, useState } from "preact/hooks";
import type { Hand, HandState, Shown } from "./hand.ts";

export function useHandState(hand: Hand): HandState {
  const [state, setState] = useState(hand.state);
  useEffect(() => {
    setState(hand.state());
    return hand.listen(() => setState(hand.state()));
  }, [hand]);
  return state;
}

/** All that is not where the picture has it. */
export function aloft({ sent, held, back }: HandState): readonly Shown[] {
  return [...sent, ...(back ? [back] : []), ...(held ? [held] : [])];
}
