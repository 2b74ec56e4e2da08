// The data of a view → its table as other programs want it: one kind of fact in each column, and nothing where nothing is known.
import type { ViewData } from "../../server/views/shape.ts";
import { textOfCell, unknown } from "../drawings/cells.ts";
import type { Cell, CellFact, TableColumn } from "../drawings/drawing.ts";
import { drawingNamed, tableOf } from "../drawings/index.ts";

/** What a cell holds; undefined where that is not known. */
export type GridCell = CellFact | { readonly is: "text"; readonly text: string } | undefined;

export interface GridColumn {
  readonly key: string;
  /** "Amount (EUR)" */
  readonly head: string;
  readonly is: NonNullable<GridCell>["is"];
}

export interface GridRow {
  /** "risk:lock-in": no other row of the view has it. */
  readonly id: string;
  /** One for each column. */
  readonly entries: readonly GridCell[];
}

export interface Grid {
  /** "Roadmap" */
  readonly label: string;
  readonly currency?: string | undefined;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

/** The table of a view, with the heading above each row, and what it stands for, in columns of their own. */
export function gridOf(data: ViewData): Grid {
  const { nested, columns, rows } = tableOf(data);
  const { currency } = data;
  return {
    label: labelOf(data),
    currency,
    columns: [
      { key: "group", head: "Group", is: "text" },
      ...columns.map(({ key, head, is }): GridColumn => {
        const code = is === "money" && currency !== undefined ? ` (${currency})` : "";
        return { key, head: `${head}${code}`, is: is ?? "text" };
      }),
      ...(nested ? [{ key: "countedIn", head: "Counted in", is: "text" } as const] : []),
      { key: "gap", head: "Gap", is: "text" },
      { key: "atLeast", head: "At least", is: "text" },
    ],
    rows: rows.map((row) => ({
      id: row.key,
      entries: [
        wordsOf(row.section),
        ...columns.map(({ is }, at) => entryOf(row.cells[at], is)),
        ...(nested ? [wordsOf(row.within)] : []),
        wordsOf(row.gap),
        wordsOf(leastIn(row.cells, columns)),
      ],
    })),
  };
}

/** What stands on the tab of a view. */
export function labelOf({ view }: ViewData): string {
  return drawingNamed(view)?.label ?? view;
}

/** The heads of those figures that may be larger. */
function leastIn(cells: readonly Cell[], columns: readonly TableColumn[]): string {
  const heads = columns.flatMap(({ head }, at) => {
    const cell = cells[at];
    const fact = typeof cell === "object" ? cell.fact : undefined;
    return fact !== undefined && "atLeast" in fact && fact.atLeast ? [head] : [];
  });
  return heads.join("; ");
}

/** Words in place of a figure say why it is not known: that stands in another column. */
function entryOf(cell: Cell | undefined, is: CellFact["is"] | undefined): GridCell {
  if (is === undefined) return wordsOf(textOfCell(cell));
  return typeof cell === "object" ? cell.fact : undefined;
}

function wordsOf(text: string | undefined): GridCell {
  return text === undefined || text === "" || text === unknown ? undefined : { is: "text", text };
}
