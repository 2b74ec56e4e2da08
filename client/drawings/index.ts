// All drawings, one row each, in the order of their tabs; and the picture of any of them for an export.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { ViewData } from "../../server/views/shape.ts";
import { alignmentDrawing } from "./alignment.tsx";
import type { CalendarDrawing, Drawing, Table } from "./drawing.ts";
import { moneyDrawing } from "./money.tsx";
import type { PictureOptions } from "./paper.tsx";
import { peopleDrawing } from "./people.tsx";
import { drawSheet } from "./picture.tsx";
import { risksDrawing } from "./risks.tsx";
import { workRegister } from "./roadmap/register.ts";
import { drawRoadmap } from "./roadmap.tsx";
import { scorecardDrawing } from "./scorecard.tsx";

const roadmap: CalendarDrawing<RoadmapView> = {
  stage: "calendar",
  name: "roadmap",
  label: "Roadmap",
  workOf: (view) => view,
};

export const drawings: readonly Drawing[] = [
  roadmap,
  alignmentDrawing,
  scorecardDrawing,
  risksDrawing,
  moneyDrawing,
  peopleDrawing,
];

/** The drawing of the view of this name, if there is one. */
export function drawingNamed(name: string): Drawing | undefined {
  return drawings.find((drawing) => drawing.name === name);
}

/** Whether a view has nothing to draw. */
export function showsNothing(data: ViewData): boolean {
  const drawing = drawingNamed(data.view);
  if (drawing === undefined) return true;
  return drawing.stage === "sheet"
    ? drawing.empty(data) !== undefined
    : drawing.workOf(data).initiatives.length === 0;
}

/** The picture of a view as the text of an SVG file. */
export function drawn(data: ViewData, options: PictureOptions): string {
  const drawing = drawingNamed(data.view);
  if (drawing === undefined) throw new Error(`Nothing draws the view '${data.view}'.`);
  return drawing.stage === "sheet"
    ? drawSheet(drawing, data, options)
    : drawRoadmap(drawing.workOf(data), options);
}

/** The facts of a view as a table for other programs, each cell with what it says exactly. */
export function tableOf(data: ViewData): Table {
  const drawing = drawingNamed(data.view);
  if (drawing === undefined) throw new Error(`Nothing draws the view '${data.view}'.`);
  return drawing.stage === "sheet" ? drawing.table(data) : workRegister(drawing.workOf(data));
}
