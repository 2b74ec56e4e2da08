// Where the money goes → rows with a bar on one scale and their figures in columns, or below where these have no room.
import type { CountedElsewhere, MoneyRow, MoneyWay } from "../../../server/views/money/shape.ts";
import { Label } from "../look.tsx";
import { ColumnHead, FitLabel, Hairline, type Section } from "../parts.tsx";
import { groupWords } from "../sentences.ts";
import {
  cellText,
  isBand,
  isLoss,
  type MoneyColumns,
  moneyColumns,
  moneyFigures,
  moneyHeads,
  rowEdges,
  rowIndent,
  smallPrint,
  stackedHeight,
} from "./columns.ts";
import { GhostBox, MoneyRowShape } from "./row.tsx";
import { headingOf, moneyCard, type SectionRoom, type Sheaf, sheaf } from "./section.tsx";
import { ghostSentence, goesSentence } from "./words.ts";

export function whereSection(way: MoneyWay, box: SectionRoom): Section {
  const found = sheaf();
  const heading = headingOf(box, "where", "Where it goes", `by ${way.by}, open work`);
  found.blocks.push(heading);
  const columns = moneyColumns(way, box);
  let y = headRow(found, columns, groupWords[way.by], heading.bottom);
  for (const row of way.rows) y = moneyRow(found, columns, row, y);
  y = totalRow(found, columns, way.total, y);
  if (way.beside.length > 0) {
    y += 12;
    const below = headingOf(
      { ...box, y },
      "beside",
      "Technologies by themselves",
      "not in the plan above",
    );
    found.blocks.push(below);
    y = below.bottom - 6;
    for (const row of way.beside) y = moneyRow(found, columns, row, y);
  }
  return { bottom: y, ...found };
}

function headRow(found: Sheaf, columns: MoneyColumns, noun: string, y: number): number {
  const { box, isTable, bars, ends } = columns;
  const middle = y + 10;
  found.blocks.push({
    key: "where:head",
    top: y,
    bottom: y + 24,
    heads: "columns",
    draw: () => (
      <>
        <ColumnHead text={noun} x={box.x} middle={middle} />
        {isTable && <ColumnHead text="Amount" x={bars} middle={middle} />}
        {isTable &&
          moneyFigures.map((figure) => (
            <ColumnHead
              key={figure}
              text={moneyHeads[figure]}
              x={ends[figure]}
              middle={middle}
              anchor="end"
            />
          ))}
        {!isTable && (
          <ColumnHead text="Amount" x={box.x + box.width} middle={middle} anchor="end" />
        )}
        <Hairline x={box.x} y={y + 22} width={box.width} strong />
      </>
    ),
  });
  return y + 24;
}

function moneyRow(found: Sheaf, columns: MoneyColumns, row: MoneyRow, y: number): number {
  const { box, isTable, isDense } = columns;
  const top = row.gap ? y + 6 : y;
  const height = isTable ? (isDense ? 24 : isBand(row) ? 34 : 30) : stackedHeight(row);
  found.blocks.push({
    key: `where:${row.id}`,
    top,
    bottom: top + height,
    draw: () => <MoneyRowShape columns={columns} row={row} y={top} height={height} />,
  });
  const { x, width } = box.alone ? { x: 0, width: box.width + 2 * box.x } : rowEdges(box);
  const facts = row.source === undefined && row.facts.length > 0;
  if (row.source !== undefined || facts)
    found.marks.push({
      key: `where:${row.id}`,
      ...{ x: box.alone ? 0 : x, y: top, width, height },
      sentence: goesSentence(row),
      source: row.source,
      card: facts ? moneyCard(`${row.title}: ${row.amount ?? "–"}`, row.facts) : undefined,
      isRow: box.alone || undefined,
    });
  let bottom = top + height;
  for (const ghost of row.elsewhere) bottom = ghostRow(found, columns, row, ghost, bottom);
  return row.gap ? bottom + 4 : bottom;
}

/** What also hangs here, in quiet ink: its amount is in no sum of this row. */
function ghostRow(
  found: Sheaf,
  columns: MoneyColumns,
  row: MoneyRow,
  ghost: CountedElsewhere,
  y: number,
): number {
  const { box, isTable, name, bars, ends } = columns;
  const height = isTable ? 24 : 40;
  const x = box.x + rowIndent(row) + 16;
  const amount = ghost.amount === undefined ? "" : `${ghost.amount}, `;
  const text = amount + ghost.counted;
  const left = isTable ? bars : x;
  const room = (isTable ? ends.payback : box.x + box.width) - left;
  const titleRoom = isTable ? box.x + name - x - 8 : box.x + box.width - x;
  const middle = isTable ? y + height / 2 : y + 10;
  found.blocks.push({
    key: `where:${row.id}:${ghost.id}`,
    top: y,
    bottom: y + height,
    draw: () => (
      <>
        <GhostBox x={x - 13} middle={middle} />
        <FitLabel
          text={ghost.title}
          width={titleRoom}
          x={x}
          middle={middle}
          size={12}
          fill="ink2"
        />
        <FitLabel
          text={text}
          width={room}
          x={left}
          middle={isTable ? middle : y + 28}
          size={12}
          fill="ink2"
        />
      </>
    ),
  });
  if (ghost.source !== undefined || ghost.facts.length > 0)
    found.marks.push({
      key: `where:${row.id}:${ghost.id}`,
      ...rowEdges(box),
      ...{ y, height },
      sentence: ghostSentence(ghost),
      source: ghost.source,
      card:
        ghost.source === undefined
          ? moneyCard(`${ghost.title}: ${ghost.amount ?? "–"}`, ghost.facts, ghost.counted)
          : undefined,
    });
  return y + height;
}

function totalRow(found: Sheaf, columns: MoneyColumns, total: MoneyRow, y: number): number {
  const { box, isTable, bars, ends } = columns;
  const small = smallPrint(total);
  const height = isTable || small === "" ? 38 : 54;
  const middle = y + 20;
  found.blocks.push({
    key: "where:total",
    // On paper it stays with the row above it.
    top: found.blocks.at(-1)?.top ?? y,
    bottom: y + height,
    draw: () => (
      <>
        <Hairline x={box.x} y={y + 2} width={box.width} strong />
        <Label text={total.title} x={box.x} middle={middle} weight={600} />
        <Label
          text={total.amount ?? "–"}
          x={isTable ? bars : box.x + box.width}
          middle={middle}
          weight={600}
          anchor={isTable ? "start" : "end"}
          figures
        />
        {isTable &&
          moneyFigures.map((figure) => (
            <Label
              key={figure}
              text={cellText(total, figure)}
              x={ends[figure]}
              middle={middle}
              weight={600}
              anchor="end"
              fill={figure === "return" && isLoss(total) ? "red" : "ink"}
              figures
            />
          ))}
        {isTable && total.says !== undefined && (
          <Label
            text={total.says}
            x={ends.payback}
            middle={middle}
            size={12}
            anchor="end"
            fill="ink2"
          />
        )}
        {!isTable && small !== "" && (
          <FitLabel
            text={small}
            width={box.width}
            x={box.x}
            middle={middle + 20}
            size={12}
            fill="ink2"
          />
        )}
      </>
    ),
  });
  if (total.facts.length > 0)
    found.marks.push({
      key: "where:total",
      ...rowEdges(box),
      ...{ y: y + 4, height: height - 6 },
      sentence: goesSentence(total),
      card: moneyCard(`${total.title}: ${total.amount ?? "–"}`, total.facts),
    });
  return y + height;
}
