// The roadmap as a table, for screen readers and for whoever prefers it.
import { useMemo } from "preact/hooks";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";
import type { Row } from "../drawings/roadmap/rows.ts";
import { roadmapTable } from "../drawings/roadmap/table.ts";
import { count } from "../drawings/time.ts";
import { DataTable } from "./data-table.tsx";

export interface TableProps {
  readonly view: RoadmapView;
  readonly rows: readonly Row[];
  readonly onReveal: (source: SourcePlace) => void;
}

export function RoadmapTable({ view, rows, onReveal }: TableProps) {
  const table = useMemo(() => roadmapTable(view, rows), [view, rows]);
  const shown = new Set(
    rows.flatMap((row) => (row.type === "initiative" ? [row.initiative.id] : [])),
  );
  return (
    <DataTable
      caption={`${view.sentence}. ${count(shown.size, "initiative")}.`}
      table={table}
      onReveal={onReveal}
    />
  );
}
