// The alignment of a strategy → its picture: from business objectives to initiatives, KPIs and risks, with ribbons as wide as the money.
import type { AlignmentView } from "../../server/views/alignment/shape.ts";
import { columnsFor } from "./alignment/columns.ts";
import { layOutIndented } from "./alignment/indented.tsx";
import { alignmentLegend } from "./alignment/legend.tsx";
import { goalPlaces, workDropped } from "./alignment/moves.tsx";
import { layOutColumns } from "./alignment/side-by-side.tsx";
import { alignmentTable } from "./alignment/table.ts";
import { growOf } from "./alignment/tree.ts";
import type { SheetDrawing } from "./drawing.ts";

export const alignmentDrawing: SheetDrawing<AlignmentView> = {
  stage: "sheet",
  name: "alignment",
  label: "Alignment",
  layOut(view, room) {
    const grove = growOf(view, room);
    const columns = columnsFor(room, grove.depth);
    const laid =
      columns === undefined
        ? layOutIndented(view, grove, room)
        : layOutColumns(view, grove, columns, room);
    return room.edits ? { ...laid, drops: goalPlaces(view, laid) } : laid;
  },
  dropped: workDropped,
  table: alignmentTable,
  legend: alignmentLegend,
  empty: ({ goals, initiatives, loose }) =>
    goals.length + initiatives.length + loose.kpis.length + loose.risks.length > 0
      ? undefined
      : {
          title: "Nothing to align yet",
          sentence: "Write what the business wants, and under it the initiatives that serve it.",
          kind: "objective",
          button: "Add an objective",
        },
};
