// A mark and its title → where that is drawn in the window, and in which letters: there it is written anew.

/** In px of the window. */
export interface FieldPlace {
  readonly left: number;
  /** The middle of the line, or the top of what stands below its mark. */
  readonly top: number;
  /** Of the letters that are drawn there, and how wide they are; missing where the title is not drawn. */
  readonly over?: {
    readonly size: number;
    readonly weight: string;
    readonly width: number;
    readonly height: number;
  };
}

/**
 * The lines of a picture on which a title is drawn, of which the last may be cut, from texts in their order.
 * @internal A test asks it of texts alone.
 */
export function drawnLines<Text>(
  texts: readonly (readonly [text: Text, says: string])[],
  title: string,
): readonly Text[] {
  const lines: Text[] = [];
  let rest = plain(title);
  for (const [text, says] of texts) {
    const shown = plain(says).replace(/…$/, "").trimEnd();
    if (shown === "" || !rest.startsWith(shown)) {
      if (lines.length > 0) break;
      continue;
    }
    lines.push(text);
    rest = rest.slice(shown.length).trimStart();
    if (rest === "" || says.endsWith("…")) break;
  }
  return lines;
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** In px: a text that begins so near the end of a mark names it. */
const beside = 12;

/** Where the title of a mark is drawn, else below the mark. */
export function titlePlace(within: Element, mark: Element, key: string, title: string): FieldPlace {
  const box = mark.getBoundingClientRect();
  const row = `[data-row="${CSS.escape(key)}"]`;
  const texts = [...within.querySelectorAll("svg text")].filter((text) => {
    if (text.closest(row)) return true;
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const isIn = x >= box.left && x <= box.right;
    const isBeside = left >= box.right - beside && left <= box.right + beside;
    return (isIn || isBeside) && y >= box.top && y <= box.bottom;
  });
  const lines = drawnLines(
    texts.map((text) => [text, text.textContent ?? ""] as const),
    title,
  );
  const [first] = lines;
  if (first === undefined) return { left: box.left, top: box.bottom + 6 };
  const boxes = lines.map((line) => line.getBoundingClientRect());
  const left = boxes.reduce((least, one) => Math.min(least, one.left), Number.POSITIVE_INFINITY);
  const right = boxes.reduce((most, one) => Math.max(most, one.right), 0);
  const [start, end] = [boxes[0]?.top ?? 0, boxes.at(-1)?.bottom ?? 0];
  const { fontSize, fontWeight } = getComputedStyle(first);
  return {
    left,
    top: (start + end) / 2,
    over: {
      size: Number.parseFloat(fontSize),
      weight: fontWeight,
      width: right - left,
      height: end - start,
    },
  };
}
