// What is held, refused or against a rule → the label above it, in words, and the same for those who hear the page.
import { useLayoutEffect, useRef } from "preact/hooks";
import { barEnds } from "../../drawings/roadmap/bars.ts";
import { dayOf, xOf } from "../../drawings/time.ts";
import { CloseButton } from "../close-button.tsx";
import { rowKeyOf } from "../marks.ts";
import { ToneSign } from "../point-label.tsx";
import { type ChartGround, type Hand, type HandState, heldKey, type Shown } from "./hand.ts";
import { onDays, type ThingKey } from "./things.ts";
import { useHandState } from "./use-hand.ts";

/** Over all of the stage, in whose px it is placed. */
export function DragLabel({ hand }: { readonly hand: Hand }) {
  const state = useHandState(hand);
  const ground = hand.ground();
  const { held, note, said } = state;
  return (
    <>
      {ground && held && (
        <Placed ground={ground} anchor={anchorOf(ground, held)}>
          <div class={`point-label drag-label${toneOf(held)}`} aria-hidden="true">
            {held.outcome.wrong && <ToneSign tone="red" />}
            <div>
              <strong>{held.outcome.words}</strong>
              {held.outcome.more && <span>{held.outcome.more}</span>}
            </div>
          </div>
        </Placed>
      )}
      {ground && !held && note && (
        <Placed ground={ground} anchor={anchorOfNote(ground, note, state)}>
          <div class={`point-label drag-label ${note.tone}`}>
            <ToneSign tone={note.tone} />
            <strong>{note.sentence}</strong>
            <CloseButton onClose={hand.closeNote} />
          </div>
        </Placed>
      )}
      <p class="unseen" role="status">
        {said}
      </p>
    </>
  );
}

/** A longer label has two lines. */
function toneOf({ outcome: { words, more = "", wrong } }: Shown): string {
  return `${wrong ? " red" : ""}${words.length + more.length > 56 ? " long" : ""}`;
}

/** What a label belongs to, in px of the stage. */
interface Anchor {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

function Placed(props: {
  readonly ground: ChartGround;
  readonly anchor: Anchor;
  readonly children: preact.ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { ground, anchor } = props;
  useLayoutEffect(() => {
    const element = box.current;
    const sight = ground.scroller.current;
    if (!element || !sight) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const { frame } = ground.picture;
    const least = frame.stacked ? 8 : frame.names + 8;
    const most = sight.clientWidth - width - 8;
    element.style.left = `${Math.max(Math.min(least, most), Math.min(anchor.x, most))}px`;
    const above = anchor.top - height - 8;
    const top = above >= 4 ? above : anchor.bottom + 8;
    element.style.top = `${Math.max(4, Math.min(top, sight.clientHeight - height - 4))}px`;
  });
  return (
    <div ref={box} class="drag-place">
      {props.children}
    </div>
  );
}

/** In the px of the rows. */
interface Spot {
  readonly x: number;
  readonly middle: number;
}

function toAnchor({ picture, scroller }: ChartGround, { x, middle }: Spot, reach = 10): Anchor {
  const { frame, heights } = picture;
  const { scrollLeft = 0, scrollTop = 0 } = scroller.current ?? {};
  const y = heights.all + middle - scrollTop;
  return { x: frame.names + x - scrollLeft, top: y - reach, bottom: y + reach };
}

function anchorOf(ground: ChartGround, held: Shown): Anchor {
  const { doing, outcome, point, below = 0 } = held;
  const key = heldKey(held);
  if (doing.does === "wait" || (doing.does === "lay" && held.by === "pointer")) {
    const spot = doing.does === "wait" ? spotOf(ground, doing.of ?? "", outcome.places) : undefined;
    const other = point ? { x: point.x + 8, middle: point.y } : undefined;
    return toAnchor(
      ground,
      spot ?? other ?? spotOf(ground, heldKey(held), outcome.places) ?? { x: 0, middle: 0 },
      14,
    );
  }
  if (key.startsWith("event:")) return laneAnchor(ground, outcome.places.get(key)?.start ?? 0);
  const isEnd = doing.does === "shift" && doing.part === "end";
  const spot = spotOf(ground, key, outcome.places, isEnd) ?? {
    x: point?.x ?? 0,
    middle: point?.y ?? 0,
  };
  return toAnchor(ground, { ...spot, middle: spot.middle + below });
}

function anchorOfNote(
  ground: ChartGround,
  { at }: { readonly at: ThingKey },
  { sent }: HandState,
): Anchor {
  const places = new Map(sent.flatMap(({ outcome }) => [...outcome.places]));
  if (at.startsWith("event:")) {
    const found = ground.view.events.find(({ kind, id }) => at === `event:${kind}:${id}`);
    return laneAnchor(ground, found ? dayOf(found.date) : 0);
  }
  return toAnchor(ground, spotOf(ground, at, places) ?? { x: 8, middle: 40 });
}

function laneAnchor({ picture, scroller }: ChartGround, day: number): Anchor {
  const { frame, heights, scale } = picture;
  const left = scroller.current?.scrollLeft ?? 0;
  const x = frame.names + xOf(scale, day) - left - 8;
  return { x, top: heights.all - heights.lane, bottom: heights.all };
}

/** Where a thing lies: the left end of a bar, or near its right one. */
function spotOf(
  { picture, byId, view }: ChartGround,
  key: ThingKey,
  places: Shown["outcome"]["places"],
  isEnd = false,
): Spot | undefined {
  const found = picture.byKey.get(rowKeyOf(key));
  if (found?.type !== "initiative") return undefined;
  const middle = found.y + picture.frame.barMiddle;
  const { id, milestones } = found.initiative;
  const one = milestones.find((each) => key === `milestone:${id}:${each.id}`);
  if (one) {
    const day = places.get(key)?.start ?? dayOf(one.date);
    return { x: xOf(picture.scale, day) - 8, middle };
  }
  const work = onDays(byId.get(id) ?? found.initiative, places.get(`work:${id}`));
  const { x, width } = barEnds({ ...work, start: work.start ?? view.today }, picture.scale);
  return { x: isEnd ? Math.max(x, x + width - 120) : x, middle };
}
