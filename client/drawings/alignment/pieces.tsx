// Places of the columns → what is drawn at each: rules, ribbons, nodes, and the signs beside them.
import type { AlignmentView } from "../../../server/views/alignment/shape.ts";
import { Label, round, useLook } from "../look.tsx";
import type { ColumnPlaces } from "./columns.ts";
import { GapGround, type GapPlace, GapRibbon, GapStub } from "./foot.tsx";
import { GoalNode } from "./goal-node.tsx";
import { LooseLines, type LoosePlace } from "./loose.tsx";
import type { DrawnPiece } from "./parts.ts";
import { bottomOfWork, type GoalPlace, middleOf, underInset, type WorkPlace } from "./place.ts";
import {
  lineThin,
  type Ribbon,
  ribbonLine,
  ribbonPath,
  ribbonsFrom,
  ribbonWidth,
  secondSupports,
} from "./ribbons.ts";
import { CountedKpis, CountedRisks, KpiLine, RiskLine } from "./signs.tsx";
import { allGoals } from "./tree.ts";
import { PartTie, StubNode, WorkNode } from "./work-node.tsx";

export function groundPieces(
  lines: readonly number[],
  gap: GapPlace | undefined,
  loose: LoosePlace | undefined,
  columns: ColumnPlaces,
): readonly DrawnPiece[] {
  return [
    ...lines.map((y) => ({
      top: y - 1,
      bottom: y + 1,
      draw: () => <Rule y={y} columns={columns} />,
      between: true as const,
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

function Rule({ y, columns }: { readonly y: number; readonly columns: ColumnPlaces }) {
  const { tokens } = useLook();
  const at = round(y) + 0.5;
  return <line x1={columns.left} x2={columns.right} y1={at} y2={at} stroke={tokens.grid} />;
}

export function ribbonPieces(
  view: AlignmentView,
  places: readonly GoalPlace[],
  gap: GapPlace | undefined,
  scale: number,
  columns: ColumnPlaces,
): readonly DrawnPiece[] {
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
      between: true as const,
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

export function nodePieces(
  view: AlignmentView,
  places: readonly GoalPlace[],
  gap: GapPlace | undefined,
  columns: ColumnPlaces,
): readonly DrawnPiece[] {
  const pieces: DrawnPiece[] = [];
  for (const place of places) {
    const { tree, box } = place;
    pieces.push({
      top: box.y,
      bottom: box.y + box.height,
      draw: () => <GoalNode {...{ tree, box }} isFull={columns.isFull} />,
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
function ClosedSigns({ place, columns }: { place: GoalPlace; columns: ColumnPlaces }) {
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

function signPieces(place: GoalPlace, columns: ColumnPlaces): readonly DrawnPiece[] {
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
  columns: ColumnPlaces,
  isGap: boolean,
): readonly DrawnPiece[] {
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

function WorkSigns(props: { place: WorkPlace; columns: ColumnPlaces; isGap: boolean }) {
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
