// A table of facts → the same on the page: it can be sorted by each column, and its first cells lead to the text.
import { useState } from "preact/hooks";
import type { SourcePlace } from "../../server/views/shape.ts";
import type { Cell, Table, TableRow } from "../drawings/drawing.ts";

const page = 500;

interface Order {
  readonly column: number;
  readonly falls: boolean;
}

export function DataTable(props: {
  readonly caption: string;
  readonly table: Table;
  readonly onReveal: (source: SourcePlace) => void;
}) {
  const { table, onReveal } = props;
  const [shown, setShown] = useState(page);
  const [order, setOrder] = useState<Order>();
  const rows = sorted(table.rows, order);
  const heading = (row: TableRow, index: number) =>
    order === undefined && row.section !== undefined && row.section !== rows[index - 1]?.section
      ? row.section
      : undefined;
  return (
    <section class="table" aria-label="Table">
      <table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ head, numeric }, column) => (
              <th
                key={head}
                scope="col"
                class={numeric ? "number" : ""}
                aria-sort={ariaSort(order, column)}
              >
                <button type="button" onClick={() => setOrder(orderAfter(order, column))}>
                  {head}
                  <span aria-hidden="true">{arrowOf(order, column)}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row, index) => (
            <>
              {heading(row, index) !== undefined && (
                <tr key={`section:${row.key}`} class={row.gap ? "group gap" : "group"}>
                  <th scope="colgroup" colSpan={table.columns.length}>
                    {heading(row, index)}
                  </th>
                </tr>
              )}
              <Row key={row.key} row={row} table={table} onReveal={onReveal} />
            </>
          ))}
        </tbody>
      </table>
      {shown < rows.length && (
        <p class="buttons">
          <button type="button" onClick={() => setShown(shown + page)}>
            {`Show ${Math.min(page, rows.length - shown)} more`}
          </button>
        </p>
      )}
    </section>
  );
}

function Row(props: {
  readonly row: TableRow;
  readonly table: Table;
  readonly onReveal: (source: SourcePlace) => void;
}) {
  const { row, table } = props;
  const { source } = row;
  const [first, ...rest] = row.cells;
  return (
    <tr class={row.gap ? "gap" : ""}>
      <th scope="row" dir="auto">
        {source ? (
          <button type="button" class="link" onClick={() => props.onReveal(source)}>
            {textOf(first)}
          </button>
        ) : (
          textOf(first)
        )}
      </th>
      {rest.map((cell, index) => (
        <td key={index} class={table.columns[index + 1]?.numeric ? "number" : ""} dir="auto">
          {textOf(cell)}
        </td>
      ))}
    </tr>
  );
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === "object" ? cell.text : (cell ?? "–");
}

/** Up, then down, then as it was. */
function orderAfter(order: Order | undefined, column: number): Order | undefined {
  if (order?.column !== column) return { column, falls: false };
  return order.falls ? undefined : { column, falls: true };
}

function ariaSort(order: Order | undefined, column: number): "ascending" | "descending" | "none" {
  if (order?.column !== column) return "none";
  return order.falls ? "descending" : "ascending";
}

function arrowOf(order: Order | undefined, column: number): string {
  if (order?.column !== column) return "";
  return order.falls ? " ↓" : " ↑";
}

const words = new Intl.Collator("en", { numeric: true });

/** What is not known comes last, whichever way the rest is sorted. */
function sorted(rows: readonly TableRow[], order: Order | undefined): readonly TableRow[] {
  if (order === undefined) return rows;
  const by = ({ cells }: TableRow) => {
    const cell = cells[order.column];
    return typeof cell === "object" ? cell.by : cell;
  };
  const isKnown = (value: number | string | undefined) =>
    value !== undefined && value !== "–" && value !== "" && !Number.isNaN(value);
  return rows.toSorted((a, b) => {
    const [left, right] = [by(a), by(b)];
    if (!isKnown(left) || !isKnown(right)) return Number(isKnown(right)) - Number(isKnown(left));
    const way =
      typeof left === "number" && typeof right === "number"
        ? left - right
        : words.compare(String(left), String(right));
    return order.falls ? -way : way;
  });
}
