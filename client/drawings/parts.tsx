// What the sheets draw in the same way: texts that fit, headings of sections, heads of columns, hairlines.
import type { PictureMark, PicturePart } from "./drawing.ts";
import { Label, type LabelProps, round, useLook } from "./look.tsx";
import { type MeasureText, shorten } from "./text.ts";

/** A part of a sheet that is laid out by itself, down to its bottom. */
export interface Section {
  readonly bottom: number;
  readonly blocks: readonly PicturePart[];
  readonly marks: readonly PictureMark[];
}

/** A label that is cut where its room ends; measured only where it is drawn. */
export function FitLabel(props: LabelProps & { readonly width: number }) {
  const { width, ...label } = props;
  const { measure } = useLook();
  const { text, size = 13, weight = 400 } = props;
  const fitting = shorten(text, width, size, weight, measure);
  return fitting === "" ? null : <Label {...label} text={fitting} />;
}

/** Lines of one text, the first at `middle`. */
export function LabelLines(
  props: Omit<LabelProps, "text"> & { readonly lines: readonly string[]; readonly step: number },
) {
  const { lines, step, middle, ...label } = props;
  return (
    <>
      {lines.map((line, index) => (
        <Label key={`${index} ${line}`} {...label} text={line} middle={middle + index * step} />
      ))}
    </>
  );
}

/** A line of one pixel: between rows, or a stronger one below heads and above sums. */
export function Hairline(props: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly strong?: boolean;
}) {
  const { tokens } = useLook();
  const { x, y, width, strong } = props;
  return (
    <rect
      x={round(x)}
      y={round(y)}
      width={round(width)}
      height={1}
      fill={strong ? tokens.rule : tokens.grid}
    />
  );
}

/** The head of a column. */
export function ColumnHead(props: Pick<LabelProps, "text" | "x" | "middle" | "anchor">) {
  return <Label {...props} size={11} fill="ink2" />;
}

function besideTitle(title: string, measure: MeasureText): number {
  return measure(title, 15, 600) + 12;
}

/** By how much all below the heading of a section moves down where its note does not fit behind it. */
export function noteDrop(title: string, note: string, width: number, measure: MeasureText): number {
  return note === "" || besideTitle(title, measure) + measure(note, 12, 400) <= width ? 0 : 18;
}

/** The heading of a section with a note in small behind it, or below it where there is no room. */
export function SectionHead(props: {
  readonly title: string;
  readonly note: string;
  readonly x: number;
  readonly middle: number;
  readonly width: number;
}) {
  const { measure } = useLook();
  const { title, note, x, middle, width } = props;
  const drop = noteDrop(title, note, width, measure);
  const aside = drop > 0 ? 0 : besideTitle(title, measure);
  return (
    <g>
      <FitLabel text={title} x={x} middle={middle} size={15} weight={600} width={width} />
      <FitLabel
        text={note}
        x={x + aside}
        middle={middle + 1 + drop}
        size={12}
        fill="ink2"
        width={width - aside}
      />
    </g>
  );
}
