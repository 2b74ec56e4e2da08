// Work with no dates → its frame in an export: each with its money and what it supports, in as many lines as it takes.
import type { Initiative } from "../../../server/views/roadmap/shape.ts";
import type { Frame } from "../frame.ts";
import { StatusGlyph } from "../glyphs.tsx";
import { img, Label, useLook } from "../look.tsx";
import { type MeasureText, shorten } from "../text.ts";
import { lookOf } from "./bars.ts";
import { GapFrame } from "./gap.tsx";
import { undatedSentence } from "./row-sentences.ts";
import type { Sifted } from "./sift.ts";

interface UndatedChip {
  readonly initiative: Initiative;
  readonly title: string;
  readonly titleWidth: number;
  readonly amount: string | undefined;
  readonly amountWidth: number;
  readonly path: string | undefined;
  readonly x: number;
  readonly line: number;
}

/** Where each stands, and how many had no place. */
export interface UndatedLayout {
  readonly chips: readonly UndatedChip[];
  readonly rest: number;
  readonly height: number;
}

const heading = "No dates yet";
const lineHeight = 24;
const mostLines = 8;
const mark = 18;
const between = 26;
const gap = 8;

/** No work without dates takes no height. */
export function undatedLayout(
  { undated, byId }: Sifted,
  frame: Frame,
  measure: MeasureText,
): UndatedLayout {
  const work = undated.initiatives.flatMap((id) => byId.get(id) ?? []);
  if (work.length === 0) return { chips: [], rest: 0, height: 0 };
  const isNarrow = frame.mode === "narrow";
  const start = isNarrow ? frame.margin : frame.margin + measure(heading, 13, 600) + 24;
  const end = frame.width - frame.margin;
  const chips: UndatedChip[] = [];
  let x = start;
  let line = isNarrow ? 1 : 0;
  for (const initiative of work) {
    const chip = chipOf(initiative, end - start, measure);
    if (x > start && x + chip.width > end) {
      x = start;
      line += 1;
    }
    if (line >= mostLines) break;
    chips.push({ ...chip, initiative, x, line });
    x += chip.width + between;
  }
  const rest = work.length - chips.length;
  const lines = rest > 0 ? mostLines + 1 : line + 1;
  return { chips, rest, height: lines * lineHeight + 20 };
}

/** What it supports is said where all of it fits, and its title is cut at last. */
function chipOf({ title, money, path: [first] }: Initiative, room: number, measure: MeasureText) {
  const { amount } = money;
  const amountWidth = amount === undefined ? 0 : measure(amount, 12, 400) + gap;
  const pathWidth = first === undefined ? 0 : measure(first, 12, 400) + gap;
  const whole = mark + measure(title, 13, 400) + amountWidth;
  const path = first !== undefined && whole + pathWidth <= room ? first : undefined;
  const shown = shorten(title, room - mark - amountWidth, 13, 400, measure);
  const titleWidth = measure(shown, 13, 400);
  const width = mark + titleWidth + amountWidth + (path === undefined ? 0 : pathWidth);
  return { title: shown, titleWidth, amount, amountWidth, path, width };
}

export function UndatedFrame(props: {
  readonly sifted: Sifted;
  readonly layout: UndatedLayout;
  readonly frame: Frame;
  readonly top: number;
}) {
  const { measure } = useLook();
  const { sifted, frame, top } = props;
  const { chips, rest, height } = props.layout;
  const middleOf = (line: number) => 10 + (line + 0.5) * lineHeight;
  const says = undatedSentence(sifted.undated);
  const saysRoom = frame.width - 2 * frame.margin - measure(heading, 13, 600) - 12;
  return (
    <g transform={`translate(0 ${top})`} {...img(`${heading}: ${says}.`)}>
      <GapFrame top={0} bottom={height} width={frame.width} />
      <Label text={heading} x={frame.margin} middle={middleOf(0)} weight={600} />
      {frame.mode === "narrow" && (
        <Label
          text={shorten(says, saysRoom, 12, 400, measure)}
          x={frame.width - frame.margin}
          middle={middleOf(0)}
          size={12}
          fill="ink2"
          anchor="end"
        />
      )}
      {chips.map((chip) => (
        <Chip key={chip.initiative.id} chip={chip} middle={middleOf(chip.line)} />
      ))}
      {rest > 0 && (
        <Label
          text={shorten(`and ${rest} more`, frame.width - 2 * frame.margin, 12, 400, measure)}
          x={chips[0]?.x ?? frame.margin}
          middle={middleOf(mostLines)}
          size={12}
          fill="ink2"
        />
      )}
    </g>
  );
}

function Chip({ chip, middle }: { readonly chip: UndatedChip; readonly middle: number }) {
  const { initiative, title, titleWidth, amount, amountWidth, path, x } = chip;
  const after = x + mark + titleWidth + gap;
  return (
    <g>
      <StatusGlyph x={x + 5} y={middle} status={lookOf(initiative)} />
      <Label text={title} x={x + mark} middle={middle} />
      {amount !== undefined && (
        <Label text={amount} x={after} middle={middle} size={12} fill="ink2" />
      )}
      {path !== undefined && (
        <Label text={path} x={after + amountWidth} middle={middle} size={12} fill="ink2" />
      )}
    </g>
  );
}
