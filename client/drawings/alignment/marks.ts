// Places → the rectangles to point at, with what each says: put into words when somebody asks, since most are out of sight.
import type {
  AlignedWork,
  AlignmentView,
  GoalKpi,
  GoalRisk,
} from "../../../server/views/alignment/shape.ts";
import type { CardFacts } from "../../../server/views/shape.ts";
import type { PictureMark } from "../drawing.ts";
import { healthNames } from "../sentences.ts";
import { count } from "../time.ts";
import type { ColumnPlaces, ColumnSpan } from "./columns.ts";
import type { GapPlace } from "./foot.tsx";
import { countWidth, type GoalCounts } from "./goal-node.tsx";
import { draggedWork } from "./moves.tsx";
import {
  type GoalPlace,
  middleOf,
  type NodeBox,
  type SignLine,
  signHeight,
  underInset,
  type WorkPlace,
} from "./place.ts";
import { type Grove, gapToggle, toggleOf } from "./tree.ts";
import {
  gapInWords,
  gapTitle,
  goalInWords,
  kpiInWords,
  noSupport,
  type Reader,
  riskInWords,
  workCount,
  workInWords,
} from "./words.ts";

const chevronSize = 24;

/** A goal with its signs, and how to open it; what is under it has marks of its own. */
export function goalMarks(
  place: GoalPlace,
  columns: ColumnPlaces,
  reader: Reader,
  counts: GoalCounts | undefined,
): readonly PictureMark[] {
  const { goal, box, tree } = place;
  const under = { x: box.x + underInset, width: box.width - underInset };
  const marks: PictureMark[] = [
    {
      ...box,
      key: `objective:${goal.id}`,
      get sentence() {
        return goalInWords(reader, goal);
      },
      source: goal.source,
      card: goal.source ? undefined : standCard(place),
    },
  ];
  if (tree.hasToggle) {
    const [right, bottom] = [box.x + box.width, box.y + box.height];
    marks.push({
      key: `toggle:${goal.id}`,
      x: right - 4 - chevronSize,
      y: bottom - 2 - chevronSize,
      width: chevronSize,
      height: chevronSize,
      sentence: `${tree.isOpen ? "Close" : "Open"} ${goal.title}`,
      toggles: toggleOf(goal),
      open: tree.isOpen,
    });
  }
  const [kpis, risks] = place.isUnder ? [under, under] : [columns.kpis, columns.risks];
  const signs = [
    ...lineMarks(goal.id, place.kpis, kpis, kpiInWords, "kpi"),
    ...lineMarks(goal.id, place.risks, risks, riskInWords, "risk"),
    ...countsOf(place, counts),
  ];
  for (const sign of signs) marks.push(sign);
  for (const { kind, box: at } of place.stubs)
    marks.push({
      ...at,
      key: `stub:${kind}:${goal.id}`,
      sentence:
        kind === "closed"
          ? `${workCount(goal.work)} of ${goal.title}`
          : `${goal.title}. ${noSupport}`,
      ...(kind === "closed"
        ? { toggles: toggleOf(goal), open: false }
        : { source: goal.source, sentence: goalInWords(reader, goal) }),
    });
  return marks;
}

function countsOf({ goal }: GoalPlace, counts: GoalCounts | undefined): readonly PictureMark[] {
  if (counts === undefined) return [];
  const risks = goal.kpis.length > 0 ? counts.x + countWidth : counts.x;
  return countMarks(goal, counts.middle, {
    kpis: { x: counts.x, width: countWidth },
    risks: { x: risks, width: countWidth },
  });
}

function standCard({ goal }: GoalPlace): CardFacts {
  return {
    title: goal.title,
    facts: [
      ["Work", workCount(goal.work)],
      ...(goal.amount === undefined ? [] : [["Money", goal.amount] as const]),
    ],
    wrong: goal.top === "lone" ? ["No business objective is above it"] : [],
  };
}

export function lineMarks<Sign extends GoalKpi | GoalRisk>(
  owner: string,
  lines: readonly SignLine<Sign>[],
  column: ColumnSpan,
  words: (sign: Sign) => string,
  kind: "kpi" | "risk",
): readonly PictureMark[] {
  return lines.map(({ sign, middle, height }) => ({
    key: `${kind}:${sign.id}:${owner}`,
    x: column.x,
    y: middle - height / 2,
    width: column.width,
    height,
    get sentence() {
      return words(sign);
    },
    source: sign.source,
  }));
}

export function workMarks(
  place: WorkPlace,
  columns: ColumnPlaces,
  reader: Reader,
  isGap: boolean,
): readonly PictureMark[] {
  const { work, box } = place;
  const { isFull, kpis, risks } = columns;
  return [
    {
      ...box,
      key: `initiative:${work.id}`,
      get sentence() {
        return workInWords(reader, work, isGap);
      },
      source: work.source,
      drags: dragsOf(reader, work, box),
    },
    ...lineMarks(work.id, place.kpis, kpis, kpiInWords, "kpi"),
    ...lineMarks(work.id, place.risks, risks, riskInWords, "risk"),
    ...(isFull ? [] : countMarks(work, middleOf(box), columns)),
  ];
}

/** What follows the pointer, where work can be dragged from where it stands. */
export function dragsOf({ homes }: Reader, work: AlignedWork, box: NodeBox): PictureMark["drags"] {
  const home = homes.get(work.id);
  return home === undefined ? undefined : draggedWork(work, box, home);
}

/** What has KPIs and risks. */
type Signed = Pick<WorkPlace["work"], "id" | "title" | "kpis" | "risks">;

/** Counts that stand for several: their card lists them. */
export function countMarks(
  { id, title, kpis, risks }: Signed,
  middle: number,
  columns: Pick<ColumnPlaces, "kpis" | "risks">,
): readonly PictureMark[] {
  const y = middle - signHeight / 2;
  const marks: PictureMark[] = [];
  const add = (
    column: ColumnSpan,
    key: string,
    noun: string,
    words: readonly string[],
    facts: CardFacts["facts"],
  ) => {
    if (words.length === 0) return;
    marks.push({
      ...{ key, x: column.x, y, width: column.width, height: signHeight },
      sentence: `${count(words.length, noun)} of ${title}: ${words.join("; ")}`,
      card: { title: `${noun === "KPI" ? "KPIs" : "Risks"} of ${title}`, facts, wrong: [] },
    });
  };
  add(
    columns.kpis,
    `kpis:${id}`,
    "KPI",
    kpis.map((one) => `${one.title}: ${healthNames[one.health].toLowerCase()}`),
    kpis.map((one) => [healthNames[one.health], one.title]),
  );
  add(
    columns.risks,
    `risks:${id}`,
    "risk",
    risks.map(({ sentence }) => sentence),
    risks.map((one) => [one.scores ?? "–", one.title]),
  );
  return marks;
}

export function gapMarks(
  view: AlignmentView,
  place: GapPlace,
  columns: ColumnPlaces,
  reader: Reader,
): readonly PictureMark[] {
  const { box, stub } = place;
  const head = gapMarkOf(
    view,
    { ...box, width: columns.work.x - box.x - 8, height: Math.min(box.height, 120) },
    { isLong: place.hasToggle, isGapOpen: stub === undefined },
  );
  const closed: readonly PictureMark[] = stub
    ? [
        {
          ...stub,
          key: "stub:gap",
          sentence: `${workCount(view.unaligned.work)} without an objective`,
          toggles: gapToggle,
          open: false,
        },
      ]
    : [];
  return [head, ...closed, ...place.work.flatMap((one) => workMarks(one, columns, reader, true))];
}

export function gapMarkOf(
  view: AlignmentView,
  box: NodeBox,
  grove: Pick<Grove, "isLong" | "isGapOpen">,
): PictureMark {
  return {
    ...box,
    key: "gap",
    sentence: `${gapTitle}: ${gapInWords(view)}`,
    ...(grove.isLong ? { toggles: gapToggle, open: grove.isGapOpen } : {}),
    card: {
      title: gapTitle,
      facts: [
        ["Work", workCount(view.unaligned.work)],
        ["Money", view.unaligned.amount ?? "–"],
      ],
      wrong: [],
    },
  };
}
