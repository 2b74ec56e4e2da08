// The small head of a page that goes on, the foot of every page, and where both stand.
import type { ViewData } from "../../../server/views/shape.ts";
import { img, Label, useLook } from "../look.tsx";
import { FitLabel, Hairline } from "../parts.tsx";
import { shorten } from "../text.ts";
import { titleHeight } from "../title.tsx";
import { continuedHeight, edge, type Fitted, footHeight } from "./fit.ts";
import type { Flow } from "./flow.ts";

/** Where things stand on a page, in px of what is laid out; `left` in px of the page. */
export interface PagePlaces {
  readonly left: number;
  readonly top: number;
  readonly head: number;
  readonly body: number;
  readonly foot: number;
}

export function placesOnPage(
  { flow, scale }: Fitted,
  page: number,
  { height }: { readonly height: number },
): PagePlaces {
  const top = edge / scale;
  const title = page === 0 ? titleHeight(flow.view, flow.frame.mode) : continuedHeight;
  const head = top + title;
  return {
    left: edge,
    ...{ top, head },
    body: head + flow.head.height,
    foot: (height - edge) / scale - footHeight,
  };
}

const titleSize = 15;

/** "Roadmap (2 of 3)" with what the page goes on below, and at the right of what all is. */
export function Continued(props: {
  readonly label: string;
  /** Of the pages of its view, from 1. */
  readonly number: number;
  readonly of: number;
  readonly view: ViewData;
  readonly frame: Flow["frame"];
  readonly under: readonly string[];
}) {
  const { view, frame, under } = props;
  const { measure, tokens } = useLook();
  const { width, margin } = frame;
  const right = width - margin;
  const middle = 18;
  const title = `${props.label} (${props.number} of ${props.of})`;
  const x = margin + measure(title, titleSize, 600) + 14;
  const all = shorten(view.title, (right - x) * 0.5, 12, 400, measure);
  const room = right - measure(all, 12, 400) - 24 - x;
  return (
    <g>
      <Label text={title} x={margin} {...{ middle }} size={titleSize} weight={600} />
      <FitLabel text={under.join(", ")} x={x} {...{ middle }} size={12} width={room} fill="ink2" />
      <Label text={all} x={right} {...{ middle }} size={12} fill="ink2" anchor="end" />
      <rect x={margin} y={34} width={right - margin} height={1} fill={tokens.ink} />
    </g>
  );
}

/** A rule, what is said at the left, and "Page 2 of 5" at the right. */
export function Foot(props: {
  readonly text: string;
  readonly number: number;
  readonly total: number;
  readonly frame: Flow["frame"];
  readonly top: number;
}) {
  const { measure } = useLook();
  const { text, number, total, frame, top } = props;
  const { width, margin } = frame;
  const right = width - margin;
  const page = `Page ${number} of ${total}`;
  const middle = top + 24;
  const room = right - margin - measure(page, 11, 400) - 24;
  return (
    <g {...img(page)}>
      <Hairline x={margin} y={top + 8} width={right - margin} strong />
      <FitLabel text={text} x={margin} {...{ middle }} size={11} fill="ink2" width={room} />
      <Label text={page} x={right} {...{ middle }} size={11} fill="ink2" anchor="end" />
    </g>
  );
}
