// Rows of the indented tree: a title with its money, and under it a bar as long as that, with what measures and threatens it.

import type { AlignedWork, Goal } from "../../../server/views/alignment/shape.ts";
import { Chevron, HealthGlyph, StatusGlyph } from "../glyphs.tsx";
import { Label, round, useLook } from "../look.tsx";
import { FitLabel, Hairline, LabelLines } from "../parts.tsx";
import type { MeasureText } from "../text.ts";
import { linesOfText } from "../text-lines.ts";
import { GoalGlyph, goalAmount, noteLines } from "./goal-node.tsx";
import { CountedKpis, CountedRisks } from "./signs.tsx";
import type { GoalTree } from "./tree.ts";
import { gapTitle, leadsNowhere } from "./words.ts";
import { workAmount } from "./work-node.tsx";

export interface RowPlace {
  readonly y: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Where counts of KPIs and of risks stand. */
  readonly kpis: number;
  readonly risks: number;
  /** How many px one unit of money is long. */
  readonly scale: number;
  /** From the left edge to the title of a goal. */
  readonly inset: number;
}

const line = 18;
const workInset = 22;

function goalLines(goal: Goal, place: RowPlace, measure: MeasureText): readonly string[] {
  const { left, right, inset } = place;
  const amount = goalAmount(goal);
  const money = amount === undefined ? 0 : measure(amount, 14, 600) + 10;
  return linesOfText(goal.title, right - left - inset - money, sizeOf(goal), 600, measure);
}

function sizeOf(goal: Goal): number {
  return goal.depth === 0 ? 14 : 13;
}

export function goalRowHeight(goal: Goal, place: RowPlace, measure: MeasureText): number {
  const lines = Math.max(1, goalLines(goal, place, measure).length);
  return 6 + lines * line + (hasBar(goal) ? 14 : 2) + 24;
}

function hasBar({ money }: { readonly money?: number | undefined }): boolean {
  return money !== undefined && money > 0;
}

export function GoalRow({ tree, place }: { tree: GoalTree; place: RowPlace }) {
  const { measure } = useLook();
  const { goal } = tree;
  const { y, left, right, height, inset, scale } = place;
  const lines = goalLines(goal, place, measure);
  const first = y + 6 + line / 2;
  const amount = goalAmount(goal);
  const titleX = left + inset;
  const barTop = y + 6 + Math.max(1, lines.length) * line + 2;
  const notes = y + height - 13;
  const isTop = goal.depth === 0;
  return (
    <g>
      {isTop && <Hairline x={left} y={y - 5} width={right - left} />}
      {tree.hasToggle && <Chevron x={left + 4} y={first} collapsed={!tree.isOpen} />}
      <GoalGlyph goal={goal} x={titleX - 14} y={first} />
      <LabelLines
        lines={lines}
        step={line}
        x={titleX}
        middle={first}
        size={sizeOf(goal)}
        weight={600}
        struck={goal.status === "retired"}
      />
      {amount !== undefined && (
        <Label
          text={amount}
          x={right}
          middle={first}
          size={sizeOf(goal)}
          weight={600}
          anchor="end"
          figures
        />
      )}
      {hasBar(goal) && (
        <Bar x={titleX} y={barTop} width={(goal.money ?? 0) * scale} height={8} tone="goal" />
      )}
      <Label
        text={noteLines(goal, place.kpis - 8 - titleX, 12, measure)[0] ?? ""}
        x={titleX}
        middle={notes}
        size={12}
        fill="ink2"
      />
      <CountedKpis kpis={goal.kpis} x={place.kpis} middle={notes} />
      <CountedRisks risks={goal.risks} x={place.risks} middle={notes} />
    </g>
  );
}

function workLines(work: AlignedWork, place: RowPlace, measure: MeasureText): readonly string[] {
  const amount = isPart(work) ? undefined : workAmount(work);
  const money = amount === undefined ? 0 : measure(amount, 13, 400) + 10;
  const trouble = work.trouble === "red" || work.trouble === "amber" ? 20 : 0;
  const room = place.right - place.left - workInset - money - trouble;
  return linesOfText(work.title, room, 13, 400, measure);
}

export function workRowHeight(
  work: AlignedWork,
  place: RowPlace,
  isGap: boolean,
  measure: MeasureText,
): number {
  const hasFoot =
    isGap ||
    hasBar(work) ||
    (isPart(work) && workAmount(work) !== undefined) ||
    work.kpis.length + work.risks.length > 0;
  return 6 + Math.max(1, workLines(work, place, measure).length) * line + (hasFoot ? 20 : 6);
}

/** What is said of the money of a part stands where others have their bar. */
function isPart({ programme }: AlignedWork): boolean {
  return programme !== undefined;
}

export function WorkRow(props: { work: AlignedWork; place: RowPlace; isGap: boolean }) {
  const { measure } = useLook();
  const { work, place, isGap } = props;
  const { y, left, right, height, scale } = place;
  const lines = workLines(work, place, measure);
  const first = y + 6 + line / 2;
  const amount = workAmount(work);
  const titleX = left + workInset;
  const foot = y + height - 12;
  const width = Math.max(2, (work.money ?? 0) * scale);
  const moneyEnd =
    right - (amount === undefined || isPart(work) ? 0 : measure(amount, 13, 400) + 10);
  return (
    <g>
      <StatusGlyph x={left + 8} y={first} status={work.status ?? "planned"} />
      <LabelLines
        lines={lines}
        step={line}
        x={titleX}
        middle={first}
        fill={work.closed ? "ink2" : "ink"}
      />
      {(work.trouble === "red" || work.trouble === "amber") && (
        <HealthGlyph x={moneyEnd - 8} y={first} health={work.trouble} scale={0.9} />
      )}
      {amount !== undefined && (
        <Label
          text={amount}
          x={isPart(work) ? titleX : right}
          middle={isPart(work) ? foot : first}
          size={isPart(work) ? 12 : 13}
          fill="ink2"
          anchor={isPart(work) ? "start" : "end"}
          figures={!isPart(work)}
        />
      )}
      {hasBar(work) && (
        <Bar x={titleX} y={foot - 3} width={width} height={6} tone={isGap ? "gap" : "work"} />
      )}
      {isGap && <Nowhere x={titleX + (hasBar(work) ? width : 0)} middle={foot} end={place.kpis} />}
      <CountedKpis kpis={work.kpis} x={place.kpis} middle={foot} />
      <CountedRisks risks={work.risks} x={place.risks} middle={foot} />
    </g>
  );
}

/** The bar at which money that is not aligned ends. */
function Nowhere({ x, middle, end }: { x: number; middle: number; end: number }) {
  const { tokens, measure } = useLook();
  const fits = x + 10 + measure(leadsNowhere, 11, 600) <= end - 4;
  return (
    <g>
      <path
        d={`M${round(x) + 1} ${middle - 7}V${middle + 7}`}
        stroke={tokens.amber}
        stroke-width={2.5}
      />
      {fits && (
        <Label text={leadsNowhere} x={x + 8} middle={middle} size={11} weight={600} fill="amber" />
      )}
    </g>
  );
}

function Bar(props: {
  x: number;
  y: number;
  width: number;
  height: number;
  tone: "goal" | "work" | "gap";
}) {
  const { tokens } = useLook();
  const isGap = props.tone === "gap";
  return (
    <rect
      x={props.x + 0.5}
      y={props.y + 0.5}
      width={round(Math.max(2, props.width))}
      height={props.height - 1}
      rx={2}
      fill={isGap ? "url(#hatch-amber)" : tokens.ribbon}
      stroke={isGap ? tokens.amber : tokens.workEdge}
    />
  );
}

export function StubRow(props: {
  text: string;
  place: RowPlace;
  isClosed: boolean;
  isGap: boolean;
}) {
  const { text, place, isClosed, isGap } = props;
  const { y, height, left, right } = place;
  const middle = y + height / 2;
  const x = left + workInset;
  return (
    <g>
      {isClosed && <Chevron x={left + 8} y={middle} collapsed />}
      {isGap && !isClosed && <HealthGlyph x={left + 8} y={middle} health="amber" scale={0.85} />}
      <FitLabel
        text={text}
        width={right - x}
        x={x}
        middle={middle}
        size={12}
        weight={isClosed ? 500 : 400}
        fill={isGap ? "ink" : "ink2"}
      />
    </g>
  );
}

export function GapHead({ lines, place }: { lines: readonly string[]; place: RowPlace }) {
  const first = place.y + 18;
  const x = place.left + 24;
  return (
    <g>
      <HealthGlyph x={place.left + 8} y={first} health="amber" />
      <FitLabel
        text={gapTitle}
        width={place.right - x}
        x={x}
        middle={first}
        size={14}
        weight={600}
      />
      <LabelLines lines={lines} step={line} x={x} middle={first + line} size={12} />
    </g>
  );
}
