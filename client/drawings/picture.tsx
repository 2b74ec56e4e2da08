// A drawing and the data of its view → the whole picture as the text of an SVG file, for exports.
import type { ViewData } from "../../server/views/shape.ts";
import type { LaidOut, PictureMark, SheetDrawing } from "./drawing.ts";
import { modeFor } from "./frame.ts";
import { Hatches } from "./hatches.tsx";
import { Legend, type LegendItem, legendPlaces } from "./legend.tsx";
import { Label, round, useLook } from "./look.tsx";
import { exportFonts, type PictureOptions, svgText } from "./paper.tsx";
import { subtitle } from "./sentences.ts";
import { interWidth } from "./text.ts";
import { longDate } from "./time.ts";
import { Title, titleHeight } from "./title.tsx";

/** The picture of a view that is a sheet, with its head, its legend and what is said where it is empty. */
export function drawSheet<Data extends ViewData>(
  drawing: SheetDrawing<Data>,
  data: Data,
  options: PictureOptions,
): string {
  const { width } = options;
  const { mode, margin } = modeFor(width);
  const laid = drawing.layOut(data, {
    ...{ width, mode, margin, measure: interWidth },
    chosen: {},
    toggled: new Set(),
    still: true,
  });
  const empty = drawing.empty(data);
  return svgText(
    <Whole
      view={data}
      laid={empty === undefined ? laid : { height: 60, blocks: [], marks: [] }}
      legend={empty === undefined ? drawing.legend(data) : []}
      says={empty && `${empty.title}. ${empty.sentence}`}
      {...options}
    />,
    options.theme,
  );
}

function Whole(
  props: PictureOptions & {
    readonly view: ViewData;
    readonly laid: LaidOut;
    readonly legend: readonly LegendItem[];
    readonly says: string | undefined;
  },
) {
  const { view, laid, legend } = props;
  const { tokens, measure } = useLook();
  const width = Math.max(props.width, laid.width ?? 0);
  const frame = { ...modeFor(props.width), width };
  const title = titleHeight(view, frame.mode);
  const top = title + (laid.head?.height ?? 0);
  const legendTop = top + laid.height + 16;
  const room = width - 2 * frame.margin;
  const legendHeight = legend.length === 0 ? 0 : legendPlaces(legend, room, measure).height;
  const height = legendTop + legendHeight + 16;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family={exportFonts}
      role="img"
      aria-label={`${view.sentence}. ${subtitle(view, longDate(view.today))}.`}
    >
      <rect width={width} height={height} fill={tokens.bg} />
      <Hatches />
      <Title view={view} frame={frame} />
      {laid.head && <g transform={`translate(0 ${title})`}>{laid.head.draw()}</g>}
      <g transform={`translate(0 ${top})`}>
        {laid.blocks.map(({ key, draw }) => (
          <g key={key}>{draw()}</g>
        ))}
        {laid.marks.map((mark) => (
          <Tip key={mark.key} mark={mark} />
        ))}
        {props.says && <Label text={props.says} x={frame.margin} middle={24} fill="ink2" />}
      </g>
      <g transform={`translate(${frame.margin} ${legendTop})`}>
        <Legend items={legend} width={room} />
      </g>
    </svg>
  );
}

/** What a mark says when the pointer rests on it, wherever an SVG can do that. */
function Tip({ mark: { x, y, width, height, sentence } }: { readonly mark: PictureMark }) {
  return (
    <rect x={round(x)} y={round(y)} width={round(width)} height={round(height)} fill="transparent">
      <title>{sentence}</title>
    </rect>
  );
}
