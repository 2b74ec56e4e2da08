// An initiative and its box → the node: status, title, what is wrong, money; and what stands in its place where there is none.
import type { AlignedWork } from "../../../server/views/alignment/shape.ts";
import { Chevron, HealthGlyph, StatusGlyph } from "../glyphs.tsx";
import { Label, round, useLook } from "../look.tsx";
import { LabelLines } from "../parts.tsx";
import { remembered } from "../remembered.ts";
import { amountShown } from "../sentences.ts";
import type { MeasureText } from "../text.ts";
import { linesOfText } from "../text-lines.ts";
import { NodeFrame } from "./node-frame.tsx";
import { middleOf, type NodeBox, type Stub } from "./place.ts";
import type { GoalTree } from "./tree.ts";
import { elsewhereInWords, noSupport, workCount } from "./words.ts";

const titleInset = 30;
const lineHeight = 17;
/** Below this width the money stands under the title. */
const oneLine = 200;

/** What is said of its money: that of a part is in that of its programme. */
export function workAmount(work: AlignedWork): string | undefined {
  if (work.closed) return undefined;
  if (work.programme === undefined) return amountShown(work.amount);
  if (work.amount === undefined) return undefined;
  return work.inside ? `of which ${amountShown(work.amount)}` : "counted elsewhere";
}

interface Texts {
  readonly amount: string | undefined;
  readonly lines: readonly string[];
  readonly isSmall: boolean;
}

function textsOf(work: AlignedWork, width: number, measure: MeasureText, most: number): Texts {
  return textsOfWork(work, measure, width, most);
}

const textsOfWork = remembered((work: AlignedWork, measure, width = 0, most = 2): Texts => {
  // What is said of the money of a part is longer than an amount.
  const isSmall = width < oneLine || work.programme !== undefined;
  const amount = workAmount(work);
  const beside = isSmall
    ? 0
    : (amount === undefined ? 0 : measure(amount, 13, 400) + 10) + (isTroubled(work) ? 22 : 0);
  const room = width - titleInset - 10 - beside;
  return { amount, lines: linesOfText(work.title, room, 13, 400, measure, most), isSmall };
});

function isTroubled({ trouble }: AlignedWork): boolean {
  return trouble === "amber" || trouble === "red";
}

function mostLines(width: number): number {
  return width < oneLine ? 3 : 2;
}

/** How high the node of an initiative is: one line, or two where its title does not fit on one. */
export function workHeight(work: AlignedWork, width: number, measure: MeasureText): number {
  const { lines, isSmall } = textsOf(work, width, measure, mostLines(width));
  if (isSmall) return 13 + lines.length * lineHeight + (hasFoot(work) ? 17 : 0);
  return lines.length > 1 ? 46 : 30;
}

function hasFoot(work: AlignedWork): boolean {
  return workAmount(work) !== undefined || isTroubled(work);
}

/** The same without a look at its title, where there are very many. */
export function plainWorkHeight(work: AlignedWork, width: number): number {
  return width < oneLine || work.programme !== undefined ? 47 : 30;
}

export function WorkNode(props: {
  readonly work: AlignedWork;
  readonly box: NodeBox;
  readonly isGap: boolean;
}) {
  const { work, box } = props;
  const { measure } = useLook();
  const { x, y, width, height } = box;
  const most = workHeight(work, width, measure) <= height ? mostLines(width) : 1;
  const { amount, lines, isSmall } = textsOf(work, width, measure, most);
  const foot = isSmall && hasFoot(work) ? 17 : 0;
  const first = y + (height - lines.length * lineHeight - foot) / 2 + lineHeight / 2;
  const isCounted = work.programme === undefined && !work.closed;
  const titleX = x + titleInset;
  const moneyMiddle = isSmall ? first + lines.length * lineHeight : middleOf(box);
  const moneyEnd = x + width - 12 - (amount === undefined ? 0 : measure(amount, 13, 400));
  return (
    <g>
      <NodeFrame
        box={box}
        fill={work.closed ? "raised" : "bg"}
        isGap={props.isGap}
        dashed={props.isGap ? "gap" : work.programme === undefined ? undefined : "elsewhere"}
      />
      <StatusGlyph
        x={x + 16}
        y={isSmall ? first : middleOf(box)}
        status={work.status ?? "planned"}
      />
      <LabelLines
        lines={lines}
        step={lineHeight}
        x={titleX}
        middle={first}
        fill={work.closed ? "ink2" : "ink"}
      />
      {amount !== undefined && (
        <Label
          text={amount}
          x={isSmall ? titleX : x + width - 12}
          middle={moneyMiddle}
          size={isCounted && !isSmall ? 13 : 12}
          fill="ink2"
          anchor={isSmall ? "start" : "end"}
          figures={isCounted}
        />
      )}
      {isTroubled(work) && work.trouble && (
        <HealthGlyph
          x={isSmall ? x + width - 16 : moneyEnd - 14}
          y={moneyMiddle}
          health={work.trouble}
          scale={0.9}
        />
      )}
    </g>
  );
}

/** From a programme down to a part of it. */
export function PartTie({ box, from }: { readonly box: NodeBox; readonly from: number }) {
  const { tokens } = useLook();
  const x = round(box.x - 8) + 0.5;
  const y = round(middleOf(box)) + 0.5;
  return <path d={`M${x} ${round(from)}V${y}H${box.x}`} fill="none" stroke={tokens.rule} />;
}

/** What stands where a goal has no initiative to show. */
export function StubNode({ stub, tree }: { readonly stub: Stub; readonly tree: GoalTree }) {
  const { measure } = useLook();
  const { box, kind } = stub;
  const { goal } = tree;
  const middle = middleOf(box);
  const isGap = kind === "empty";
  const amount = kind === "closed" ? amountShown(goal.amount) : undefined;
  const room = box.width - titleInset - 10 - (amount ? measure(amount, 13, 400) + 10 : 0);
  const text =
    kind === "empty"
      ? noSupport
      : kind === "elsewhere"
        ? goal.elsewhere && elsewhereInWords(goal.elsewhere)
        : workCount(goal.work);
  const weight = kind === "closed" ? 500 : 400;
  const lines = linesOfText(text ?? "", room, 12, weight, measure, box.height > 30 ? 2 : 1);
  return (
    <g>
      <NodeFrame
        box={box}
        fill={isGap ? "amberTint" : kind === "closed" ? "raised" : "bg"}
        isGap={isGap}
        dashed={isGap ? "gap" : kind === "elsewhere" ? "elsewhere" : undefined}
      />
      {isGap && <HealthGlyph x={box.x + 16} y={middle} health="amber" scale={0.85} />}
      {kind === "closed" && <Chevron x={box.x + 16} y={middle} collapsed />}
      <LabelLines
        lines={lines}
        step={15}
        x={box.x + titleInset}
        middle={middle - ((lines.length - 1) / 2) * 15}
        size={12}
        weight={weight}
        fill={kind === "elsewhere" ? "ink2" : "ink"}
      />
      {amount && (
        <Label
          text={amount}
          x={box.x + box.width - 12}
          middle={middle}
          fill="ink2"
          anchor="end"
          figures
        />
      )}
    </g>
  );
}
