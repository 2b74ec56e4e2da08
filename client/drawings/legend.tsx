// The legend: signs of a picture, each with its word, in as many lines as its width asks for.
import type { RiskMark } from "../../server/views/roadmap/shape.ts";
import type { Health } from "../../server/views/shape.ts";
import { HealthGlyph, RiskGlyph } from "./glyphs.tsx";
import { Label, useLook } from "./look.tsx";
import type { FilterField } from "./roadmap/filter.ts";
import { healthNames } from "./sentences.ts";
import type { MeasureText } from "./text.ts";
import type { Tokens } from "./theme.ts";

/** A sign with its word. */
export interface LegendItem {
  readonly text: string;
  readonly width: number;
  readonly draw: (tokens: Tokens, y: number) => preact.ComponentChild;
  /** A line stands before it. */
  readonly apart?: boolean;
  /** What it stands for as a value of a field, by which one can filter. */
  readonly filter?: { readonly field: FilterField; readonly value: string };
}

/** How something stands, with what that means here. */
export function healthItem(health: Health, text = healthNames[health]): LegendItem {
  return {
    text,
    width: 14,
    draw: (_, y) => <HealthGlyph x={7} y={y} health={health} scale={0.9} />,
  };
}

/** A risk and how it stands to what is accepted. */
export function riskItem(state: RiskMark["state"], text: string): LegendItem {
  return { text, width: 12, draw: (_, y) => <RiskGlyph x={6} y={y} state={state} /> };
}

/** A small bar. */
export function barItem(
  text: string,
  look: (
    tokens: Tokens,
  ) => { readonly fill: string; readonly stroke: string } & Record<string, unknown>,
): LegendItem {
  return { text, width: 30, draw: (tokens, y) => <BarSign y={y} {...look(tokens)} /> };
}

export function BarSign({ y, ...look }: { readonly y: number } & Record<string, unknown>) {
  return <rect x={0.5} y={y - 5.5} width={29} height={11} rx={2.5} stroke-width={1.25} {...look} />;
}

const lineHeight = 24;

/** Where each item of the legend stands, in as many lines as the width asks for. */
export function legendPlaces(items: readonly LegendItem[], width: number, measure: MeasureText) {
  let x = 0;
  let line = 0;
  const places = items.map((item) => {
    const wide = item.width + 7 + measure(item.text, 11, 400);
    const before = item.apart && x > 0 ? 12 : 0;
    if (x > 0 && x + before + wide > width) {
      x = 0;
      line++;
    } else x += before;
    const y = line * lineHeight + lineHeight / 2;
    const place = { item, x, y, width: wide, divider: before > 0 && x > 0 };
    x += wide + 18;
    return place;
  });
  return { places, height: (line + 1) * lineHeight };
}

/** The legend in a given width. */
export function Legend(props: { readonly items: readonly LegendItem[]; readonly width: number }) {
  const { tokens, measure } = useLook();
  const { places } = legendPlaces(props.items, props.width, measure);
  return (
    <g>
      {places.map(({ item, x, y, divider }) => (
        <g key={item.text}>
          {divider && <line x1={x - 15} x2={x - 15} y1={y - 9} y2={y + 9} stroke={tokens.rule} />}
          <g transform={`translate(${Math.round(x * 10) / 10} 0)`}>
            {item.draw(tokens, y)}
            <Label text={item.text} x={item.width + 7} middle={y} size={11} fill="ink2" />
          </g>
        </g>
      ))}
    </g>
  );
}
