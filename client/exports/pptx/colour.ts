// Colours of a drawing → colours of a deck: what is only ink, ground and work follows the deck's theme, what means something stays.
import type { ColourToken, Tokens } from "../../drawings/theme.ts";
import { element } from "./xml.ts";

/** The places of a deck's theme that a drawing's colours are taken from, the first that fits. */
const slots: readonly (readonly [slot: string, token: ColourToken])[] = [
  ["bg1", "bg"],
  ["tx1", "ink"],
  ["tx2", "ink2"],
  ["bg2", "raised"],
  ["accent1", "work"],
  ["accent5", "workEdge"],
];

/** A colour `#RRGGBB` and its share from 0 to 1 → XML. */
export type ColourOf = (colour: string, share?: number) => string;

/** How the colours of a theme are written. */
export function coloursOf(tokens: Tokens): ColourOf {
  const known = new Map(slots.toReversed().map(([slot, token]) => [tokens[token], slot]));
  return (colour, share = 1) => {
    const slot = known.get(colour);
    const alpha =
      share < 1 ? element("a:alpha", { val: Math.round(Math.max(0, share) * 100_000) }) : "";
    return slot === undefined
      ? element("a:srgbClr", { val: colour.slice(1).toUpperCase() }, alpha)
      : element("a:schemeClr", { val: slot }, alpha);
  };
}
