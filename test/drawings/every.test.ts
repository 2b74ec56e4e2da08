// Every drawing that is a sheet, of the example → what the page relies on, at each width and for each choice.
import { expect, test } from "vitest";
import type { LaidOut, SheetDrawing } from "../../client/drawings/drawing.ts";
import { drawings } from "../../client/drawings/index.ts";
import { neighbourOf } from "../../client/preview/neighbours.ts";
import { viewNamed } from "../../server/views/index.ts";
import { viewOf } from "../../server/views/view.ts";
import { roomOf } from "./drawn.ts";
import { exampleModel } from "./example.ts";

const sheets = drawings.filter((one): one is SheetDrawing => one.stage === "sheet");
const widths = [300, 622, 1600, 2500];

function dataOf(drawing: SheetDrawing) {
  const view = viewNamed(drawing.name);
  if (view === undefined) throw new Error(`No view is called '${drawing.name}'.`);
  return viewOf(view, exampleModel());
}

type Layout = readonly [where: string, laid: LaidOut, width: number];

/** The same at each width, and once for each value of each choice. */
function layouts(drawing: SheetDrawing): readonly Layout[] {
  const data = dataOf(drawing);
  const choices = (drawing.choices?.(data) ?? []).flatMap(({ key, options }) =>
    options.map(([value]) => ({ [key]: value })),
  );
  return [
    ...widths.map((width): Layout => {
      return [`${width} px`, drawing.layOut(data, roomOf(width)), width];
    }),
    ...choices.map((chosen): Layout => {
      return [JSON.stringify(chosen), drawing.layOut(data, roomOf(1600, { chosen })), 1600];
    }),
  ];
}

test.each(sheets)("$label: each mark has a key and a sentence of its own", (drawing) => {
  for (const [where, { marks }] of layouts(drawing)) {
    const keys = marks.map(({ key }) => key);
    expect([where, keys.filter((key, at) => keys.indexOf(key) !== at)]).toEqual([where, []]);
    const mute = marks.filter(({ sentence }) => sentence.trim() === "" || /[.\s]$/.test(sentence));
    expect([where, mute.map(({ sentence }) => sentence)]).toEqual([where, []]);
    const idle = marks.filter(
      ({ source, card, toggles }) => source === undefined && card === undefined && !toggles,
    );
    expect([where, idle.map(({ key }) => key)]).toEqual([where, []]);
  }
});

test.each(sheets)("$label: arrow keys reach each mark from the first", (drawing) => {
  const arrows = ["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"];
  for (const [where, { marks }] of layouts(drawing)) {
    const reached = new Set(marks.slice(0, 1).map(({ key }) => key));
    for (const key of reached)
      for (const arrow of arrows) {
        const next = neighbourOf(marks, key, arrow);
        if (next) reached.add(next.key);
      }
    const left = marks.filter(({ key }) => !reached.has(key)).map(({ key }) => key);
    expect([where, left]).toEqual([where, []]);
  }
});

test.each(sheets)("$label: marks and parts lie in the picture", (drawing) => {
  for (const [where, laid, room] of layouts(drawing)) {
    const width = laid.width ?? room;
    const outside = laid.marks.filter(
      ({ x, y, width: wide, height }) =>
        x < 0 || y < -1 || x + wide > width + 1 || y + height > laid.height + 1 || height <= 0,
    );
    expect([where, outside.map(({ key }) => key)]).toEqual([where, []]);
    const parts = laid.blocks.filter(({ top, bottom }) => top > bottom || bottom > laid.height + 1);
    expect([where, parts.map(({ key }) => key)]).toEqual([where, []]);
    const keys = laid.blocks.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test.each(sheets)(
  "$label: the table has a cell for each column, and rows of their own",
  (drawing) => {
    const { columns, rows } = drawing.table(dataOf(drawing));
    expect(new Set(columns.map(({ head }) => head)).size).toBe(columns.length);
    expect(rows.filter(({ cells }) => cells.length !== columns.length)).toEqual([]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(3);
  },
);
