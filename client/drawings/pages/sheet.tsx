// A drawing that is a sheet, and its data → what is cut into pages: its parts, each whole on one page where that can be.
import type { ViewData } from "../../../server/views/shape.ts";
import type { LaidOut, PictureMark, PicturePart, SheetDrawing } from "../drawing.ts";
import { modeFor } from "../frame.ts";
import { Label } from "../look.tsx";
import { measureIn } from "../paper.tsx";
import { type Extent, type PageExtent, type Solid, tolerated } from "./cut.ts";
import { type Body, type Flow, headingsOn, type PaperRoom, pageAt } from "./flow.ts";

/** The view laid out; where it is folded, in one column. */
export function sheetFlow<Data extends ViewData>(
  drawing: SheetDrawing<Data>,
  data: Data,
  { width, face }: PaperRoom,
  isFolded: boolean,
  firstPage?: number,
): Flow {
  const { mode, margin } = modeFor(width);
  const frame = { mode: mode === "wide" && isFolded ? "middle" : mode, width, margin } as const;
  const empty = drawing.empty(data);
  const laid: LaidOut =
    empty === undefined
      ? drawing.layOut(data, {
          ...frame,
          measure: measureIn(face),
          chosen: {},
          toggled: new Set(),
          still: true,
          firstPage,
        })
      : nothing(`${empty.title}. ${empty.sentence}`, margin);
  const solids = solidsOf(laid);
  return {
    view: data,
    frame: { ...frame, mode },
    head: { height: 0, draw: () => null, ...laid.head, marks: [] },
    height: laid.height,
    solids,
    ...(isFolded || !drawing.folds ? { repeats: true as const } : {}),
    pinned: 0,
    legend: empty === undefined ? drawing.legend(data) : [],
    bodies: (pages) => bodiesOf(laid, solids, pages, width),
  };
}

function nothing(says: string, margin: number): LaidOut {
  const draw = () => <Label text={says} x={margin} middle={24} fill="ink2" />;
  return { height: 48, blocks: [{ key: "empty", top: 0, bottom: 48, draw }], marks: [] };
}

function solidsOf({ blocks, marks }: LaidOut): readonly Solid[] {
  const parts = blocks.flatMap(({ top, bottom, heads, between }): readonly Solid[] =>
    between ? [] : [{ top, bottom, is: "part", ...(heads === undefined ? {} : { heads }) }],
  );
  const others = marks.map(({ y, height }): Solid => ({ top: y, bottom: y + height, is: "mark" }));
  return [...parts, ...others];
}

/** A part on a page, which is clipped where more of it lies on another. */
interface Piece {
  readonly part: PicturePart;
  readonly isCut: boolean;
}

function bodiesOf(
  { blocks, marks }: LaidOut,
  solids: readonly Solid[],
  pages: readonly PageExtent[],
  width: number,
): readonly Body[] {
  const pieces: Piece[][] = pages.map(() => []);
  for (const part of blocks) {
    const [first, last] = reach(part, pages);
    const isCut = first < last;
    for (let page = first; page <= last; page++)
      if (!part.between || isWanted(part, pages[page], page === first || page === last))
        pieces[page]?.push({ part, isCut });
  }
  const marked: PictureMark[][] = pages.map(() => []);
  for (const mark of marks) marked[pageAt(pages, mark.y + mark.height / 2)]?.push(mark);
  const headings = headingsOn(solids, pages);
  return pages.map(({ top, bottom, again }, page) => {
    // What stands over the stretch again moves it down.
    const from = top - (again ? again.bottom - again.top : 0);
    const { headings: found = [], under = [] } = headings[page] ?? {};
    return {
      height: bottom - from,
      draw: () => (
        <g transform={`translate(0 ${-from})`}>
          {again && <Again {...{ blocks, again }} top={from} />}
          <Parts {...{ top, bottom, width }} pieces={pieces[page] ?? []} />
        </g>
      ),
      marks: (marked[page] ?? []).map((mark) => ({ ...mark, y: mark.y - from })),
      headings: found.map((heading) => ({ ...heading, y: heading.y + top - from })),
      under,
    };
  });
}

/** What joins two things is drawn where one of them is, and what divides them where both are. */
function isWanted({ top, bottom }: PicturePart, page: Extent | undefined, isEnd: boolean): boolean {
  return (
    isEnd && page !== undefined && bottom > page.top + tolerated && top < page.bottom - tolerated
  );
}

/** The pages that a part reaches, without those on which it has no more than its edge. */
function reach({ top, bottom }: PicturePart, pages: readonly Extent[]): readonly [number, number] {
  const first = pageAt(pages, Math.min(top + tolerated, (top + bottom) / 2));
  return [first, Math.max(first, pageAt(pages, bottom - tolerated))];
}

/** Heads of columns, once more. */
function Again(props: {
  readonly blocks: readonly PicturePart[];
  readonly again: Extent;
  readonly top: number;
}) {
  const { blocks, again, top } = props;
  const heads = blocks.filter((one) => one.heads === "columns" && one.top === again.top);
  return <g transform={`translate(0 ${top - again.top})`}>{heads.map(({ draw }) => draw())}</g>;
}

function Parts(props: Extent & { readonly pieces: readonly Piece[]; readonly width: number }) {
  const { pieces, top, bottom, width } = props;
  return (
    <g>
      {pieces.some(({ isCut }) => isCut) && (
        <clipPath id="stretch">
          <rect x={-width} y={top} width={3 * width} height={bottom - top} />
        </clipPath>
      )}
      {pieces.map(({ part, isCut }) => (
        <g key={part.key} {...(isCut ? { "clip-path": "url(#stretch)" } : {})}>
          {part.draw()}
        </g>
      ))}
    </g>
  );
}
