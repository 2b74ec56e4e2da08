// What every part of a drawing needs to know: the colours, how wide a text is, where it is drawn.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { interWidth, type MeasureText, textDirection, type Weight } from "./text.ts";
import { type ColourToken, pageTokens, type Tokens } from "./theme.ts";

export interface Appearance {
  readonly tokens: Tokens;
  readonly measure: MeasureText;
  /** Where colours may not be told apart: a high contrast theme draws edges instead of tints. */
  readonly contrast?: boolean;
  /** No text is smaller than this, in px. */
  readonly smallest?: number;
}

const LookContext = createContext<Appearance>({ tokens: pageTokens, measure: interWidth });

export const LookProvider = LookContext.Provider;

export function useLook(): Appearance {
  return useContext(LookContext);
}

export interface LabelProps {
  readonly text: string;
  readonly x: number;
  /** The middle of the line: text is centred on its cap height. */
  readonly middle: number;
  readonly size?: number;
  readonly weight?: Weight;
  readonly fill?: ColourToken;
  readonly anchor?: "start" | "end";
  /** The ground under the text, drawn as a halo where it stands over lines. */
  readonly halo?: ColourToken;
  readonly struck?: boolean;
  /** Numbers stand in tabular figures. */
  readonly figures?: boolean;
}

/** One line of text, isolated from the writing direction round it. */
export function Label(props: LabelProps) {
  const { tokens, smallest = 0 } = useLook();
  const { weight = 400, anchor = "start" } = props;
  const size = Math.max(props.size ?? 13, smallest);
  const rtl = textDirection(props.text) === "rtl";
  // In a text that runs to the left, "start" is its right end.
  const side = rtl ? (anchor === "start" ? "end" : "start") : anchor;
  return (
    <text
      x={round(props.x)}
      y={round(props.middle + 0.364 * size)}
      font-size={round(size)}
      font-weight={weight}
      fill={tokens[props.fill ?? "ink"]}
      {...(side === "end" ? { "text-anchor": "end" } : {})}
      {...(rtl ? { direction: "rtl" } : {})}
      {...(props.struck ? { "text-decoration": "line-through" } : {})}
      {...(props.figures ? { class: "figures" } : {})}
      {...(props.halo
        ? {
            stroke: tokens[props.halo],
            "stroke-width": 3.5,
            "stroke-linejoin": "round",
            "paint-order": "stroke",
          }
        : {})}
      unicode-bidi="isolate"
    >
      {props.text}
    </text>
  );
}

/** To a tenth of a px: shorter exports, and the same bytes on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A mark that only says what it is. */
export function img(sentence: string): { readonly role: "img"; readonly "aria-label": string } {
  return { role: "img", "aria-label": sentence };
}
