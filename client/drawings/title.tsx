// The head of a view in an export: its sentence, what and as of when, its figures, and a rule below.

import type { HeadFigure, ViewData } from "../../server/views/shape.ts";
import type { Frame, Mode } from "./frame.ts";
import { HealthGlyph } from "./glyphs.tsx";
import { Label, useLook } from "./look.tsx";
import { FitLabel } from "./parts.tsx";
import { subtitle } from "./sentences.ts";
import { type MeasureText, shorten } from "./text.ts";
import { longDate } from "./time.ts";

/** How high it is, down to where the picture begins: where it is narrow the figures stand below each other. */
export function titleHeight({ figures }: Pick<ViewData, "figures">, mode: Mode): number {
  return 88 + (mode === "narrow" ? briefOf(figures).length * briefLine : 0);
}

const briefLine = 18;

/** The figures that have a line of their own where it is narrow: the first two that are said in words. */
function briefOf(figures: readonly HeadFigure[]): readonly HeadFigure[] {
  return figures.filter(({ counts }) => counts === undefined).slice(0, 2);
}

/** The sign before a figure that is wrong takes so much. */
const signRoom = 20;

/** The sentence, what and as of when, and the figures at the right. */
export function Title(props: {
  readonly view: ViewData;
  readonly frame: Pick<Frame, "mode" | "width" | "margin">;
}) {
  const { view, frame } = props;
  const { tokens, measure } = useLook();
  const brief = frame.mode === "narrow" ? briefOf(view.figures) : [];
  const { figures, left } = figuresBeside(view.figures, frame, measure);
  const room = left - frame.margin;
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
        <FitLabel
          key={line}
          text={line}
          width={room}
          x={frame.margin}
          middle={said.length === 1 ? 56 : 50 + index * 14}
          size={said.length === 1 ? 12 : 11}
          fill="ink2"
        />
      ))}
      {brief.map((figure, index) => (
        <Brief
          key={figure.label}
          figure={figure}
          x={frame.margin}
          middle={80 + index * briefLine}
          room={room}
        />
      ))}
      {figures.map(({ figure, x }) => (
        <g key={figure.label}>
          {figure.counts ? (
            countsOf(figure, measure).map(({ health, number, start }) => (
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
        y={titleHeight(view, frame.mode) - 14}
        width={frame.width - 2 * frame.margin}
        height={1.5}
        fill={tokens.ink}
      />
    </g>
  );
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

/** "11.6M of 10M, 1.6M over the budget" */
function Brief(props: {
  readonly figure: HeadFigure;
  readonly x: number;
  readonly middle: number;
  readonly room: number;
}) {
  const { figure, middle } = props;
  const sign = figure.wrong ? 18 : 0;
  const words = `${figure.value} ${figure.label}`.replace(" is planned,", ",");
  return (
    <>
      {figure.wrong && <HealthGlyph x={props.x + 6} y={middle} health="red" scale={0.9} />}
      <FitLabel
        text={words}
        width={props.room - sign}
        x={props.x + sign}
        middle={middle}
        size={12}
        weight={600}
        {...(figure.wrong ? { fill: "red" as const } : {})}
      />
    </>
  );
}

/** All figures at the right, or the first of them: as many as leave the sentence its room, and two or none. */
function figuresBeside(
  all: readonly HeadFigure[],
  frame: Pick<Frame, "mode" | "width" | "margin">,
  measure: MeasureText,
): {
  readonly figures: readonly { readonly figure: HeadFigure; readonly x: number }[];
  /** Where they begin. */
  readonly left: number;
} {
  const end = frame.width - frame.margin;
  for (const { count, gap } of placings(all.length, frame.mode)) {
    let left = end;
    const figures = all
      .slice(0, count)
      .toReversed()
      .map((figure) => {
        const x = left - widthOf(figure, measure);
        left = x - gap;
        return { figure, x };
      });
    if (left > 0.4 * frame.width) return { figures, left };
  }
  return { figures: [], left: end };
}

/** How many figures, and how far apart, from the best on. */
function placings(
  all: number,
  mode: Mode,
): readonly { readonly count: number; readonly gap: number }[] {
  if (mode === "narrow") return [];
  if (mode === "middle") return [{ count: 2, gap: 40 }];
  return [all, all, 3, 2].map((count, index) => ({ count, gap: index === 1 ? 24 : 40 }));
}

function widthOf(figure: HeadFigure, measure: MeasureText): number {
  const sign = figure.wrong ? signRoom : 0;
  const value = countsOf(figure, measure).at(-1)?.end ?? sign + measure(figure.value, 20, 600);
  return Math.max(value, measure(figure.label, 12, 400));
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
