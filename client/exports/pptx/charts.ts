// The charts of a page's marks → native charts in the places of these marks, each with its table.
import type { CalendarChart, ChartedLine } from "../../drawings/calendar-chart.ts";
import type { PictureMark } from "../../drawings/drawing.ts";
import type { ColourToken, Tokens } from "../../drawings/theme.ts";
import { type ChartContent, type ChartLine, chartType, chartXml, workbookType } from "./chart.ts";
import { coloursOf } from "./colour.ts";
import type { SlideChart } from "./slide.ts";
import { workbookBytes } from "./workbook.ts";

type Charted = PictureMark & { readonly chart: CalendarChart };

/** The charts of a page; the first has this number in the deck, counted from 1. */
export function chartsOf(
  marks: readonly PictureMark[],
  first: number,
  tokens: Tokens,
): readonly SlideChart[] {
  return marks
    .filter((mark): mark is Charted => mark.chart !== undefined)
    .map((mark, index) => slideChart(mark, first + index, tokens));
}

function slideChart(mark: Charted, number: number, tokens: Tokens): SlideChart {
  const { x, y, width, height, sentence, chart } = mark;
  const content = contentOf(chart, tokens);
  const table = `ppt/embeddings/Microsoft_Excel_Sheet${number}.xlsx`;
  return {
    part: {
      path: `ppt/charts/chart${number}.xml`,
      type: chartType,
      content: chartXml(content),
      relations: [{ type: "package", to: table }],
    },
    others: [{ path: table, type: workbookType, content: workbookBytes(content) }],
    box: { left: x, right: x + width, top: y + chart.heading * height, bottom: y + height },
    says: sentence,
  };
}

function contentOf({ lines, numbers }: CalendarChart, tokens: Tokens): ChartContent {
  const colourOf = coloursOf(tokens);
  const colour = (token: ColourToken) => colourOf(tokens[token]);
  const days = [...new Set(lines.flatMap((line) => line.days))].sort((a, b) => a - b);
  return {
    days,
    lines: lines.map((line) => chartLine(line, days, colour)),
    ...scaleOf(numbers, lines),
    ...{ ink: colour("ink2"), grid: colour("grid"), rule: colour("rule") },
  };
}

function chartLine(
  { name, days, values, look: kind, colour: token, last }: ChartedLine,
  all: readonly number[],
  colour: (token: ColourToken) => string,
): ChartLine {
  const known = new Map(days.map((day, index) => [day, values[index]]));
  // What is planned is known on each day between, what is measured is not.
  const valueOn = (day: number) =>
    known.get(day) ?? (kind === "dashes" ? between(days, values, day) : undefined);
  const [own, ground] = [colour(token), colour("bg")];
  const looks: Readonly<Record<ChartedLine["look"], Pick<ChartLine, "line" | "marker">>> = {
    line: { line: { colour: own, width: 2 } },
    dashes: { line: { colour: own, width: 1.25, dashed: true } },
    discs: { marker: { form: "circle", size: 8, fill: own, edge: ground } },
    crosses: { marker: { form: "x", size: 8, fill: ground, edge: own } },
  };
  const look = looks[kind];
  return {
    ...look,
    head: name,
    values: all.map(valueOn),
    ...(last === undefined
      ? {}
      : {
          named: {
            side: last.side,
            ink: colour(last.colour === "work" ? "ink" : last.colour),
            ...(look.marker === undefined
              ? { marker: { form: "circle", size: 9, fill: colour(last.colour), edge: ground } }
              : {}),
          },
        }),
  };
}

/** The value of a line on a day between two of its points. */
function between(
  days: readonly number[],
  values: readonly number[],
  day: number,
): number | undefined {
  const next = days.findIndex((one) => one > day);
  const [from, to] = [days[next - 1], days[next]];
  const [low, high] = [values[next - 1], values[next]];
  if (from === undefined || to === undefined || low === undefined || high === undefined)
    return undefined;
  // As precise as anybody plans: a sheet shows all digits that it is given.
  return Number((low + ((high - low) * (day - from)) / (to - from)).toPrecision(6));
}

/** Numbers as the figures of a view have them; at the side in round steps, of which there are about five. */
function scaleOf(
  { decimals, by, sign }: CalendarChart["numbers"],
  lines: readonly ChartedLine[],
): Pick<ChartContent, "format" | "axisFormat" | "step"> {
  const values = lines.flatMap((line) => line.values);
  const [least, most] = [
    values.reduce((a, b) => Math.min(a, b)),
    values.reduce((a, b) => Math.max(a, b)),
  ];
  // Where values differ by more than a sixth of the largest, an axis begins at nought.
  const greatest = Math.max(Math.abs(least), Math.abs(most));
  const isFar = most - least > greatest / 6;
  const range = isFar ? Math.max(most, 0) - Math.min(least, 0) : most - least;
  const step = roundStep((range > 0 ? range : greatest || 1) / 4);
  const thousands = ",".repeat(Math.round(Math.log10(by) / 3));
  const behind = sign === "" ? "" : `"${sign}"`;
  const format = (digits: number) =>
    `#,##0${digits === 0 ? "" : `.${"0".repeat(digits)}`}${thousands}${behind}`;
  return { format: format(decimals), axisFormat: format(digitsOf(step / by)), step };
}

/** The nearest of 1, 2, 2.5, 5, 10 and so on that is not less. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const times = [1, 2, 2.5, 5].find((one) => one * power >= least) ?? 10;
  return Number((times * power).toPrecision(2));
}

/** Its digits behind the point. */
function digitsOf(step: number): number {
  const digits = [...Array(12).keys()].find(
    (one) => Math.abs(step - Number(step.toFixed(one))) < step / 1000,
  );
  return digits ?? 12;
}
