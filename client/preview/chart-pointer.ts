// What the pointer does over the chart → the row under it, cards, what is chosen, and what a click does.
import type { RefObject } from "preact";
import { gapKey, rowAt } from "../drawings/roadmap/rows.ts";
import { act, type Charted, holdsSeveral, toggle } from "./chart-act.ts";
import { type MarkKey, markOf, rowKeyOf } from "./marks.ts";
import type { CardControl } from "./resting.ts";

export interface PointerHandlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onClick: (event: MouseEvent) => void;
}

interface Pointed {
  readonly card: CardControl<MarkKey>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLDivElement | null>;
  readonly setHover: (key: string | undefined) => void;
  readonly isDragging: () => boolean;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onAim: (event: PointerEvent) => void;
  /** Says whether the click chooses: then it opens nothing. */
  readonly onChoose: (event: MouseEvent, mark: MarkKey | undefined) => boolean;
}

export function pointerHandlers(chart: Charted, pointed: Pointed): PointerHandlers {
  const { card, scroller, body, setHover } = pointed;
  const { picture } = chart;
  const { rows, frame } = picture;
  return {
    onPointerDown: pointed.onPointerDown,
    onPointerMove: (event) => {
      const box = body.current?.getBoundingClientRect();
      if (!box || pointed.isDragging()) return;
      pointed.onAim(event);
      const row = rows[rowAt(rows, event.clientY - box.top)];
      const inside = row && event.clientY >= box.top && event.clientY - box.top < picture.height;
      setHover(inside ? row.key : undefined);
      const mark = markOf(event.target);
      if (mark && card.shown?.thing === mark) card.hold();
      else card.show(mark, event.clientX, event.clientY);
    },
    onPointerLeave: () => {
      setHover(undefined);
      card.leave();
    },
    onClick: (event) => {
      const mark = markOf(event.target);
      if (pointed.onChoose(event, mark)) return card.close();
      if (!mark) return;
      if (holdsSeveral(chart, mark)) return card.show(mark, event.clientX, event.clientY, 0);
      card.close();
      const row = picture.byKey.get(rowKeyOf(mark));
      if (row?.type === "gap") return toggle(chart, gapKey);
      if (row?.type === "group") {
        const left = event.clientX - (scroller.current?.getBoundingClientRect().left ?? 0);
        if (left < frame.margin + row.group.depth * 16 + 14) return toggle(chart, row.group.id);
      }
      act(chart, mark);
    },
  };
}
