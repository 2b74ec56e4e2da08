// The risks of a strategy → a matrix of probability and impact, and beside it or below the list with the same numbers.
import type { RisksView } from "../../server/views/risks/shape.ts";
import type {
  Emptiness,
  LaidOut,
  PictureMark,
  PicturePart,
  Room,
  SheetDrawing,
} from "./drawing.ts";
import { textsInMarks } from "./risks/crowd.ts";
import { type ListFrame, listFrame, matrixFrame } from "./risks/frame.ts";
import { risksLegend } from "./risks/legend.tsx";
import { ListHead, ListRows } from "./risks/list.tsx";
import { layOutMatrix, matrixHead } from "./risks/matrix.tsx";
import { riskDropped, todaySign } from "./risks/moves.tsx";
import { digitsOf, type NumberedRisk, numbered } from "./risks/numbered.ts";
import { headings, type ListRow, rowsIn, signPlace, signSize } from "./risks/rows.ts";
import { risksTable } from "./risks/table.ts";
import { riskInSentences } from "./risks/words.ts";

export const risksDrawing: SheetDrawing<RisksView> = {
  stage: "sheet",
  name: "risks",
  label: "Risks",
  folds: "round",
  layOut,
  dropped: riskDropped,
  table: risksTable,
  legend: risksLegend,
  empty: emptiness,
};

/** The heads of the columns stay in sight from so many rows on. */
const longList = 30;
const headHeight = 36;
const apart = 28;

function layOut(view: RisksView, room: Room): LaidOut {
  const risks = numbered(view.risks);
  const digits = digitsOf(risks);
  const texts = textsInMarks(risks);
  const { mode, still = false } = room;
  if (mode === "narrow") {
    const list = layOutList(
      view,
      risks,
      listFrame(view, room, matrixFrame(room, 0, texts), digits),
      {
        top: 8,
        head: 0,
        narrow: true,
        still,
        edits: room.edits,
      },
    );
    const top = list.bottom + apart;
    const frame = matrixFrame(room, top + matrixHead(room), texts);
    const { bottom, block, marks, ...rest } = layOutMatrix(view, risks, frame, top, room.edits);
    return {
      ...rest,
      height: bottom,
      blocks: [...list.blocks, block],
      marks: [...list.marks, ...marks],
    };
  }
  if (room.firstPage !== undefined) return layOutRound(view, room, room.firstPage);
  const matrix = layOutMatrix(
    view,
    risks,
    matrixFrame(room, matrixHead(room), texts),
    0,
    room.edits,
  );
  const isBeside = mode === "wide";
  const sticks = isBeside && risks.length > longList;
  const frame = listFrame(view, room, matrixFrame(room, 0, texts), digits);
  const list = layOutList(view, risks, frame, {
    top: isBeside ? 0 : matrix.bottom + apart,
    head: sticks ? 0 : headHeight,
    narrow: false,
    still,
    edits: room.edits,
  });
  return {
    height: Math.max(matrix.bottom, list.bottom),
    ...(sticks
      ? { head: { height: headHeight, draw: () => <ListHead frame={frame} bottom={headHeight} /> } }
      : {}),
    blocks: [matrix.block, ...list.blocks],
    marks: [...matrix.marks, ...list.marks],
    ...(matrix.drops ? { drops: matrix.drops } : {}),
  };
}

/** On pages: as many rows beside the matrix as the first page holds, the others below from edge to edge. */
function layOutRound(view: RisksView, room: Room, firstPage: number): LaidOut {
  const risks = numbered(view.risks);
  const digits = digitsOf(risks);
  const texts = textsInMarks(risks);
  const wide: Room = { ...room, mode: "wide" };
  const matrix = layOutMatrix(
    view,
    risks,
    matrixFrame(wide, matrixHead(wide), texts),
    0,
    undefined,
  );
  const beside = listFrame(view, wide, matrixFrame(wide, 0, texts), digits);
  const below = listFrame(view, room, matrixFrame(room, 0, texts), digits);
  const place = { head: headHeight, narrow: false, still: true, edits: undefined } as const;
  const all = rowsIn(risks, beside, headHeight);
  let held = all.filter(({ y, height }) => y + height <= firstPage).length;
  // The sum does not stand alone on a page, nor a heading without what it heads.
  if (held === all.length - 1) held -= 1;
  while (all[held - 1]?.is === "heading") held -= 1;
  const first = layOutRows(view, all.slice(0, held), beside, { ...place, top: 0 });
  const bottom = Math.max(matrix.bottom, first.bottom);
  const top = bottom + apart;
  const rows = rowsIn(risks, below, 0).slice(held);
  const down = top + headHeight - (rows[0]?.y ?? 0);
  const rest = layOutRows(
    view,
    rows.map((row) => ({ ...row, y: row.y + down })),
    below,
    { ...place, top, key: "more" },
  );
  return {
    height: rows.length === 0 ? bottom : rest.bottom,
    blocks: [matrix.block, ...first.blocks, ...rest.blocks],
    marks: [...matrix.marks, ...first.marks, ...rest.marks],
  };
}

interface ListPlace {
  readonly top: number;
  /** How high the heads of its columns are, where they scroll with it. */
  readonly head: number;
  readonly narrow: boolean;
  readonly edits: true | undefined;
  readonly still: boolean;
  /** What the keys of its parts begin with, where there are two lists. */
  readonly key?: string;
}

interface List {
  readonly blocks: readonly PicturePart[];
  readonly marks: readonly PictureMark[];
  readonly bottom: number;
}

/** So many rows are drawn together where not all are drawn. */
const together = 16;

function layOutList(
  view: RisksView,
  risks: readonly NumberedRisk[],
  frame: ListFrame,
  place: ListPlace,
): List {
  return layOutRows(view, rowsIn(risks, frame, place.top + place.head), frame, place);
}

function layOutRows(
  view: RisksView,
  rows: readonly ListRow[],
  frame: ListFrame,
  { top, head, narrow, still, edits, key = "list" }: ListPlace,
): List {
  const blocks: PicturePart[] = [];
  const inBlock = still ? 1 : together;
  if (head > 0 && rows.length > 0)
    blocks.push({
      key: `${key}-head`,
      top,
      bottom: top + head,
      heads: "columns",
      draw: () => <ListHead frame={frame} bottom={top + head} />,
    });
  for (let first = 0; first < rows.length; first += inBlock) {
    const part = rows.slice(first, first + inBlock);
    // The sum stays with the row above it.
    const from = still && part[0]?.is === "sum" ? rows[first - 1] : part[0];
    blocks.push({
      key: `${key}-${first}`,
      top: from?.y ?? top,
      bottom: bottomOf(part, top),
      ...headsOf(part),
      draw: () => <ListRows rows={part} frame={frame} view={view} narrow={narrow} />,
    });
  }
  return {
    blocks,
    marks: rows.flatMap((row) => markOf(row, frame, view, edits)),
    bottom: bottomOf(rows, top),
  };
}

/** A heading that is drawn by itself. */
function headsOf([row, second]: readonly ListRow[]): Pick<PicturePart, "heads"> {
  if (row?.is !== "heading" || second !== undefined) return {};
  return { heads: { title: headings[row.standing], depth: 1 } };
}

function bottomOf(rows: readonly ListRow[], top: number): number {
  const last = rows.at(-1);
  return last ? last.y + last.height : top;
}

function markOf(
  row: ListRow,
  frame: ListFrame,
  { currency }: RisksView,
  edits: true | undefined,
): readonly PictureMark[] {
  if (row.is !== "risk") return [];
  const { risk } = row.of;
  return [
    {
      key: `risk:${risk.id}`,
      x: frame.x,
      y: row.y,
      width: frame.width,
      height: row.height,
      sentence: riskInSentences(row.of, currency),
      source: risk.source,
      isRow: true,
      ...(edits ? { drags: todaySign(row.of, signPlace(row, frame), signSize(frame)) } : {}),
    },
  ];
}

function emptiness({ risks, closed }: RisksView): Emptiness | undefined {
  if (risks.length > 0) return undefined;
  const button = { kind: "risk", button: "Insert a risk" };
  if (closed > 0)
    return {
      title: closed === 1 ? "The only risk is closed" : `All ${closed} risks are closed`,
      sentence:
        "Write what could still go wrong: how likely it is, how bad it would be, and what is done about it.",
      ...button,
    };
  return {
    title: "No risks yet",
    sentence:
      "Write in an initiative, or beside it, what could go wrong: how likely it is, how bad it would be, and what is done about it.",
    ...button,
  };
}
