// Lines over a calendar → a native chart, with the table behind it.
import { solid } from "./paint.ts";
import { centipoints, emu } from "./units.ts";
import { columnName, serialOf, sheetName } from "./workbook.ts";
import { element, escapedXml, namespaces, xmlFile } from "./xml.ts";

/** How a line and its points are drawn. */
export interface ChartLine {
  readonly head: string;
  /** One for each day of the chart. */
  readonly values: readonly (number | undefined)[];
  /** Of the line; without one there are only points. */
  readonly line?: { readonly colour: string; readonly width: number; readonly dashed?: true };
  readonly marker?: Marker;
  /** The value of its last point is written beside it, in this colour; the point may look otherwise. */
  readonly named?: {
    readonly side: "above" | "below";
    readonly ink: string;
    readonly marker?: Marker;
  };
}

/** Colours are XML. */
export interface Marker {
  readonly form: "circle" | "x";
  /** In points. */
  readonly size: number;
  readonly fill: string;
  readonly edge: string;
}

export interface ChartContent {
  /** Days since 1 January 1970, each later than the one before. */
  readonly days: readonly number[];
  readonly lines: readonly ChartLine[];
  /** How numbers are written over points and at the side, as a sheet has it: `0.0"%"`. */
  readonly format: string;
  readonly axisFormat: string;
  /** From one line at the side to the next. */
  readonly step: number;
  /** Colours of texts, of hairlines and of the line at the foot, as XML. */
  readonly ink: string;
  readonly grid: string;
  readonly rule: string;
}

export const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The chart as a part, whose one relation is the workbook with its table. */
export function chartXml(chart: ChartContent): string {
  return xmlFile(
    element(
      "c:chartSpace",
      {
        "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "xmlns:a": namespaces["xmlns:a"],
        "xmlns:r": namespaces["xmlns:r"],
      },
      val("date1904", 0),
      val("roundedCorners", 0),
      element(
        "c:chart",
        {},
        val("autoTitleDeleted", 1),
        element(
          "c:plotArea",
          {},
          element("c:layout"),
          element(
            "c:lineChart",
            {},
            val("grouping", "standard"),
            val("varyColors", 0),
            chart.lines.map((line, index) => seriesXml(chart, line, index)),
            val("marker", 1),
            val("axId", dateAxis),
            val("axId", valueAxis),
          ),
          dateAxisXml(chart),
          valueAxisXml(chart),
          nothingDrawn,
        ),
        val("plotVisOnly", 1),
        val("dispBlanksAs", "span"),
      ),
      nothingDrawn,
      textLook(chart.ink),
      element("c:externalData", { "r:id": "rId1" }, val("autoUpdate", 0)),
    ),
  );
}

function val(name: string, value: string | number): string {
  return element(`c:${name}`, { val: value });
}

const dateAxis = 111_111_111;
const valueAxis = 222_222_222;
const noLine = element("a:ln", {}, element("a:noFill"));
const nothingDrawn = element("c:spPr", {}, element("a:noFill"), noLine);

function seriesXml({ days, format }: ChartContent, line: ChartLine, index: number): string {
  const column = columnName(index + 1);
  const cells = (name: string) => `${sheetName}!$${name}$2:$${name}$${days.length + 1}`;
  const last = line.values.findLastIndex((value) => value !== undefined);
  const { marker } = line;
  return element(
    "c:ser",
    {},
    val("idx", index),
    val("order", index),
    element(
      "c:tx",
      {},
      element(
        "c:strRef",
        {},
        element("c:f", {}, `${sheetName}!$${column}$1`),
        element(
          "c:strCache",
          {},
          val("ptCount", 1),
          element("c:pt", { idx: 0 }, element("c:v", {}, escapedXml(line.head))),
        ),
      ),
    ),
    element("c:spPr", {}, lineLook(line)),
    marker === undefined ? element("c:marker", {}, val("symbol", "none")) : markerXml(marker),
    line.named?.marker === undefined || last < 0
      ? ""
      : element(
          "c:dPt",
          {},
          val("idx", last),
          markerXml(line.named.marker),
          val("bubble3D", 0),
          // Without a look of its own the stretch up to this point would have one of the program's.
          element("c:spPr", {}, lineLook(line)),
        ),
    labelsXml(line.named, last, format),
    element("c:cat", {}, numbersXml(cells("A"), days.map(serialOf), "mmm yy")),
    element("c:val", {}, numbersXml(cells(column), line.values, "General")),
    val("smooth", 0),
  );
}

function lineLook({ line }: ChartLine): string {
  if (line === undefined) return noLine;
  return element(
    "a:ln",
    { w: emu(line.width), cap: "rnd" },
    solid(line.colour),
    line.dashed ? element("a:prstDash", { val: "sysDash" }) : "",
    element("a:round"),
  );
}

function markerXml({ form, size, fill, edge }: Marker): string {
  const width = emu(1.5);
  return element(
    "c:marker",
    {},
    element("c:symbol", { val: form }),
    element("c:size", { val: size }),
    element("c:spPr", {}, solid(fill), element("a:ln", { w: width }, solid(edge))),
  );
}

/** The value beside one point; beside the others nothing is written. */
function labelsXml(named: ChartLine["named"], point: number, format: string): string {
  const shows = (value: 0 | 1) =>
    val("showLegendKey", 0) +
    val("showVal", value) +
    val("showCatName", 0) +
    val("showSerName", 0) +
    val("showPercent", 0) +
    val("showBubbleSize", 0);
  const label =
    named === undefined || point < 0
      ? ""
      : element(
          "c:dLbl",
          {},
          val("idx", point),
          element("c:numFmt", { formatCode: format, sourceLinked: 0 }),
          element("c:spPr", {}, element("a:noFill"), noLine),
          textLook(named.ink, true),
          val("dLblPos", named.side === "above" ? "t" : "b"),
          shows(1),
        );
  return element("c:dLbls", {}, label, shows(0));
}

function numbersXml(
  cells: string,
  values: readonly (number | undefined)[],
  format: string,
): string {
  const points = values.map((value, idx) =>
    value === undefined ? "" : element("c:pt", { idx }, element("c:v", {}, String(value))),
  );
  return element(
    "c:numRef",
    {},
    element("c:f", {}, cells),
    element(
      "c:numCache",
      {},
      element("c:formatCode", {}, escapedXml(format)),
      element("c:ptCount", { val: values.length }),
      points,
    ),
  );
}

function dateAxisXml({ days, rule, lines }: ChartContent): string {
  const months = ((days.at(-1) ?? 0) - (days[0] ?? 0)) / 30.4;
  const monthOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 7);
  // In months a line is drawn over a day on which it has no value by some programs only.
  const isMonthly =
    new Set(days.map(monthOf)).size === days.length && lines.every(({ values }) => isWhole(values));
  return element(
    "c:dateAx",
    {},
    val("axId", dateAxis),
    element("c:scaling", {}, val("orientation", "minMax")),
    val("delete", 0),
    val("axPos", "b"),
    element("c:numFmt", { formatCode: "mmm yy", sourceLinked: 0 }),
    val("majorTickMark", "none"),
    val("minorTickMark", "none"),
    val("tickLblPos", "low"),
    element("c:spPr", {}, element("a:ln", { w: emu(1) }, solid(rule))),
    val("crossAx", valueAxis),
    val("crosses", "autoZero"),
    val("auto", 1),
    val("lblOffset", 100),
    val("baseTimeUnit", isMonthly ? "months" : "days"),
    val("majorUnit", stepFor(months)),
    val("majorTimeUnit", "months"),
  );
}

/** Whether nothing is missing between the first and the last value. */
function isWhole(values: ChartLine["values"]): boolean {
  const known = values.flatMap((value, index) => (value === undefined ? [] : [index]));
  return known.length === 0 || (known.at(-1) ?? 0) - (known[0] ?? 0) + 1 === known.length;
}

/** So many months lie between two dates at the foot of a chart: there is room for five. */
function stepFor(months: number): number {
  return [1, 2, 3, 6, 12].find((step) => months / step <= 5) ?? 12 * Math.ceil(months / 60);
}

function valueAxisXml({ axisFormat, grid, step }: ChartContent): string {
  return element(
    "c:valAx",
    {},
    val("axId", valueAxis),
    element("c:scaling", {}, val("orientation", "minMax")),
    val("delete", 0),
    val("axPos", "l"),
    element(
      "c:majorGridlines",
      {},
      element("c:spPr", {}, element("a:ln", { w: emu(1) }, solid(grid))),
    ),
    element("c:numFmt", { formatCode: axisFormat, sourceLinked: 0 }),
    val("majorTickMark", "none"),
    val("minorTickMark", "none"),
    val("tickLblPos", "nextTo"),
    element("c:spPr", {}, noLine),
    val("crossAx", dateAxis),
    val("crosses", "autoZero"),
    val("crossBetween", "midCat"),
    val("majorUnit", step),
  );
}

function textLook(ink: string, isBold = false): string {
  const look = element(
    "a:defRPr",
    { sz: centipoints(11), b: isBold ? 1 : 0 },
    solid(ink),
    element("a:latin", { typeface: "+mn-lt" }),
  );
  return element(
    "c:txPr",
    {},
    element("a:bodyPr"),
    element("a:lstStyle"),
    element("a:p", {}, element("a:pPr", {}, look), element("a:endParaRPr", { lang: "en-US" })),
  );
}
