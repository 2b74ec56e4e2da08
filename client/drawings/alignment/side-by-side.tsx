// The view in columns from left to right: business objectives, IT objectives, initiatives, KPIs, risks.

import type { AlignmentView } from "../../../server/views/alignment/shape.ts";
import type { LaidOut, PictureMark, PicturePart, Room } from "../drawing.ts";
import { FitLabel, Hairline } from "../parts.tsx";
import type { ColumnPlaces } from "./columns.ts";
import { type GapPlace, placeGap } from "./foot.tsx";
import { goalCounts, goalHeight } from "./goal-node.tsx";
import { looseMarks, placeLoose } from "./loose.tsx";
import { gapMarks, goalMarks, workMarks } from "./marks.ts";
import { partsOfPieces } from "./parts.ts";
import { groundPieces, nodePieces, ribbonPieces } from "./pieces.tsx";
import { type GoalPlace, type Heights, placeGoal, signHeight } from "./place.ts";
import { ribbonScale } from "./ribbons.ts";
import { kpiHeight, riskHeight } from "./signs.tsx";
import { type Grove, shownWork } from "./tree.ts";
import { gapTitle, readerOf } from "./words.ts";
import { plainWorkHeight, workHeight } from "./work-node.tsx";

const headHeight = 30;
/** From a section to the line below it, and from there to the next. */
const before = 10;
const after = 14;
/** What is left free above what begins on a page of its own. */
const padding = 6;
/** Titles of so much work are measured, so that long ones take two lines. */
const mostMeasured = 1000;

export function layOutColumns(
  view: AlignmentView,
  grove: Grove,
  columns: ColumnPlaces,
  room: Room,
): LaidOut {
  const { measure } = room;
  const scale = ribbonScale(view);
  const isMeasured = shownWork(grove) <= mostMeasured;
  const heights: Heights = {
    goal: (tree, width) => goalHeight(tree, width, columns.isFull, scale, measure),
    work: (work, width) =>
      isMeasured ? workHeight(work, width, measure) : plainWorkHeight(work, width),
    kpi: (kpi, width) => (isMeasured ? kpiHeight(kpi, width, measure) : signHeight),
    risk: (risk, width) => (isMeasured ? riskHeight(risk, width, measure) : signHeight),
  };
  const tops: GoalPlace[] = [];
  const lines: number[] = [];
  let y = after;
  for (const tree of grove.tops) {
    if (tops.length > 0) {
      lines.push(y + before);
      y += before + after;
    }
    const place = placeGoal(tree, y, columns, heights);
    tops.push(place);
    y = place.bottom;
  }
  const places = tops.flatMap(flat);
  let gap: GapPlace | undefined;
  if (grove.unaligned.length > 0) {
    gap = placeGap(view, grove.unaligned, tops.length > 0 ? y + 24 : y, columns, heights, {
      isOpen: grove.isGapOpen,
      hasToggle: grove.isLong,
      scale,
      measure,
    });
    y = gap.box.y + gap.box.height;
  }
  const loose = placeLoose(view, y + 20, columns, measure);
  if (loose !== undefined) y = loose.bottom;
  const reader = readerOf(view, room.edits === true);
  return {
    height: y + 12,
    head: { height: headHeight, draw: () => <ColumnHeads view={view} columns={columns} /> },
    blocks: [
      ...(room.still ? headings(places, gap) : []),
      ...partsOfPieces("ground", groundPieces(lines, gap, loose, columns), room),
      ...partsOfPieces("ribbon", ribbonPieces(view, places, gap, scale, columns), room),
      ...partsOfPieces("node", nodePieces(view, places, gap, columns), room),
    ],
    marks: [
      ...places.flatMap((place): readonly PictureMark[] => [
        ...goalMarks(
          place,
          columns,
          reader,
          goalCounts(place.tree, place.box, columns.isFull, measure),
        ),
        ...place.work.flatMap((one) => workMarks(one, columns, reader, false)),
      ]),
      ...(gap ? gapMarks(view, gap, columns, reader) : []),
      ...(loose ? looseMarks(loose) : []),
    ],
  };
}

/** Where what belongs to a goal begins: its node stands in the middle of it. */
function headings(places: readonly GoalPlace[], gap: GapPlace | undefined): readonly PicturePart[] {
  const goals = places.map(({ top, goal }) => ({
    ...{ key: `goal:${goal.id}`, y: top - padding, depth: goal.depth, title: goal.title },
  }));
  const all = gap
    ? [...goals, { key: "gap", y: gap.box.y - padding, depth: 0, title: gapTitle }]
    : goals;
  return all.map(({ key, y, depth, title }) => ({
    ...{ key: `from:${key}`, top: y, bottom: y, heads: { title, depth }, draw: () => null },
  }));
}

/** A goal and all under it, from the top down. */
function flat(place: GoalPlace): readonly GoalPlace[] {
  return [place, ...place.children.flatMap(flat)];
}

function ColumnHeads({ view, columns }: { view: AlignmentView; columns: ColumnPlaces }) {
  const { isFull, left, right, goals, work, kpis, risks } = columns;
  const heads: readonly (readonly [text: string, x: number, width: number])[] = [
    ...goals.map(({ x, width }, depth) => [columnName(view, depth), x, width] as const),
    ["Initiatives", work.x, work.width],
    ["KPIs", kpis.x, kpis.width],
    [isFull ? "Risks: before and today" : "Risks", risks.x, risks.width],
  ];
  return (
    <g>
      {heads.map(([text, x, width]) => (
        <FitLabel
          key={`${x}`}
          text={text}
          width={width + 8}
          x={x}
          middle={headHeight / 2}
          size={11}
          weight={500}
          fill="ink2"
        />
      ))}
      <Hairline x={left} y={headHeight - 1} width={right - left} strong />
    </g>
  );
}

/** "IT objectives", where nothing else stands there. */
function columnName({ goals }: AlignmentView, depth: number): string {
  const levels = new Set(goals.filter((one) => one.depth === depth).map(({ level }) => level));
  if (depth === 0) return "Business objectives";
  if (levels.size === 1 && levels.has("team")) return "Team objectives";
  if (depth === 1)
    return levels.has("business") || levels.has("team") ? "Objectives" : "IT objectives";
  return "Sub-objectives";
}
