// A card comes when the pointer rests on something, and goes when it leaves both that and the card.
import { useEffect, useRef, useState } from "preact/hooks";

const rest = 150;

/** Something to show a card of, and the point of the window in px to which the card belongs. */
export interface Resting<Thing> {
  readonly thing: Thing;
  readonly x: number;
  readonly y: number;
}

export interface CardControl<Thing> {
  readonly shown: Resting<Thing> | undefined;
  /** After the pointer has rested, or at once with a wait of 0. */
  readonly show: (thing: Thing | undefined, x: number, y: number, wait?: number) => void;
  /** Away after a moment, in which the pointer may still reach the card. */
  readonly leave: () => void;
  /** It stays as it is. */
  readonly hold: () => void;
  readonly close: () => void;
}

export function useCard<Thing>(): CardControl<Thing> {
  const [shown, setShown] = useState<Resting<Thing> | undefined>(undefined);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const hold = () => clearTimeout(timer.current);
  const show: CardControl<Thing>["show"] = (thing, x, y, wait = rest) => {
    hold();
    const now = thing === undefined ? undefined : { thing, x, y };
    timer.current = window.setTimeout(() => setShown(now), wait);
  };
  return {
    shown,
    show,
    hold,
    leave: () => show(undefined, 0, 0),
    close: () => {
      hold();
      setShown(undefined);
    },
  };
}
