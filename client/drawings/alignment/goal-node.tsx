// A goal and its box → the node: health, title, money, what is known of it, and how to open it.
import type { Goal } from "../../../server/views/alignment/shape.ts";
import { Chevron, HealthGlyph } from "../glyphs.tsx";
import { Label, useLook } from "../look.tsx";
import { ObjectiveGlyph } from "../names.tsx";
import { type MeasureText, shorten } from "../text.ts";
import type { Box } from "./place.ts";
import { highestStack, ribbonWidth } from "./ribbons.ts";
import { CountedKpis, CountedRisks } from "./signs.tsx";
import type { GoalTree } from "./tree.ts";
import { amountShown, goalNotes } from "./words.ts";
import { wrapped } from "./wrap.ts";

/** Below this width title and money do not stand on one line. */
const oneLine = 200;
const lineHeight = 17;
const pad = 10;

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
}

function textsOf(goal: Goal, width: number, measure: MeasureText): Texts {
  const size = sizeOf(goal);
  const amount = goalAmount(goal);
  if (width < oneLine)
    return { size: 13, amount, lines: wrapped(goal.title, width - 2 * pad, 13, 600, measure, 3) };
  const money = amount === undefined ? 0 : measure(amount, size, 600) + 10;
  return { size, amount, lines: wrapped(goal.title, width - 46 - money, size, 600, measure) };
}

function hasCounts(goal: Goal, isFull: boolean): boolean {
  return !isFull && goal.kpis.length + goal.risks.length > 0;
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
  const { lines } = textsOf(goal, width, measure);
  const counts = hasCounts(goal, isFull) ? 22 : 0;
  const text =
    width < oneLine
      ? 30 + lines.length * lineHeight + 18 + counts + 8
      : (goal.depth === 0 ? 72 : 52) + Math.max(0, lines.length - 1) * lineHeight + counts;
  const stack = tree.isOpen
    ? [...work.filter(({ inside }) => !inside), ...children.map((child) => child.goal)].reduce(
        (sum, { money }) => sum + ribbonWidth(money, scale),
        0,
      )
    : 0;
  return Math.round(Math.max(text, Math.min(stack, highestStack) + 16));
}

export function GoalNode(props: {
  readonly tree: GoalTree;
  readonly box: Box;
  readonly isFull: boolean;
  readonly still: boolean;
}) {
  const { tree, box, isFull } = props;
  const { measure } = useLook();
  const { goal } = tree;
  const { x, y, width, height } = box;
  const { size, amount, lines } = textsOf(goal, width, measure);
  const isSmall = width < oneLine;
  const counts = hasCounts(goal, isFull) ? 22 : 0;
  const text = lines.length * lineHeight + 17 + counts + (isSmall ? 20 : 0);
  const top = y + (height - text) / 2;
  const first = top + (isSmall ? 20 : 0) + lineHeight / 2;
  const titleX = isSmall ? x + pad : x + 34;
  const noteMiddle = first + lines.length * lineHeight;
  const isQuiet = isShut(goal);
  const noteEnd = x + width - (tree.hasToggle ? 28 : pad);
  return (
    <g>
      <GoalFrame goal={goal} box={box} />
      <GoalGlyph goal={goal} x={x + 18} y={isSmall ? top + 9 : first} />
      {lines.map((line, index) => (
        <Label
          key={line}
          text={line}
          x={titleX}
          middle={first + index * lineHeight}
          size={size}
          weight={600}
          fill={isQuiet ? "ink2" : "ink"}
          struck={goal.status === "retired"}
        />
      ))}
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
      <Label
        text={noteText(goal, noteEnd - titleX, measure)}
        x={titleX}
        middle={noteMiddle}
        size={isSmall ? 11 : 12}
        fill="ink2"
      />
      {counts > 0 && (
        <>
          <CountedKpis kpis={goal.kpis} x={titleX} middle={noteMiddle + 21} />
          <CountedRisks
            risks={goal.risks}
            x={titleX + (goal.kpis.length > 0 ? 38 : 0)}
            middle={noteMiddle + 21}
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

/** As many notes as fit. */
export function noteText(goal: Goal, width: number, measure: MeasureText): string {
  const notes = goalNotes(goal);
  for (let most = notes.length; most > 1; most--) {
    const text = notes.slice(0, most).join(", ");
    if (measure(text, 12, 400) <= width) return text;
  }
  return shorten(notes[0] ?? "", width, 12, 400, measure);
}

function GoalFrame({ goal, box }: { readonly goal: Goal; readonly box: Box }) {
  const { tokens } = useLook();
  const isGap = goal.top === "lone" && goal.depth === 0;
  const isStand = goal.depth === 0 && goal.top !== "objective";
  return (
    <rect
      x={box.x + 0.5}
      y={box.y + 0.5}
      width={box.width - 1}
      height={box.height - 1}
      rx={4}
      fill={isGap ? tokens.amberTint : isShut(goal) ? tokens.raised : tokens.bg}
      stroke={isGap ? tokens.amber : tokens.rule}
      stroke-width={isGap ? 1.5 : 1}
      {...(isStand ? { "stroke-dasharray": "5 4" } : {})}
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
