// The view in columns from left to right: business objectives, IT objectives, initiatives, KPIs, risks.
import type { AlignmentView } from "../../../server/views/alignment/shape.ts";
import type { LaidOut, PictureMark, Room } from "../drawing.ts";
import { Label, round, useLook } from "../look.tsx";
import { shorten } from "../text.ts";
import type { Columns } from "./columns.ts";
import { GapGround, type GapPlace, GapRibbon, GapStub, placeGap } from "./foot.tsx";
import { GoalNode, goalHeight } from "./goal-node.tsx";
import { LooseLines, type LoosePlace, looseMarks, placeLoose } from "./loose.tsx";
import { gapMarks, goalMarks, workMarks } from "./marks.ts";
import { type Piece, partsOfPieces } from "./parts.ts";
import {
  bottomOfWork,
  type GoalPlace,
  type Heights,
  middleOf,
  placeGoal,
  signHeight,
  underInset,
  type WorkPlace,
} from "./place.ts";
import {
  lineThin,
  type Ribbon,
  ribbonLine,
  ribbonPath,
  ribbonScale,
  ribbonsFrom,
  ribbonWidth,
  secondSupports,
} from "./ribbons.ts";
import { CountedKpis, CountedRisks, KpiLine, kpiHeight, RiskLine, riskHeight } from "./signs.tsx";
import { allGoals, type Grove } from "./tree.ts";
import { readerOf } from "./words.ts";
import { PartTie, plainWorkHeight, StubNode, WorkNode, workHeight } from "./work-node.tsx";

const headHeight = 30;
/** From a section to the line below it, and from there to the next. */
const before = 10;
const after = 14;
/** Titles of so much work are measured, so that long ones take two lines. */
const mostMeasured = 1000;

export function layOutColumns(
  view: AlignmentView,
  grove: Grove,
  columns: Columns,
  room: Room,
): LaidOut {
  const { measure } = room;
  const scale = ribbonScale(view);
  const isMeasured = view.initiatives.length <= mostMeasured;
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
  const reader = readerOf(view);
  return {
    height: y + 12,
    head: { height: headHeight, draw: () => <ColumnHeads view={view} columns={columns} /> },
    blocks: [
      ...partsOfPieces("ground", groundPieces(lines, gap, loose, columns)),
      ...partsOfPieces("ribbon", ribbonPieces(view, places, gap, scale, columns)),
      ...partsOfPieces("node", nodePieces(view, places, gap, columns, room.still === true)),
    ],
    marks: [
      ...places.flatMap((place): readonly PictureMark[] => [
        ...goalMarks(place, columns, reader),
        ...place.work.flatMap((one) => workMarks(one, columns, reader, false)),
      ]),
      ...(gap ? gapMarks(view, gap, columns, reader) : []),
      ...(loose ? looseMarks(loose) : []),
    ],
  };
}

/** A goal and all under it, from the top down. */
function flat(place: GoalPlace): readonly GoalPlace[] {
  return [place, ...place.children.flatMap(flat)];
}

function groundPieces(
  lines: readonly number[],
  gap: GapPlace | undefined,
  loose: LoosePlace | undefined,
  columns: Columns,
): readonly Piece[] {
  return [
    ...lines.map((y) => ({
      top: y - 1,
      bottom: y + 1,
      draw: () => <Rule y={y} columns={columns} />,
    })),
    ...(gap
      ? [
          {
            top: gap.box.y,
            bottom: gap.box.y + gap.box.height,
            draw: () => <GapGround place={gap} columns={columns} />,
          },
        ]
      : []),
    ...(loose
      ? [
          {
            top: loose.top,
            bottom: loose.bottom,
            draw: () => <LooseLines place={loose} columns={columns} />,
          },
        ]
      : []),
  ];
}

function Rule({ y, columns }: { readonly y: number; readonly columns: Columns }) {
  const { tokens } = useLook();
  const at = round(y) + 0.5;
  return <line x1={columns.left} x2={columns.right} y1={at} y2={at} stroke={tokens.grid} />;
}

function ribbonPieces(
  view: AlignmentView,
  places: readonly GoalPlace[],
  gap: GapPlace | undefined,
  scale: number,
  columns: Columns,
): readonly Piece[] {
  const [first] = columns.goals;
  const next = columns.goals[1] ?? columns.work;
  const between = next.x - (first?.x ?? 0) - (first?.width ?? 0);
  const ribbons = [
    ...places.flatMap((place) => ribbonsFrom(place, scale, between)),
    ...secondSupports(places, between),
  ];
  const nowhere = [
    ...(gap?.work ?? []).flatMap(({ work, box }) =>
      work.inside ? [] : [{ x2: box.x, middle: middleOf(box), money: work.money }],
    ),
    ...(gap?.stub
      ? [{ x2: gap.stub.x, middle: middleOf(gap.stub), money: view.unaligned.money }]
      : []),
  ];
  return [
    ...ribbons.map((ribbon) => ({
      top: Math.min(ribbon.y1, ribbon.y2) - ribbon.width / 2 - 1,
      bottom: Math.max(ribbon.y1, ribbon.y2) + ribbon.width / 2 + 1,
      draw: () => <RibbonShape ribbon={ribbon} />,
    })),
    ...nowhere.map(({ x2, middle, money }) => {
      const width = ribbonWidth(money, scale);
      const x1 = gap?.barX ?? x2;
      return {
        top: middle - width,
        bottom: middle + width,
        draw: () => <GapRibbon {...{ x1, x2, middle, width }} />,
      };
    }),
  ];
}

/** Where tints are the ground, a ribbon has the colour of its edge. */
function RibbonShape({ ribbon }: { readonly ribbon: Ribbon }) {
  const { tokens, contrast } = useLook();
  if (ribbon.tone === "also")
    return (
      <path d={ribbonLine(ribbon)} fill="none" stroke={tokens.workEdge} stroke-dasharray="3 3" />
    );
  const isDone = ribbon.tone === "done";
  const edge = isDone ? tokens.doneEdge : tokens.workEdge;
  const colour = contrast ? edge : isDone ? tokens.done : tokens.ribbon;
  const faint = contrast ? { opacity: 0.6 } : {};
  if (ribbon.width > lineThin) return <path d={ribbonPath(ribbon)} fill={colour} {...faint} />;
  return (
    <path
      d={ribbonLine(ribbon)}
      fill="none"
      stroke={colour}
      stroke-width={round(ribbon.width)}
      {...faint}
    />
  );
}

function nodePieces(
  view: AlignmentView,
  places: readonly GoalPlace[],
  gap: GapPlace | undefined,
  columns: Columns,
  still: boolean,
): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const place of places) {
    const { tree, box } = place;
    pieces.push({
      top: box.y,
      bottom: box.y + box.height,
      draw: () => <GoalNode {...{ tree, box, still }} isFull={columns.isFull} />,
    });
    for (const piece of signPieces(place, columns)) pieces.push(piece);
    for (const piece of workPieces(place.work, columns, false)) pieces.push(piece);
    for (const stub of place.stubs)
      pieces.push({
        top: stub.box.y,
        bottom: stub.box.y + stub.box.height,
        draw: () => (
          <>
            <StubNode stub={stub} tree={tree} />
            {stub.kind === "closed" && <ClosedSigns {...{ place, columns }} />}
          </>
        ),
      });
  }
  if (gap) {
    for (const piece of workPieces(gap.work, columns, true)) pieces.push(piece);
    const { stub } = gap;
    if (stub)
      pieces.push({
        top: stub.y,
        bottom: stub.y + stub.height,
        draw: () => <GapStub box={stub} view={view} />,
      });
  }
  return pieces;
}

/** What measures and threatens all that is closed away. */
function ClosedSigns({ place, columns }: { place: GoalPlace; columns: Columns }) {
  const [stub] = place.stubs;
  if (stub === undefined || !columns.isFull) return null;
  const under = allGoals(place.tree);
  const signs = [...under.map(({ goal }) => goal), ...under.flatMap(({ work }) => work)];
  const middle = middleOf(stub.box);
  return (
    <>
      <CountedKpis
        kpis={signs.flatMap(({ kpis }) => kpis)}
        x={columns.kpis.x}
        middle={middle}
        noun="KPI"
      />
      <CountedRisks
        risks={signs.flatMap(({ risks }) => risks)}
        x={columns.risks.x}
        middle={middle}
        noun="risk"
      />
    </>
  );
}

function signPieces(place: GoalPlace, columns: Columns): readonly Piece[] {
  const { box, isUnder } = place;
  const under = { x: box.x + underInset, width: box.width - underInset };
  const [kpis, risks] = isUnder ? [under, under] : [columns.kpis, columns.risks];
  return [
    ...place.kpis.map(({ sign, middle, height }) => ({
      top: middle - height / 2,
      bottom: middle + height / 2,
      draw: () => <KpiLine kpi={sign} {...{ middle, height }} {...kpis} />,
    })),
    ...place.risks.map(({ sign, middle, height }) => ({
      top: middle - height / 2,
      bottom: middle + height / 2,
      draw: () => <RiskLine risk={sign} {...{ middle, height }} {...risks} />,
    })),
  ];
}

function workPieces(
  places: readonly WorkPlace[],
  columns: Columns,
  isGap: boolean,
): readonly Piece[] {
  let programme = 0;
  return places.map((place) => {
    const { work, box } = place;
    if (!work.inside) programme = box.y + box.height;
    const from = programme;
    return {
      top: box.y,
      bottom: bottomOfWork(place),
      draw: () => (
        <>
          {work.inside && <PartTie box={box} from={from} />}
          <WorkNode work={work} box={box} isGap={isGap} />
          <WorkSigns {...{ place, columns, isGap }} />
        </>
      ),
    };
  });
}

function WorkSigns(props: { place: WorkPlace; columns: Columns; isGap: boolean }) {
  const { tokens } = useLook();
  const { place, columns } = props;
  const { work, box } = place;
  const middle = middleOf(box);
  if (!columns.isFull)
    return (
      <>
        <CountedKpis kpis={work.kpis} x={columns.kpis.x} middle={middle} />
        <CountedRisks risks={work.risks} x={columns.risks.x} middle={middle} />
      </>
    );
  const [end, y] = [box.x + box.width, round(middle) + 0.5];
  return (
    <>
      {place.kpis.length > 0 && (
        <line x1={end} x2={columns.kpis.x - 2} y1={y} y2={y} stroke={tokens.rule} />
      )}
      {place.kpis.map(({ sign, middle: at, height }) => (
        <KpiLine key={sign.id} kpi={sign} middle={at} height={height} {...columns.kpis} />
      ))}
      {place.risks.map(({ sign, middle: at, height }) => (
        <RiskLine key={sign.id} risk={sign} middle={at} height={height} {...columns.risks} />
      ))}
      {props.isGap && work.kpis.length + work.risks.length === 0 && (
        <Label text="No KPI, no risk" x={columns.kpis.x} middle={middle} size={12} />
      )}
    </>
  );
}

function ColumnHeads({ view, columns }: { view: AlignmentView; columns: Columns }) {
  const { tokens, measure } = useLook();
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
        <Label
          key={`${x}`}
          text={shorten(text, width + 8, 11, 500, measure)}
          x={x}
          middle={headHeight / 2}
          size={11}
          weight={500}
          fill="ink2"
        />
      ))}
      <line x1={left} x2={right} y1={headHeight - 0.5} y2={headHeight - 0.5} stroke={tokens.rule} />
    </g>
  );
}

/** "IT objectives", where nothing else stands there. */
export function columnName({ goals }: AlignmentView, depth: number): string {
  const levels = new Set(goals.filter((one) => one.depth === depth).map(({ level }) => level));
  if (depth === 0) return "Business objectives";
  if (levels.size === 1 && levels.has("team")) return "Team objectives";
  if (depth === 1)
    return levels.has("business") || levels.has("team") ? "Objectives" : "IT objectives";
  return "Sub-objectives";
}
