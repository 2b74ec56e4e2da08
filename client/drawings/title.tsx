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

/** The sign before a figure that is wrong takes so much. */
const signRoom = 20;

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
    const sign = figure.wrong ? signRoom : 0;
    const wide = counts.at(-1)?.end ?? sign + measure(figure.value, 20, 600);
    const width = Math.max(wide, measure(figure.label, 12, 400));
    const x = right - width;
    right = x - 40;
    return { figure, x, counts };
  });
  const room = (frame.mode === "wide" ? right : frame.width - frame.margin) - frame.margin;
  const sentence = sentenceLines(view.sentence, room, measure);
  const whole = subtitle(view, longDate(view.today));
  // What it is, and as of when: where both do not fit on a line they stand on two.
  const at = whole.lastIndexOf(". As of ");
  const said =
    measure(whole, 12, 400) <= room ? [whole] : [whole.slice(0, at + 1), whole.slice(at + 2)];
  return (
    <g>
      {sentence.lines.map((line, index) => (
        <Label
          key={line}
          text={line}
          x={frame.margin}
          middle={sentence.lines.length === 1 ? (said.length === 1 ? 30 : 24) : 10 + index * 19}
          size={sentence.size}
          weight={600}
        />
      ))}
      {said.map((line, index) => (
        <Label
          key={line}
          text={shorten(line, room, said.length === 1 ? 12 : 11, 400, measure)}
          x={frame.margin}
          middle={said.length === 1 ? 56 : 50 + index * 14}
          size={said.length === 1 ? 12 : 11}
          fill="ink2"
        />
      ))}
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
              <>
                {figure.wrong && <HealthGlyph x={x + 7} y={30} health="red" />}
                <Label
                  text={figure.value}
                  x={x + (figure.wrong ? signRoom : 0)}
                  middle={30}
                  size={20}
                  weight={600}
                  {...(figure.wrong ? { fill: "red" as const } : {})}
                  figures
                />
              </>
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

/** The sentence as large as it fits on one line, else on two. */
function sentenceLines(
  text: string,
  room: number,
  measure: MeasureText,
): { readonly size: number; readonly lines: readonly string[] } {
  const size = [26, 20, 17].find((one) => measure(text, one, 600) <= room);
  if (size !== undefined) return { size, lines: [text] };
  const words = text.split(" ");
  const fits = (end: number) => measure(words.slice(0, end).join(" "), 15, 600) <= room;
  const end = words.findLastIndex((_, index) => fits(index + 1)) + 1;
  if (end === 0 || end === words.length)
    return { size: 15, lines: [shorten(text, room, 15, 600, measure)] };
  const rest = shorten(words.slice(end).join(" "), room, 15, 600, measure);
  return { size: 15, lines: [words.slice(0, end).join(" "), rest] };
}
