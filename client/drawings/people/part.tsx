// What the four parts of the people view share: where a part lies, what it gives, its heading and its texts.
import type { PictureMark, PicturePart, Room } from "../drawing.ts";
import { Label, type LabelProps, useLook } from "../look.tsx";
import { type MeasureText, shorten, type Weight } from "../text.ts";

/** Where a part of the picture begins, and how wide it is. */
export interface PartPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A part, laid out. */
export interface PeoplePart {
  readonly bottom: number;
  readonly blocks: readonly PicturePart[];
  readonly marks: readonly PictureMark[];
}

/** From the top of a part to the middle of its heading, to what stands below it without column heads, and with them. */
const headingMiddle = 12;
export const belowHeading = 36;
export const belowHeads = 70;
/** The middle of the column heads, and the rule below them. */
export const headsMiddle = 56;

/** A label that is cut where its room ends; measured only where it is drawn. */
export function FitLabel(props: LabelProps & { readonly width: number }) {
  const { width, ...label } = props;
  const { measure } = useLook();
  const { text, size = 13, weight = 400 } = props;
  const fitting = shorten(text, width, size, weight, measure);
  return fitting === "" ? null : <Label {...label} text={fitting} />;
}

/** A text in one line or, where it does not fit, in two; of these the second is cut. */
export function TwoLines(props: LabelProps & { readonly width: number }) {
  const { width, middle, ...label } = props;
  const { measure } = useLook();
  const { text, size = 13, weight = 400 } = props;
  const [first, second] = inTwoLines(text, width, size, weight, measure);
  const by = second === undefined ? 0 : size * 0.6;
  return (
    <g>
      <FitLabel {...label} text={first} middle={middle - by} width={width} />
      {second !== undefined && (
        <FitLabel {...label} text={second} middle={middle + by} width={width} />
      )}
    </g>
  );
}

/** A text broken between words where it does not fit in one line, with all of the rest in the second. */
export function inTwoLines(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  measure: MeasureText,
): readonly [string, string?] {
  if (measure(text, size, weight) <= width) return [text];
  const words = text.split(" ");
  let fitting = words.length - 1;
  while (fitting > 0 && measure(words.slice(0, fitting).join(" "), size, weight) > width) fitting--;
  if (fitting === 0) return [text];
  return [words.slice(0, fitting).join(" "), words.slice(fitting).join(" ")];
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

/** By how much all below a heading moves down where its note does not fit behind it. */
export function noteDrop(title: string, note: string, width: number, { measure }: Room): number {
  if (note === "" || measure(title, 15, 600) + 12 + measure(note, 12, 400) <= width) return 0;
  return 18;
}

/** The heading of a part with a note behind it, or below it. */
export function heading(
  key: string,
  title: string,
  note: string,
  { x, y, width }: PartPlace,
  room: Room,
): PicturePart {
  const down = noteDrop(title, note, width, room);
  const wide = down > 0 ? 0 : room.measure(title, 15, 600) + 12;
  return {
    key,
    top: y,
    bottom: y + 24 + down,
    draw: () => (
      <g>
        <FitLabel
          text={title}
          x={x}
          middle={y + headingMiddle}
          size={15}
          weight={600}
          width={width}
        />
        <FitLabel
          text={note}
          x={x + wide}
          middle={y + headingMiddle + (down > 0 ? 22 : 1)}
          size={12}
          fill="ink2"
          width={width - wide}
        />
      </g>
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
): PeoplePart {
  const { x, y, width } = place;
  const lines = linesOfText(says, Math.min(width, 560), 13, room.measure);
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
          <g>
            {lines.map((text, index) => (
              <Label
                key={text}
                text={text}
                x={x}
                middle={y + belowHeading + 8 + index * 20}
                fill="ink2"
              />
            ))}
          </g>
        ),
      },
    ],
    marks: [],
  };
}

/** A sentence of ours in lines, broken between words. */
function linesOfText(
  text: string,
  width: number,
  size: number,
  measure: MeasureText,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && measure(longer, size, 400) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
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
  const { tokens } = useLook();
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
      <rect x={x} y={y + belowHeads - 2} width={width} height={1} fill={tokens.rule} />
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
      <rect x={x} y={y + height - 1} width={width} height={1} fill={tokens.grid} />
    </g>
  );
}

/** "3 initiatives" */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
