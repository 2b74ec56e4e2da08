// What keys do in the chart → another mark, another zoom, a card, or what a click does.
import type { RefObject } from "preact";
import { barOf } from "../drawings/roadmap/bars.ts";
import { laneKey, laneOf } from "../drawings/roadmap/lane.ts";
import type { Row } from "../drawings/roadmap/rows.ts";
import { dayOf, xOf } from "../drawings/time.ts";
import { act, type Charted, holdsSeveral, toggle } from "./chart-act.ts";
import type { Scrolling } from "./chart-scroll.ts";
import { type MarkKey, markOf } from "./marks.ts";
import type { CardControl } from "./resting.ts";
import { stepFrom } from "./steps.ts";

interface Keyed extends Scrolling {
  /** Says whether the key drags something: then it means nothing else. */
  readonly onDrag: (event: KeyboardEvent, mark: MarkKey | undefined) => boolean;
  readonly card: CardControl<MarkKey>;
  /** Zooms round the middle of what is in sight. */
  readonly zoomBy: (factor: number) => void;
  /** The mark that gets the focus once it is drawn. */
  readonly wanted: RefObject<MarkKey | undefined>;
  /** The focus is to go into the card as it comes. */
  readonly enters: RefObject<boolean>;
  readonly setFocus: (row: string | undefined) => void;
}

export function keyHandler(chart: Charted, keyed: Keyed): (event: KeyboardEvent) => void {
  const { card } = keyed;
  const { frame } = chart.picture;
  return (event) => {
    const mark = markOf(event.target);
    if (keyed.onDrag(event, mark)) {
      card.close();
      event.preventDefault();
      // An editor round the page would hear it too.
      event.stopPropagation();
      return;
    }
    if (event.key === "Escape") return card.close();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "+" || event.key === "-") return keyed.zoomBy(event.key === "+" ? 1.25 : 0.8);
    if (!mark || !(event.target instanceof Element)) return;
    const { left, bottom } = event.target.getBoundingClientRect();
    const showCard = () => card.show(mark, Math.max(left, frame.names), bottom - 8, 0);
    if (event.key === "Enter" && holdsSeveral(chart, mark)) {
      keyed.enters.current = true;
      showCard();
    } else if (event.key === "Enter") act(chart, mark);
    else if (event.key === " ") {
      if (card.shown) card.close();
      else showCard();
    } else if (!move(chart, keyed, mark, event.key)) return;
    event.preventDefault();
  };
}

/** Where an arrow leads; says whether the key means anything. */
function move(chart: Charted, keyed: Keyed, mark: MarkKey, key: string): boolean {
  const { view, picture, measure } = chart;
  const { frame, scale, heights, rows } = picture;
  const today = dayOf(view.today);
  const lane = heights.lane > 0 ? laneOf(view.events, scale, xOf(scale, today), measure) : [];
  const diamondsOf = (row: Row) =>
    row.type === "initiative" && row.ghost === undefined
      ? barOf(row.initiative, scale, today, frame, measure).diamonds
      : [];
  const step = stepFrom(mark, key, rows, diamondsOf, lane.map(laneKey));
  if (!step) return key.startsWith("Arrow");
  if ("toggle" in step) toggle(chart, step.toggle);
  else {
    keyed.setFocus(step.row?.key);
    if (step.row) keyed.scrollTo(step.row);
    else keyed.scrollAcross(lane.find((one) => laneKey(one) === step.to)?.x ?? 0);
    if (!keyed.focusMark(step.to)) keyed.wanted.current = step.to;
  }
  return true;
}
