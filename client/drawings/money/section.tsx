// The sections of the money picture: the box in which each lies, its heading, and lines of text that run on.
import type { ComponentChild } from "preact";
import type { MoneyFact } from "../../../server/views/money/shape.ts";
import type { CardFacts } from "../../../server/views/shape.ts";
import type { PictureMark, PicturePart } from "../drawing.ts";
import { LabelLines, noteDrop, SectionHead } from "../parts.tsx";
import type { MeasureText, Weight } from "../text.ts";
import { linesOfText } from "../text-lines.ts";
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
  return {
    key: `heading:${key}`,
    top: y,
    bottom: y + headingHeight + noteDrop(title, says, width, measure),
    heads: { title, depth: 0 },
    draw: () => <SectionHead title={title} note={says} x={x} middle={y + 14} width={width} />,
  };
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
  const lines = linesOfText(text, box.width - indent, size, weight, box.measure, Infinity);
  return {
    key,
    top: box.y,
    bottom: box.y + lines.length * lineHeight,
    draw: () => (
      <>
        {sign?.(box.y + lineHeight / 2)}
        <LabelLines
          lines={lines}
          step={lineHeight}
          x={box.x + indent}
          middle={box.y + lineHeight / 2}
          size={size}
          weight={weight}
          fill={fill}
        />
      </>
    ),
  };
}

/** A card whose lines add up to what its title says: amounts first, since titles are long. */
export function moneyCard(title: string, facts: readonly MoneyFact[], says?: string): CardFacts {
  const lines = facts.map(([who, amount]) => [amount, who] as const);
  return { title, facts: lines, wrong: [], ...(says === undefined ? {} : { stands: says }) };
}
