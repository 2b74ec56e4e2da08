// Any view and the size of a page → its pages as SVG, each with its head and its foot, for print and for slides.
import type { ViewData } from "../../server/views/shape.ts";
import type { Drawing, PictureMark } from "./drawing.ts";
import { Hatches } from "./hatches.tsx";
import { drawingNamed } from "./index.ts";
import { Legend } from "./legend.tsx";
import { img, useLook } from "./look.tsx";
import { type Fitted, fitted, legendGap, legendHeight } from "./pages/fit.ts";
import type { Body } from "./pages/flow.ts";
import { Continued, Foot, placesOnPage } from "./pages/head-foot.tsx";
import { svgText, type Typeface } from "./paper.tsx";
import { subtitle } from "./sentences.ts";
import type { Theme } from "./theme.ts";
import { longDate } from "./time.ts";
import { Title } from "./title.tsx";

export interface PageOptions {
  readonly theme: Theme;
  /** In px, 96 to an inch. */
  readonly width: number;
  readonly height: number;
  /** Left in the foot: "Revision 3f2a91c". Without it there is no foot, and its room is the picture's. */
  readonly foot?: string;
  /** Where it is not Inter that is printed. */
  readonly face?: Typeface;
  /** With what drawings have for formats with charts of their own. */
  readonly withCharts?: boolean;
}

export interface DrawnPage {
  /** The name of its view, what stands on its tab, and its sentence. */
  readonly view: string;
  readonly label: string;
  readonly sentence: string;
  /** Of the pages of this view, from 1. */
  readonly number: number;
  readonly of: number;
  /** The whole page, exactly width × height, as SVG text. */
  readonly svg: string;
  /** In reading order, in page coordinates; each mark of a view is on one of its pages. */
  readonly marks: readonly PictureMark[];
  /** Headings on the page, for an outline. */
  readonly sections: readonly {
    readonly title: string;
    readonly depth: number;
    readonly y: number;
  }[];
}

/** The pages of several views, one after the other, numbered in their feet from the first to the last. */
export function pagesOfAll(views: readonly ViewData[], options: PageOptions): readonly DrawnPage[] {
  const size = { ...options, hasFoot: options.foot !== undefined };
  const all = views.flatMap((view) =>
    drawingsOf(view, options).map(({ drawing, data }) => ({
      label: drawing.label,
      fit: fitted(drawing, data, size),
    })),
  );
  const total = all.reduce((sum, { fit }) => sum + fit.pages.length, 0);
  let before = 0;
  return all.flatMap(({ label, fit }) => {
    const bodies = fit.flow.bodies(fit.pages);
    const drawn = bodies.map((body, page) =>
      drawnPage({ label, fit, body, page, options, number: before + page + 1, total }),
    );
    before += bodies.length;
    return drawn;
  });
}

/** The drawing of a view, and its charts where they are asked for. */
function drawingsOf(
  data: ViewData,
  { withCharts }: PageOptions,
): readonly { readonly drawing: Drawing; readonly data: ViewData }[] {
  const drawing = drawingNamed(data.view);
  if (drawing === undefined) throw new Error(`Nothing draws the view '${data.view}'.`);
  const charts = withCharts && drawing.stage === "sheet" ? drawing.charts?.(data) : undefined;
  return [{ drawing, data }, ...(charts === undefined ? [] : [charts])];
}

interface PageProps {
  readonly label: string;
  readonly fit: Fitted;
  readonly body: Body;
  /** Of its view, from 0. */
  readonly page: number;
  readonly options: PageOptions;
  /** Of the document, from 1. */
  readonly number: number;
  readonly total: number;
}

function drawnPage(props: PageProps): DrawnPage {
  const { label, fit, body, page, options } = props;
  const { view, head } = fit.flow;
  const places = placesOnPage(fit, page, options);
  const onPage = (mark: PictureMark, top: number): PictureMark => ({
    ...mark,
    sentence: mark.sentence,
    x: places.left + mark.x * fit.scale,
    y: (top + mark.y) * fit.scale,
    width: mark.width * fit.scale,
    height: mark.height * fit.scale,
  });
  return {
    view: view.view,
    label,
    sentence: view.sentence,
    number: page + 1,
    of: fit.pages.length,
    svg: svgText(<Page {...props} />, options.theme, fit.face),
    marks: [
      ...(page === 0 ? head.marks.map((mark) => onPage(mark, places.head)) : []),
      ...body.marks.map((mark) => onPage(mark, places.body)),
    ],
    sections: body.headings.map(({ title, depth, y }) => ({
      ...{ title, depth },
      y: (places.body + y) * fit.scale,
    })),
  };
}

function Page(props: PageProps) {
  const { label, fit, body, page, options, number, total } = props;
  const { tokens } = useLook();
  const { width, height, foot } = options;
  const { view, frame, head, legend } = fit.flow;
  const places = placesOnPage(fit, page, options);
  const says = [
    `${view.sentence}. ${subtitle(view, longDate(view.today))}.`,
    ...(fit.pages.length > 1 ? [`${label}, page ${page + 1} of ${fit.pages.length}.`] : []),
  ];
  const hasLegend = page === 0 && legendHeight(fit) > 0;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      {...{ width, height }}
      viewBox={`0 0 ${width} ${height}`}
      font-family={fit.face.fonts}
      role="img"
      aria-label={says.join(" ")}
    >
      <rect {...{ width, height }} fill={tokens.bg} />
      <g transform={`translate(${places.left} 0) scale(${fit.scale})`}>
        <Hatches />
        <g
          transform={`translate(0 ${places.top})`}
          {...img(page === 0 ? view.sentence : `${label}, continued`)}
        >
          {page === 0 ? (
            <Title view={view} frame={frame} />
          ) : (
            <Continued
              {...{ label, view, frame }}
              number={page + 1}
              of={fit.pages.length}
              under={body.under}
            />
          )}
        </g>
        <g transform={`translate(0 ${places.head})`}>{head.draw()}</g>
        <g transform={`translate(0 ${places.body})`}>{body.draw()}</g>
        {hasLegend && (
          <g transform={`translate(${frame.margin} ${places.body + body.height + legendGap})`}>
            <Legend items={legend} width={frame.width - 2 * frame.margin} />
          </g>
        )}
        {foot !== undefined && <Foot text={foot} {...{ number, total, frame }} top={places.foot} />}
      </g>
    </svg>
  );
}
