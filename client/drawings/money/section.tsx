// The sections of the money picture: the box in which each lies, its heading, and lines of text that run on.
import type { ComponentChild } from "preact";
import type { MoneyFact } from "../../../server/views/money/shape.ts";
import type { CardFacts } from "../../../server/views/shape.ts";
import type { PictureMark, PicturePart } from "../drawing.ts";
import { Label, round, useLook } from "../look.tsx";
import { type MeasureText, shorten, type Weight } from "../text.ts";
import type { ColourToken } from "../theme.ts";

/** Where a section lies. */
export interface SectionRoom {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly measure: MeasureText;
  /** It stands alone in its width, so that its rows reach from edge to edge. */
  readonly alone: boolean;
}

export interface Section {
  readonly bottom: number;
  readonly blocks: readonly PicturePart[];
  readonly marks: readonly PictureMark[];
}

/** Parts and marks of a section while it is laid out. */
export interface Sheaf {
  readonly blocks: PicturePart[];
  readonly marks: PictureMark[];
}

export function sheaf(): Sheaf {
  return { blocks: [], marks: [] };
}

const headingHeight = 34;
const lineHeight = 18;

/** The heading of a section, with what it says beside it in small, or below where there is no room. */
export function headingOf(box: SectionRoom, key: string, title: string, says: string): PicturePart {
  const { x, y, width, measure } = box;
  const beside = x + measure(title, 15, 600) + 12;
  const fits = beside + measure(says, 12, 400) <= x + width;
  const left = fits ? beside : x;
  return {
    key: `heading:${key}`,
    top: y,
    bottom: y + headingHeight + (fits ? 0 : lineHeight),
    draw: () => (
      <>
        <Label text={title} x={x} middle={y + 14} size={15} weight={600} />
        <Label
          text={shorten(says, x + width - left, 12, 400, measure)}
          x={left}
          middle={y + 15 + (fits ? 0 : lineHeight)}
          size={12}
          fill="ink2"
        />
      </>
    ),
  };
}

/** A text in as many lines as its width asks for; a word that is longer is cut. */
function wrapped(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  measure: MeasureText,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer, size, weight) <= width) line = longer;
    else {
      if (line !== "") lines.push(line);
      line =
        measure(word, size, weight) <= width ? word : shorten(word, width, size, weight, measure);
    }
  }
  return line === "" ? lines : [...lines, line];
}

interface ParagraphLook {
  readonly size?: number;
  readonly weight?: Weight;
  readonly fill?: ColourToken;
  /** Room at the left for a sign before the first line. */
  readonly indent?: number;
  readonly sign?: (middle: number) => ComponentChild;
}

/** A text that runs over lines of 18 px. */
export function paragraphOf(
  box: SectionRoom,
  key: string,
  text: string,
  look: ParagraphLook = {},
): PicturePart {
  const { size = 12, weight = 400, fill = "ink2", indent = 0, sign } = look;
  const lines = wrapped(text, box.width - indent, size, weight, box.measure);
  return {
    key,
    top: box.y,
    bottom: box.y + lines.length * lineHeight,
    draw: () => (
      <>
        {sign?.(box.y + lineHeight / 2)}
        {lines.map((line, at) => (
          <Label
            key={line}
            text={line}
            x={box.x + indent}
            middle={box.y + at * lineHeight + lineHeight / 2}
            size={size}
            weight={weight}
            fill={fill}
          />
        ))}
      </>
    ),
  };
}

/** A hairline from edge to edge. */
export function Hairline(props: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly strong?: boolean;
}) {
  const { tokens } = useLook();
  return (
    <rect
      x={round(props.x)}
      y={round(props.y)}
      width={round(props.width)}
      height={1}
      fill={props.strong ? tokens.rule : tokens.grid}
    />
  );
}

/** A card whose lines add up to what its title says: amounts first, since titles are long. */
export function moneyCard(title: string, facts: readonly MoneyFact[], says?: string): CardFacts {
  const lines = facts.map(([who, amount]) => [amount, who] as const);
  return { title, facts: lines, wrong: [], ...(says === undefined ? {} : { stands: says }) };
}
