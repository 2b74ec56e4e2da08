// A goal and its box → the node: health, title, money, what is known of it, and how to open it.
import type { Goal } from "../../../server/views/alignment/shape.ts";
import { Chevron, HealthGlyph, ObjectiveGlyph } from "../glyphs.tsx";
import { Label, useLook } from "../look.tsx";
import { LabelLines } from "../parts.tsx";
import { remembered } from "../remembered.ts";
import { amountShown } from "../sentences.ts";
import { type MeasureText, shorten } from "../text.ts";
import { linesOfText } from "../text-lines.ts";
import { NodeFrame } from "./node-frame.tsx";
import type { NodeBox } from "./place.ts";
import { highestStack, ribbonWidth } from "./ribbons.ts";
import { CountedKpis, CountedRisks } from "./signs.tsx";
import type { GoalTree } from "./tree.ts";
import { goalNotes } from "./words.ts";

/** Below this width title and money do not stand on one line. */
const oneLine = 200;
const lineHeight = 17;
const pad = 10;
/** From one count to the next. */
export const countWidth = 38;

function sizeOf(goal: Goal): number {
  return goal.depth === 0 ? 14 : 13;
}

/** "5.8M"; nothing where a goal has no money to count. */
export function goalAmount(goal: Goal): string | undefined {
  if (goal.top === "closed" || (goal.work === 0 && goal.money === 0)) return undefined;
  return amountShown(goal.amount);
}

interface Texts {
  readonly size: number;
  readonly amount: string | undefined;
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

function textsOf({ goal, hasToggle }: GoalTree, width: number, measure: MeasureText): Texts {
  return textsOfGoal(goal, measure, width, hasToggle ? 28 : 0);
}

const textsOfGoal = remembered((goal: Goal, measure, width = 0, toggle = 0): Texts => {
  const amount = goalAmount(goal);
  if (width < oneLine)
    return {
      size: 13,
      amount,
      lines: linesOfText(goal.title, width - 2 * pad, 13, 600, measure, 3),
      notes: noteLines(goal, width - pad - (toggle || 6), 11, measure),
    };
  const size = sizeOf(goal);
  const money = amount === undefined ? 0 : measure(amount, size, 600) + 10;
  return {
    size,
    amount,
    lines: linesOfText(goal.title, width - 46 - money, size, 600, measure),
    notes: noteLines(goal, width - 34 - (toggle || pad), 12, measure),
  };
});

function hasCounts(goal: Goal, isFull: boolean): boolean {
  return !isFull && goal.kpis.length + goal.risks.length > 0;
}

const noteHeight = 16;

function textHeight(
  goal: Goal,
  lines: readonly string[],
  notes: readonly string[],
  width: number,
  isFull: boolean,
): number {
  const counts = hasCounts(goal, isFull) ? 22 : 0;
  const top = width < oneLine ? 20 : 0;
  return top + lines.length * lineHeight + notes.length * noteHeight + counts;
}

/** How high the node of a goal is: for its texts, and for all ribbons that leave it. */
export function goalHeight(
  tree: GoalTree,
  width: number,
  isFull: boolean,
  scale: number,
  measure: MeasureText,
): number {
  const { goal, work, children } = tree;
  const { lines, notes } = textsOf(tree, width, measure);
  const text = 18 + textHeight(goal, lines, notes, width, isFull);
  const least = goal.depth === 0 ? 72 : 52;
  const stack = tree.isOpen
    ? [...work.filter(({ inside }) => !inside), ...children.map((child) => child.goal)].reduce(
        (sum, { money }) => sum + ribbonWidth(money, scale),
        0,
      )
    : 0;
  return Math.round(Math.max(least, text, Math.min(stack, highestStack) + 16));
}

/** Where counts stand. */
export interface GoalCounts {
  readonly x: number;
  readonly middle: number;
}

/** Where the counts of a goal stand in its node; undefined where it has none. */
export function goalCounts(
  tree: GoalTree,
  box: NodeBox,
  isFull: boolean,
  measure: MeasureText,
): GoalCounts | undefined {
  const { goal } = tree;
  const { x, y, width, height } = box;
  if (!hasCounts(goal, isFull)) return undefined;
  const { lines, notes } = textsOf(tree, width, measure);
  const text = textHeight(goal, lines, notes, width, isFull);
  return { x: width < oneLine ? x + pad : x + 34, middle: y + (height + text) / 2 - 8.5 };
}

export function GoalNode(props: {
  readonly tree: GoalTree;
  readonly box: NodeBox;
  readonly isFull: boolean;
}) {
  const { tree, box, isFull } = props;
  const { measure } = useLook();
  const { goal } = tree;
  const { x, y, width, height } = box;
  const { size, amount, lines, notes } = textsOf(tree, width, measure);
  const isSmall = width < oneLine;
  const top = y + (height - textHeight(goal, lines, notes, width, isFull)) / 2;
  const first = top + (isSmall ? 20 : 0) + lineHeight / 2;
  const titleX = isSmall ? x + pad : x + 34;
  const noteMiddle = first + lines.length * lineHeight;
  const counts = goalCounts(tree, box, isFull, measure);
  const isQuiet = isShut(goal);
  return (
    <g>
      <GoalFrame goal={goal} box={box} />
      <GoalGlyph goal={goal} x={x + 18} y={isSmall ? top + 9 : first} />
      <LabelLines
        lines={lines}
        step={lineHeight}
        x={titleX}
        middle={first}
        size={size}
        weight={600}
        fill={isQuiet ? "ink2" : "ink"}
        struck={goal.status === "retired"}
      />
      {amount !== undefined && (
        <Label
          text={amount}
          x={x + width - 12}
          middle={isSmall ? top + 9 : first}
          size={size}
          weight={600}
          fill={isQuiet ? "ink2" : "ink"}
          anchor="end"
          figures
        />
      )}
      <LabelLines
        lines={notes}
        step={noteHeight}
        x={titleX}
        middle={noteMiddle}
        size={isSmall ? 11 : 12}
        fill="ink2"
      />
      {counts && (
        <>
          <CountedKpis kpis={goal.kpis} {...counts} />
          <CountedRisks
            risks={goal.risks}
            x={counts.x + (goal.kpis.length > 0 ? countWidth : 0)}
            middle={counts.middle}
          />
        </>
      )}
      {tree.hasToggle && (
        <Chevron x={x + width - 16} y={y + height - 14} collapsed={!tree.isOpen} />
      )}
    </g>
  );
}

function isShut({ status }: Goal): boolean {
  return status === "achieved" || status === "missed" || status === "retired";
}

/** What is known of a goal, in as few lines as its parts take; what does not fit is in the card. */
export function noteLines(
  goal: Goal,
  width: number,
  size: number,
  measure: MeasureText,
): readonly string[] {
  const lines: string[] = [];
  const notes = goalNotes(goal);
  const fits = (text: string) => measure(text, size, 400) <= width;
  for (const note of notes.some(fits) ? notes.filter(fits) : notes.slice(0, 1)) {
    const longer = `${lines.at(-1)}, ${note}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(shorten(note, width, size, 400, measure));
  }
  return lines.filter((line) => line !== "");
}

function GoalFrame({ goal, box }: { readonly goal: Goal; readonly box: NodeBox }) {
  const isStand = goal.depth === 0 && goal.top !== "objective";
  const isGap = goal.depth === 0 && goal.top === "lone";
  return (
    <NodeFrame
      box={box}
      fill={isGap ? "amberTint" : isShut(goal) ? "raised" : "bg"}
      isGap={isGap}
      dashed={isStand ? "gap" : undefined}
    />
  );
}

export function GoalGlyph(props: { readonly goal: Goal; readonly x: number; readonly y: number }) {
  const { goal, x, y } = props;
  const { status } = goal;
  if (goal.depth === 0 && goal.top !== "objective")
    return <HealthGlyph x={x} y={y} health={goal.top === "lone" ? "amber" : "grey"} />;
  if (status === "achieved" || status === "missed" || status === "retired")
    return <ObjectiveGlyph x={x} y={y} status={status} />;
  return <HealthGlyph x={x} y={y} health={goal.health ?? "grey"} />;
}
