// The values of a KPI → how they are printed: in its own decimals, told apart, with what is expected to a decimal more.
import type { Big } from "big.js";
import type { KpiState } from "../../model/derive/kpi.ts";
import type { Typed } from "../../model/entity.ts";
import { greatestOf } from "../../model/extremes.ts";
import { allApart } from "../../words/amounts.ts";
import type { KpiFigure } from "./shape.ts";

type Valued = { readonly value: Big; readonly written?: Typed };

/** The figures that stand in the row of a KPI. */
export interface RowFigures {
  readonly baseline?: KpiFigure | undefined;
  readonly latest?: KpiFigure | undefined;
  readonly expected?: KpiFigure | undefined;
  readonly target?: KpiFigure | undefined;
}

/** From here on figures are written in millions. */
const large = 1_000_000;

/** Figures beside each other have the same decimals; a percent sign stands behind each. */
export function rowFigures(
  { baseline, latest, expected }: KpiState,
  target: Valued | undefined,
  unit: string | undefined,
): RowFigures {
  const own = [baseline, latest, target].filter((one) => one !== undefined);
  const sign = unit === "%" ? "%" : "";
  const figure = (value: Big | undefined, text: string | undefined): KpiFigure | undefined =>
    value === undefined || text === undefined
      ? undefined
      : { text: `${text.replace("-", "−")}${sign}`, value: value.toNumber() };
  const values = own.map(({ value }) => value);
  const all = expected === undefined ? values : [...values, expected];
  const isLarge = all.some((value) => value.abs().gte(large));
  const places = isLarge ? 0 : placesFor(own);
  const texts = isLarge
    ? aligned(allApart(all, "money"))
    : values.map((value) => grouped(value.toFixed(places)));
  const textOf = (one: Valued | undefined) => one && texts[own.indexOf(one)];
  const shouldBe =
    expected && (isLarge ? texts.at(-1) : expectedIn(expected, latest?.value, Math.max(1, places)));
  return {
    baseline: figure(baseline?.value, textOf(baseline)),
    latest: figure(latest?.value, textOf(latest)),
    expected: figure(expected, shouldBe),
    target: figure(target?.value, textOf(target)),
  };
}

const most = 4;
const furthest = 20;

/** As many decimals as are written, up to four, or up to as many as tell the figures apart, and none of them from 0. */
function placesFor(figures: readonly Valued[]): number {
  const written = greatestOf(figures.map(decimalsOf), 0);
  const different = (places: number) =>
    new Set(["0", ...figures.map(({ value }) => value.round(places).toFixed())]).size;
  let places = Math.min(written, most);
  const all = different(Math.min(written, furthest));
  while (places < Math.min(written, furthest) && different(places) < all) places++;
  return places;
}

/** Those that somebody wrote, `18.0` has one; of a file those that count. */
function decimalsOf({ value, written }: Valued): number {
  const head = written?.node.head;
  const text = head?.type === "measure" ? head.number.text : "";
  const digits = /^[^.]*\.(\d+)$/.exec(text)?.[1] ?? value.toFixed().split(".")[1] ?? "";
  return digits.length;
}

/** With as many decimals as it takes to see whether the latest figure is above or below it. */
function expectedIn(expected: Big, latest: Big | undefined, least: number): string {
  let places = least;
  const isSeen = () =>
    latest === undefined || expected.round(places).cmp(latest) === expected.cmp(latest);
  while (places < furthest && !isSeen()) places++;
  return grouped(expected.toFixed(places));
}

/** Amounts of one unit with the same decimals: `1.20M` beside `1.25M`. */
function aligned(amounts: readonly string[]): readonly string[] {
  const parts = amounts.map((text) => /^(-?\d+)\.?(\d*)(\w?)$/.exec(text) ?? [text, text, "", ""]);
  return parts.map(([, whole = "", decimals = "", sign = ""]) => {
    const longest = greatestOf(
      parts.flatMap(([, , other = "", unit]) => (unit === sign ? [other.length] : [])),
    );
    return `${whole}${longest === 0 ? "" : `.${decimals.padEnd(longest, "0")}`}${sign}`;
  });
}

/** `12,345.6` */
function grouped(text: string): string {
  const [whole = "", decimals] = text.split(".");
  const inThrees = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? inThrees : `${inThrees}.${decimals}`;
}

/** A value as a note prints it, with its unit. */
export function inUnit(value: Big, unit: string | undefined): string {
  const short = value.abs().gte(large) ? allApart([value], "money")[0] : undefined;
  const text = (short ?? grouped(value.toFixed())).replace("-", "−");
  return unit === undefined ? text : unit === "%" ? `${text}%` : `${text} ${unit}`;
}
