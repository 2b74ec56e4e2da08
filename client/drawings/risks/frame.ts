// The room of the risks → where their matrix and their list lie, and the columns of the list.
import type { RisksView } from "../../../server/views/risks/shape.ts";
import type { Room } from "../drawing.ts";

/** What lies left of the squares, where their probability is named. */
const axisWidths = { narrow: 22, middle: 94, wide: 94 } as const;

/** How far the line of the appetite reaches beyond the squares. */
export const overhang = 9;

/** Where the squares lie; the highest probability is at the top. */
export interface MatrixFrame {
  readonly x: number;
  /** From the top of the picture to the squares. */
  readonly y: number;
  readonly axis: number;
  readonly cell: { readonly width: number; readonly height: number };
  /** How large the mark of a risk is: as wide as the longest number asks for. */
  readonly mark: { readonly width: number; readonly height: number };
  /** Numbers alone: no words at the axes, and no arrows. */
  readonly bare: boolean;
}

/** Columns by where they begin or, of figures, end; those that are missing have no room. */
export interface ListFrame {
  readonly x: number;
  readonly width: number;
  readonly title: number;
  /** Where the titles end. */
  readonly titleEnd: number;
  readonly before: number;
  readonly today: number;
  readonly response: number;
  /** Where the response ends, and what stands under it. */
  readonly responseEnd: number;
  readonly owner?: number;
  readonly ownerEnd: number;
  readonly right: number;
  readonly row: number;
  readonly band: number;
  /** One line a row: there are many. */
  readonly dense: boolean;
  readonly markWidth: number;
}

const many = 200;
const widestList = 1120;
const leastList = 568;
const between = 48;

/** How wide marks are in which these texts stand. */
function markWidthFor(texts: Iterable<string>, room: Room, height: number): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, room.measure(text, 11, 600));
  return Math.max(height, Math.ceil(most + 7));
}

/** How wide a square is: in two columns as much as the list can spare. */
function cellWidth(room: Room): number {
  const { mode, width, margin } = room;
  const content = width - 2 * margin;
  const axis = axisWidths[mode];
  if (mode === "narrow") return clamp((content - axis - overhang) / 5, 30, 84);
  if (mode === "middle") return clamp((content - axis - overhang) / 5, 60, 124);
  const share = (content * 0.46 - axis) / 5;
  const spare = (content - leastList - between - axis) / 5;
  return clamp(Math.min(share, spare), 86, 168);
}

function clamp(value: number, least: number, most: number): number {
  return Math.floor(Math.min(most, Math.max(least, value)));
}

/** The frame of a matrix in whose marks these texts stand. */
export function matrixFrame(room: Room, y: number, texts: Iterable<string>): MatrixFrame {
  const width = cellWidth(room);
  const bare = room.mode === "narrow";
  const height = bare ? width : Math.max(84, Math.round((width * 104) / 124));
  const markHeight = width < 60 ? 20 : 24;
  const axis = axisWidths[room.mode];
  return {
    x: room.margin + axis,
    y,
    axis,
    cell: { width, height },
    mark: {
      width: Math.min(width - 6, markWidthFor(texts, room, markHeight)),
      height: markHeight,
    },
    bare,
  };
}

/** From the left edge of the axis to the right edge of the squares. */
export function matrixWidth(frame: MatrixFrame): number {
  return frame.axis + 5 * frame.cell.width;
}

/** The columns of the list: beside the matrix in a wide room, else from margin to margin. */
export function listFrame(
  view: RisksView,
  room: Room,
  matrix: MatrixFrame,
  digits: number,
): ListFrame {
  const { mode, margin } = room;
  const x = mode === "wide" ? margin + matrixWidth(matrix) + between : margin;
  const width = Math.min(widestList, room.width - margin - x);
  const right = x + width;
  const markWidth = markWidthFor(["8".repeat(digits)], room, 24);
  const title = x + markWidth + 12;
  const dense = view.risks.length > many;
  const shared = { x, width, title, right, dense, markWidth, band: 28 };
  if (mode === "narrow") {
    const loss = lossWidth(view, room);
    const end = right - loss - 8;
    const columns = { before: 0, today: 0, response: title, responseEnd: right, ownerEnd: right };
    return { ...shared, ...columns, titleEnd: end, row: 48 };
  }
  const lossX = right - lossWidth(view, room) - 16;
  const apart = width >= 680;
  const owners =
    widest(
      view.risks.map((risk) => risk.owner ?? "No owner"),
      apart ? 13 : 12,
      room,
    ) + 12;
  const owner = apart ? lossX - clamp(owners, 80, width * 0.28) : undefined;
  const response = (owner ?? lossX) - (apart ? 104 : clamp(owners, 104, width * 0.21));
  const today = response - 28;
  return {
    ...shared,
    before: today - 54,
    today,
    response,
    responseEnd: (owner ?? lossX) - 8,
    ...(owner === undefined ? {} : { owner }),
    ownerEnd: lossX,
    titleEnd: today - 54 - 26,
    row: dense ? 30 : 49,
  };
}

/** As wide as the widest of them and the head of their column. */
function lossWidth({ risks }: RisksView, room: Room): number {
  const head = room.measure("Exp. loss", 11, 400);
  return Math.ceil(
    Math.max(
      head,
      widest(
        risks.map(({ loss = "–" }) => loss),
        13,
        room,
      ),
    ),
  );
}

/** How wide the widest of some texts is, of which many are the same. */
function widest(texts: readonly string[], size: number, { measure }: Room): number {
  let most = 0;
  for (const text of new Set(texts)) most = Math.max(most, measure(text, size, 400));
  return most;
}
