// A table of facts → the same on the page: sorted by any column, its first cells lead to the text, and where it is too wide its rows are lists.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SourcePlace } from "../../server/views/shape.ts";
import { headWords, textOfCell } from "../drawings/cells.ts";
import type { Table, TableRow } from "../drawings/drawing.ts";
import { count } from "../drawings/time.ts";
import { inTableOrder, matchingRows, orderAfter, type TableOrder } from "./sorted.ts";

const page = 500;

export function DataTable(props: {
  readonly caption: string;
  readonly table: Table;
  /** Only rows in which these words stand are shown. */
  readonly search?: string;
  readonly onReveal: (source: SourcePlace) => void;
}) {
  const { table, onReveal, search = "" } = props;
  const [shown, setShown] = useState(page);
  const [order, setOrder] = useState<TableOrder>();
  const whole = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = whole.current;
    if (!element) return;
    stackWhereTooWide(element);
    const observer = new ResizeObserver(() => stackWhereTooWide(element));
    observer.observe(element);
    return () => observer.disconnect();
  });
  const matching = matchingRows(table.rows, search);
  const rows = inTableOrder(matching, order);
  const counted =
    matching === table.rows ? "" : ` ${matching.length} of ${count(table.rows.length, "row")}.`;
  const heading = (row: TableRow, index: number) =>
    order === undefined && row.section !== undefined && row.section !== rows[index - 1]?.section
      ? row.section
      : undefined;
  return (
    <section ref={whole} class="table" aria-label="Table">
      <table>
        <caption>{`${props.caption}${counted}`}</caption>
        <thead>
          <tr>
            {table.columns.map((one, column) => (
              <th
                key={one.key}
                scope="col"
                class={one.numeric ? "number" : ""}
                aria-sort={ariaSort(order, column)}
              >
                <button type="button" onClick={() => setOrder(orderAfter(order, column))}>
                  {headWords(table, one)}
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
  const heads = table.columns.slice(1);
  return (
    <tr class={row.gap ? "gap" : ""}>
      <th scope="row" dir="auto">
        {source ? (
          <button type="button" class="link" onClick={() => props.onReveal(source)}>
            {textOfCell(first)}
          </button>
        ) : (
          textOfCell(first)
        )}
      </th>
      {rest.map((cell, index) => (
        <td
          key={index}
          class={heads[index]?.numeric ? "number" : ""}
          data-head={heads[index] && headWords(table, heads[index])}
          dir="auto"
        >
          {textOfCell(cell)}
        </td>
      ))}
    </tr>
  );
}

/** Each row becomes a list of its cells where columns would leave the page. */
function stackWhereTooWide(element: HTMLElement): void {
  element.classList.remove("stacked");
  if (element.scrollWidth > element.clientWidth + 1) element.classList.add("stacked");
}

function ariaSort(
  order: TableOrder | undefined,
  column: number,
): "ascending" | "descending" | "none" {
  if (order?.column !== column) return "none";
  return order.falls ? "descending" : "ascending";
}

function arrowOf(order: TableOrder | undefined, column: number): string {
  if (order?.column !== column) return "";
  return order.falls ? " ↓" : " ↑";
}
