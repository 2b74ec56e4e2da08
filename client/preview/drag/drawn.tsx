// What is dragged, chosen or told → what lies over the picture, beside its names and on its lane; the picture itself is not drawn anew.
import type { RefObject } from "preact";
import type { MarkKey } from "../marks.ts";
import { AloftBars, AloftEvents, AloftMilestones } from "./drawn-bars.tsx";
import { BarRing, Grips, GroupTargets, WaitLine } from "./drawn-targets.tsx";
import { type Hand, heldKey, type Shown } from "./hand.ts";
import { aloft, useHandState, useLifted } from "./use-hand.ts";

/** Over the rows; `hover` is the row under the pointer. */
export function OverRows(props: {
  readonly hand: Hand;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly hover: MarkKey | undefined;
}) {
  const { hand, hover } = props;
  const state = useHandState(hand);
  const ground = hand.ground();
  const shown = aloft(state);
  useLifted(ground, props.scroller, shown);
  if (ground === undefined) return null;
  const { held, chosen, note } = state;
  const dropped = new Map(
    [...state.sent, ...(held ? [held] : [])].flatMap(({ outcome }) => [...outcome.places]),
  );
  const meant = shown.flatMap((one) => meantBy(one) ?? []);
  // The mark that has the focus is hidden with its ring.
  const focused = shown.flatMap((one) => (one.by === "keys" && !one.below ? heldKey(one) : []));
  const only = chosen.size === 1 ? chosen : [];
  // What is not drawn yet where it was dropped has no grips there.
  const gripped =
    ground.editing && aloft(state).length === 0 ? [...(hover ? [hover] : []), ...only] : [];
  const left = `${ground.picture.frame.names}px`;
  return (
    <>
      <div class="drag-over beside" aria-hidden="true">
        <svg>
          <GroupTargets ground={ground} held={held} side="names" />
        </svg>
      </div>
      <svg class="drag-over" style={{ left }} aria-hidden="true">
        <GroupTargets ground={ground} held={held} side="calendar" />
        {shown.map((one, index) => (
          <AloftBars key={index} ground={ground} shown={one} />
        ))}
        {shown.map((one, index) => (
          <AloftMilestones key={index} ground={ground} shown={one} />
        ))}
        {[...new Set([...chosen, ...focused])].map((mark) => (
          <BarRing key={mark} {...{ ground, mark, dropped }} colour="focus" />
        ))}
        {[...new Set(gripped)].map((mark) => (
          <Grips key={mark} ground={ground} mark={mark} />
        ))}
        {meant.map(({ mark, isWrong }) => (
          <BarRing key={mark} {...{ ground, mark, dropped }} colour={isWrong ? "red" : "focus"} />
        ))}
        {shown.map((one, index) => (
          <WaitLine key={index} ground={ground} shown={one} />
        ))}
        {note && <BarRing {...{ ground, dropped }} mark={note.at} colour={note.tone} />}
      </svg>
    </>
  );
}

/** What is to wait for something. */
function meantBy({ doing, outcome }: Shown) {
  if (doing.does !== "wait" || doing.of === undefined) return undefined;
  return { mark: doing.of, isWrong: outcome.wrong === true };
}

/** Over the lane of reviews and events. */
export function OverLane({ hand }: { readonly hand: Hand }) {
  const state = useHandState(hand);
  const ground = hand.ground();
  if (ground === undefined) return null;
  const { heights, frame } = ground.picture;
  const y = heights.all - 1 - heights.lane / 2;
  return (
    <svg class="drag-over" style={{ left: `${frame.names}px` }} aria-hidden="true">
      {aloft(state).map((one, index) => (
        <AloftEvents key={index} ground={ground} shown={one} y={y} />
      ))}
    </svg>
  );
}
