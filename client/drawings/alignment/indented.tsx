// The view where there is no room for columns: an indented tree, in which bars are as long as the money.
import type { AlignedWork, AlignmentView, Goal } from "../../../server/views/alignment/shape.ts";
import type { LaidOut, PictureMark, Room } from "../drawing.ts";
import { Label, useLook } from "../look.tsx";
import { linesOfText } from "../text-lines.ts";
import {
  GapHead,
  GoalRow,
  goalRowHeight,
  type RowPlace,
  StubRow,
  WorkRow,
  workRowHeight,
} from "./indented-rows.tsx";
import { countMarks, dragsOf, gapMarkOf, lineMarks } from "./marks.ts";
import { type DrawnPiece, partsOfPieces } from "./parts.ts";
import { signHeight } from "./place.ts";
import { KpiLine, RiskLine } from "./signs.tsx";
import { type GoalTree, type Grove, gapToggle, toggleOf } from "./tree.ts";
import {
  elsewhereInWords,
  gapAdvice,
  gapInWords,
  gapTitle,
  goalInWords,
  kpiInWords,
  looseInWords,
  noSupport,
  type Reader,
  readerOf,
  riskInWords,
  workCount,
  workInWords,
} from "./words.ts";

const headHeight = 28;
const step = 14;
/** Deeper levels are not set in any further. */
const deepest = 5;
const counts = 38;

/** What is laid out so far. */
interface Page {
  y: number;
  readonly pieces: DrawnPiece[];
  readonly marks: PictureMark[];
  readonly room: Room;
  readonly reader: Reader;
  readonly isLong: boolean;
  /** How many px one unit of money is long. */
  readonly scale: number;
}

export function layOutIndented(view: AlignmentView, grove: Grove, room: Room): LaidOut {
  const page: Page = {
    y: 0,
    pieces: [],
    marks: [],
    room,
    reader: readerOf(view, room.edits === true),
    isLong: grove.isLong,
    scale: barScale(view, grove, room),
  };
  const ahead = grove.tops.toReversed();
  for (let tree = ahead.pop(); tree !== undefined; tree = ahead.pop()) {
    putGoal(page, tree);
    if (tree.isOpen) for (const child of tree.children.toReversed()) ahead.push(child);
  }
  const ground: DrawnPiece[] = [];
  if (grove.unaligned.length > 0) putGap(page, view, grove, ground);
  putLoose(page, view);
  return {
    height: page.y + 12,
    head: { height: headHeight, draw: () => <TreeHead view={view} room={room} /> },
    blocks: [...partsOfPieces("ground", ground, room), ...partsOfPieces("row", page.pieces, room)],
    marks: page.marks,
  };
}

/** Bars of goals reach to the right edge at most, those of work to its counts. */
function barScale(view: AlignmentView, grove: Grove, room: Room): number {
  const { goals, unaligned, initiatives } = view;
  const width = room.width - 2 * room.margin;
  const greatest = (some: readonly { readonly money?: number | undefined }[]) =>
    some.reduce((max, { money = 0 }) => Math.max(max, money), 0);
  const indent = Math.min(grove.depth, deepest) * step;
  const scale = Math.min(
    (width - 36) / greatest([...goals.filter(({ depth }) => depth === 0), unaligned]),
    (width - indent - 30 - 2 * counts) / greatest(initiatives),
    (width - indent - 36) / greatest(goals.filter(({ depth }) => depth > 0)),
  );
  return Number.isFinite(scale) ? Math.max(0, scale) : 0;
}

function rowAt(page: Page, depth: number, height: number): RowPlace {
  const { room, y, scale } = page;
  const right = room.width - room.margin;
  return {
    y,
    height,
    left: room.margin + Math.min(depth, deepest) * step,
    right,
    kpis: right - 2 * counts,
    risks: right - counts,
    scale,
    inset: page.isLong ? 36 : 22,
  };
}

function put(
  page: Page,
  row: RowPlace,
  draw: DrawnPiece["draw"],
  marks: readonly PictureMark[],
  heads?: DrawnPiece["heads"],
): void {
  page.pieces.push({
    ...{ top: row.y, bottom: row.y + row.height, draw },
    ...(heads === undefined ? {} : { heads }),
  });
  for (const mark of marks) page.marks.push(mark);
  page.y += row.height;
}

function putGoal(page: Page, tree: GoalTree): void {
  const { goal } = tree;
  const { measure } = page.room;
  page.y += goal.depth === 0 ? 10 : 2;
  const row = rowAt(page, goal.depth, 0);
  const height = goalRowHeight(goal, row, measure);
  const place = { ...row, height };
  const notes = place.y + height - 13;
  const marks: readonly PictureMark[] = [
    {
      ...bounds(place),
      height: Math.max(24, height - 26),
      key: `objective:${goal.id}`,
      sentence: goalInWords(page.reader, goal),
      source: goal.source,
      card: goal.source
        ? undefined
        : { title: goal.title, facts: [["Work", workCount(goal.work)]], wrong: [] },
    },
    ...toggleMarks(tree, place),
    ...countMarks(goal, notes, signColumns(place)),
  ];
  const heads = { title: goal.title, depth: goal.depth };
  put(page, place, () => <GoalRow {...{ tree, place }} />, marks, heads);
  if (!tree.isOpen) {
    putStub(page, goal, workCount(goal.work), goal.depth + 1, true);
    return;
  }
  for (const work of tree.work) putWork(page, work, goal.depth + 1, false);
  if (goal.empty) putStub(page, goal, noSupport, goal.depth + 1, false);
  if (goal.elsewhere) {
    const text = elsewhereInWords(goal.elsewhere);
    putStub(page, { ...goal, empty: undefined }, text, goal.depth + 1, false);
  }
}

function bounds({ y, height, left, right }: RowPlace) {
  return { x: left, y, width: right - left, height };
}

function signColumns({ kpis, risks }: RowPlace) {
  return { kpis: { x: kpis, width: counts }, risks: { x: risks, width: counts } };
}

function toggleMarks(tree: GoalTree, { left, y }: RowPlace): readonly PictureMark[] {
  if (!tree.hasToggle) return [];
  return [
    {
      ...{ x: left - 8, y: y + 2, width: 24, height: 24 },
      key: `toggle:${tree.goal.id}`,
      sentence: `${tree.isOpen ? "Close" : "Open"} ${tree.goal.title}`,
      toggles: toggleOf(tree.goal),
      open: tree.isOpen,
    },
  ];
}

function putStub(page: Page, goal: Goal, text: string, depth: number, isClosed: boolean): void {
  const place = rowAt(page, depth, 30);
  put(page, place, () => <StubRow {...{ text, place, isClosed }} isGap={goal.empty === true} />, [
    {
      ...bounds(place),
      key: `stub:${text}:${goal.id}`,
      sentence: `${goal.title}. ${text}`,
      ...(isClosed ? { toggles: toggleOf(goal), open: false } : { source: goal.source }),
    },
  ]);
}

function putWork(page: Page, work: AlignedWork, depth: number, isGap: boolean): void {
  const row = rowAt(page, work.inside ? depth + 1 : depth, 0);
  const height = workRowHeight(work, row, isGap, page.room.measure);
  const place = { ...row, height };
  put(page, place, () => <WorkRow {...{ work, place, isGap }} />, [
    {
      ...bounds(place),
      width:
        work.kpis.length + work.risks.length > 0
          ? place.kpis - place.left - 4
          : place.right - place.left,
      key: `initiative:${work.id}`,
      sentence: workInWords(page.reader, work, isGap),
      source: work.source,
      drags: dragsOf(page.reader, work, bounds(place)),
    },
    ...countMarks(work, place.y + height - 12, signColumns(place)),
  ]);
}

function putGap(page: Page, view: AlignmentView, grove: Grove, ground: DrawnPiece[]): void {
  const { room } = page;
  page.y += 16;
  const top = page.y;
  const place = rowAt(page, 0, 0);
  const width = place.right - place.left - 26;
  const lines = [gapInWords(view), gapAdvice(view)].flatMap((text) =>
    linesOfText(text, width, 12, 400, room.measure, 5),
  );
  const height = 34 + lines.length * 18;
  const head = { ...place, height };
  const marks = [gapMarkOf(view, bounds(head), grove)];
  const heads = { title: gapTitle, depth: 0 };
  put(page, head, () => <GapHead {...{ lines }} place={head} />, marks, heads);
  if (grove.isGapOpen) for (const work of grove.unaligned) putWork(page, work, 0, true);
  else {
    const stub = rowAt(page, 0, 30);
    const text = workCount(view.unaligned.work);
    put(page, stub, () => <StubRow {...{ text }} place={stub} isClosed isGap />, [
      { ...bounds(stub), key: "stub:gap", sentence: text, toggles: gapToggle, open: false },
    ]);
  }
  page.y += 10;
  const bottom = page.y;
  ground.push({ top, bottom, draw: () => <Frame {...{ top, bottom, room }} /> });
}

function Frame({ top, bottom, room }: { top: number; bottom: number; room: Room }) {
  const { tokens } = useLook();
  return (
    <rect
      x={room.margin - 9}
      y={top + 1}
      width={room.width - 2 * room.margin + 18}
      height={bottom - top - 2}
      rx={6}
      fill={tokens.amberTint}
      stroke={tokens.amber}
      stroke-width={1.5}
      stroke-dasharray="5 4"
    />
  );
}

function putLoose(page: Page, view: AlignmentView): void {
  const { kpis, risks } = view.loose;
  if (kpis.length + risks.length === 0) return;
  const { room } = page;
  const column = { x: room.margin, width: room.width - 2 * room.margin };
  page.y += 20;
  for (const line of linesOfText(looseInWords(view), column.width, 12, 400, room.measure, 4)) {
    const middle = page.y + 9;
    put(
      page,
      rowAt(page, 0, 18),
      () => <Label text={line} x={column.x} middle={middle} size={12} fill="ink2" />,
      [],
    );
  }
  for (const kpi of kpis) {
    const middle = page.y + signHeight / 2;
    put(
      page,
      rowAt(page, 0, signHeight),
      () => <KpiLine {...{ kpi, middle }} height={signHeight} {...column} />,
      lineMarks("loose", [{ sign: kpi, middle, height: signHeight }], column, kpiInWords, "kpi"),
    );
  }
  for (const risk of risks) {
    const middle = page.y + signHeight / 2;
    put(
      page,
      rowAt(page, 0, signHeight),
      () => <RiskLine {...{ risk, middle }} height={signHeight} {...column} />,
      lineMarks("loose", [{ sign: risk, middle, height: signHeight }], column, riskInWords, "risk"),
    );
  }
}

function TreeHead({ view, room }: { readonly view: AlignmentView; readonly room: Room }) {
  const { tokens } = useLook();
  const right = room.width - room.margin;
  return (
    <g>
      <Label
        text="Objectives, initiatives"
        x={room.margin}
        middle={headHeight / 2}
        size={11}
        weight={500}
        fill="ink2"
      />
      <Label
        text={view.currency ?? "Money"}
        x={right}
        middle={headHeight / 2}
        size={11}
        weight={500}
        fill="ink2"
        anchor="end"
      />
      <line
        x1={room.margin}
        x2={right}
        y1={headHeight - 0.5}
        y2={headHeight - 0.5}
        stroke={tokens.rule}
      />
    </g>
  );
}
