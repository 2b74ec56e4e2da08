// The head of a view in an export: its sentence, what and as of when, its figures, and a rule below.
import type { HeadFigure, ViewData } from "../../server/views/shape.ts";
import type { Frame } from "./frame.ts";
import { HealthGlyph } from "./glyphs.tsx";
import { Label, useLook } from "./look.tsx";
import { subtitle } from "./sentences.ts";
import { type MeasureText, shorten } from "./text.ts";
import { longDate } from "./time.ts";

/** How high it is, down to where the picture begins. */
export const titleHeight = 88;

/** The sentence, what and as of when, and the figures at the right. */
export function Title(props: {
  readonly view: ViewData;
  readonly frame: Pick<Frame, "mode" | "width" | "margin">;
}) {
  const { view, frame } = props;
  const { tokens, measure } = useLook();
  let right = frame.width - frame.margin;
  const figures = view.figures.toReversed().map((figure) => {
    const counts = countsOf(figure, measure);
    const wide = counts.at(-1)?.end ?? measure(figure.value, 20, 600);
    const width = Math.max(wide, measure(figure.label, 12, 400));
    const x = right - width;
    right = x - 40;
    return { figure, x, counts };
  });
  const room = (frame.mode === "wide" ? right : frame.width - frame.margin) - frame.margin;
  return (
    <g>
      <Label
        text={shorten(view.sentence, room, 26, 600, measure)}
        x={frame.margin}
        middle={30}
        size={26}
        weight={600}
      />
      <Label
        text={shorten(subtitle(view, longDate(view.today)), room, 12, 400, measure)}
        x={frame.margin}
        middle={56}
        size={12}
        fill="ink2"
      />
      {frame.mode === "wide" &&
        figures.map(({ figure, x, counts }) => (
          <g key={figure.label}>
            {figure.counts ? (
              counts.map(({ health, number, start }) => (
                <g key={health}>
                  <HealthGlyph x={x + start + 7} y={30} health={health} />
                  <Label
                    text={number}
                    x={x + start + 19}
                    middle={30}
                    size={17}
                    weight={600}
                    figures
                  />
                </g>
              ))
            ) : (
              <Label
                text={figure.value}
                x={x}
                middle={30}
                size={20}
                weight={600}
                {...(figure.wrong ? { fill: "red" as const } : {})}
                figures
              />
            )}
            <Label text={figure.label} x={x} middle={56} size={12} fill="ink2" />
          </g>
        ))}
      <rect
        x={frame.margin}
        y={74}
        width={frame.width - 2 * frame.margin}
        height={1.5}
        fill={tokens.ink}
      />
    </g>
  );
}

/** The counts of a figure beside each other, from its left edge. */
function countsOf({ counts }: HeadFigure, measure: MeasureText) {
  let at = 0;
  if (counts === undefined) return [];
  return (["green", "amber", "red", "grey"] as const).map((health) => {
    const number = String(counts[health]);
    const start = at;
    const end = start + 19 + measure(number, 17, 600);
    at = end + 16;
    return { health, number, start, end };
  });
}
