// A text and some room → its lines, broken between words, and the last one cut.
import { type MeasureText, shorten, type Weight } from "./text.ts";

const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const ideograph = /[\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/;
const closing = /^[\u3001\u3002\u300d\u300f\u3011\u3015\u3017\uff01\uff09\uff0c\uff1a\uff1b\uff1f]/;

/** The text in at most so many lines; CJK breaks anywhere but before closing punctuation. */
export function linesOfText(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  measure: MeasureText,
  most = 2,
): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (lines.length < most - 1 && measure(rest, size, weight) > width) {
    const [line, after] = broken(rest, width, size, weight, measure);
    if (line === "") break;
    lines.push(line);
    rest = after;
  }
  const last = shorten(rest, width, size, weight, measure);
  if (last !== "") lines.push(last);
  return lines;
}

/** As much of a text as fits, and what is left of it. */
function broken(
  text: string,
  width: number,
  size: number,
  weight: Weight,
  measure: MeasureText,
): readonly [line: string, rest: string] {
  const parts = Array.from(segments.segment(text.slice(0, 400)), ({ segment }) => segment);
  let low = 1;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(parts.slice(0, middle).join("").trimEnd(), size, weight) <= width) low = middle;
    else high = middle - 1;
  }
  let at = low;
  while (at > 1 && !isBreak(parts[at - 1], parts[at])) at -= 1;
  // One long word is broken where it has to be.
  if (at === 1 && !isBreak(parts[0], parts[1])) at = low;
  const line = parts.slice(0, at).join("");
  return [line.trimEnd(), text.slice(line.length).trimStart()];
}

function isBreak(before = " ", after = " "): boolean {
  if (before === " " || after === " ") return true;
  return (ideograph.test(before) || ideograph.test(after)) && !closing.test(after);
}
