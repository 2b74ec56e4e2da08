// The card comes when the pointer rests on a mark, and goes when it leaves both mark and card.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Row } from "../drawings/rows.ts";
import type { Floating } from "./floating.tsx";

const rest = 150;

export interface Card {
  readonly shown: Floating | undefined;
  /** After the pointer has rested, or at once with a wait of 0. */
  readonly show: (row: Row | undefined, x: number, y: number, wait?: number) => void;
  /** Away after a moment, in which the pointer may still reach the card. */
  readonly leave: () => void;
  /** It stays as it is. */
  readonly hold: () => void;
  readonly close: () => void;
}

export function useCard(): Card {
  const [shown, setShown] = useState<Floating | undefined>(undefined);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const hold = () => clearTimeout(timer.current);
  const show: Card["show"] = (row, x, y, wait = rest) => {
    hold();
    timer.current = window.setTimeout(() => setShown(row && { row, x, y }), wait);
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
