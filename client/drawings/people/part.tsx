// What the four parts of the people view share: where a part lies, its heading and its texts.
import type { PicturePart, Room } from "../drawing.ts";
import { type LabelProps, useLook } from "../look.tsx";
import { FitLabel, Hairline, LabelLines, noteDrop, type Section, SectionHead } from "../parts.tsx";
import type { MeasureText, Weight } from "../text.ts";
import { linesOfText } from "../text-lines.ts";

/** Where a part of the picture begins, and how wide it is. */
export interface PartPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** From the top of a part to the middle of its heading, to what stands below it without column heads, and with them. */
const headingMiddle = 12;
export const belowHeading = 36;
export const belowHeads = 70;
/** The middle of the column heads, and the rule below them. */
export const headsMiddle = 56;

/** A text in one line or, where it does not fit, in two around the same middle. */
export function TwoLines(props: LabelProps & { readonly width: number }) {
  const { width, middle, text, ...label } = props;
  const { measure } = useLook();
  const { size = 13, weight = 400 } = props;
  const lines = linesOfText(text, width, size, weight, measure);
  const step = size * 1.2;
  return (
    <LabelLines
      {...label}
      lines={lines}
      step={step}
      middle={middle - ((lines.length - 1) * step) / 2}
    />
  );
}

/** The widest of some texts, of a long list of the first. */
export function widestOf(
  texts: readonly string[],
  size: number,
  weight: Weight,
  measure: MeasureText,
): number {
  return texts
    .slice(0, measured)
    .reduce((most, text) => Math.max(most, measure(text, size, weight)), 0);
}

const measured = 300;

/** The heading of a part with a note behind it, or below it. */
export function heading(
  key: string,
  title: string,
  note: string,
  { x, y, width }: PartPlace,
  room: Room,
): PicturePart {
  return {
    key,
    top: y,
    bottom: y + 24 + noteDrop(title, note, width, room.measure),
    heads: { title, depth: 0 },
    draw: () => (
      <SectionHead title={title} note={note} x={x} middle={y + headingMiddle} width={width} />
    ),
  };
}

/** A part of which there is nothing yet: its heading, and a sentence that says so and what to write. */
export function missingPart(
  key: string,
  title: string,
  says: string,
  place: PartPlace,
  room: Room,
): Section {
  const { x, y, width } = place;
  const lines = linesOfText(says, Math.min(width, 560), 13, 400, room.measure, Infinity);
  const bottom = y + belowHeading + lines.length * 20;
  return {
    bottom,
    blocks: [
      heading(`${key}:head`, title, "", place, room),
      {
        key: `${key}:none`,
        top: y + 24,
        bottom,
        draw: () => (
          <LabelLines lines={lines} step={20} x={x} middle={y + belowHeading + 8} fill="ink2" />
        ),
      },
    ],
    marks: [],
  };
}

/** Heads of columns over a rule; those with `end` end at their place. */
export function ColumnHeads(props: {
  readonly place: PartPlace;
  readonly heads: readonly {
    readonly text: string;
    readonly at: number;
    readonly end?: true;
    readonly width: number;
  }[];
}) {
  const { x, y, width } = props.place;
  return (
    <g>
      {props.heads.map(({ text, at, end, width: wide }) => (
        <FitLabel
          key={text}
          text={text}
          x={x + at}
          middle={y + headsMiddle}
          size={11}
          fill="ink2"
          width={wide}
          {...(end ? { anchor: "end" as const } : {})}
        />
      ))}
      <Hairline x={x} y={y + belowHeads - 2} width={width} strong />
    </g>
  );
}

/** The line below a row of a list, and the red ground of one that is wrong. */
export function ListGround(props: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isWrong: boolean;
}) {
  const { tokens, contrast } = useLook();
  const { x, y, width, height, isWrong } = props;
  return (
    <g>
      {isWrong && (
        <rect
          x={x - 8}
          y={y}
          width={width + 8}
          height={height - 1}
          rx={3}
          fill={tokens.redTint}
          {...(contrast ? { stroke: tokens.red } : {})}
        />
      )}
      <Hairline x={x} y={y + height - 1} width={width} />
    </g>
  );
}
