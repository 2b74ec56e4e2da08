// The fonts of an export → which of them has a sign, and for what none has the sentence that says so.
import { Buffer } from "node:buffer";
import { create, type Font } from "fontkit";
import type { Tools } from "./format.ts";
import { ExportRefusal } from "./refusal.ts";

/** A font file, read. */
export interface FontFile {
  readonly bytes: Uint8Array;
  readonly font: Font;
  /** Of a file with several fonts, the name of the one that is taken. */
  readonly member?: string;
}

export interface Fonts {
  /** Inter, by its weight: 400, 500 and 600. */
  readonly inter: ReadonlyMap<number, FontFile>;
  /** For what Inter has not. */
  readonly fallback?: FontFile;
}

const weights = [400, 500, 600];

/** The fonts that come with the program, and the one that is given; refuses one that cannot be read. */
export async function fontsOf({
  asset,
  fallbackFont,
}: Pick<Tools, "asset" | "fallbackFont">): Promise<Fonts> {
  const inter = new Map<number, FontFile>();
  for (const weight of weights) inter.set(weight, fontIn(await asset(`fonts/Inter-${weight}.ttf`)));
  return { inter, ...(fallbackFont === undefined ? {} : { fallback: fontIn(fallbackFont) }) };
}

function fontIn(bytes: Uint8Array): FontFile {
  return fromFont(() => {
    const read = create(Buffer.from(bytes));
    const [font, member] = "fonts" in read ? [read.fonts[0], true] : [read, false];
    if (font === undefined || font.numGlyphs === 0) throw new Error("There is no sign in it.");
    return { bytes, font, ...(member ? { member: font.postscriptName } : {}) };
  });
}

/** What is read from a font, which may turn out to be broken at any place of it. */
export function fromFont<Result>(read: () => Result): Result {
  try {
    return read();
  } catch {
    // The library tells what it stumbled over in words for its makers.
    throw new ExportRefusal(
      "The font file cannot be read. Name one that ends with .ttf, .otf or .ttc.",
    );
  }
}

/** What no font draws, and no reader misses: marks that join or direct what stands beside them. */
const unseen = /^[\p{Cc}\p{Cf}\p{M}\p{Zs}]$/u;

/** Which font has a sign: of "none" a box is shown, and of what is "unseen" nothing. */
export type Source = "inter" | "fallback" | "none" | "unseen";

export function sourceOfSign(sign: string, { inter, fallback }: Fonts): Source {
  const code = sign.codePointAt(0) ?? 0;
  if (inter.get(400)?.font.hasGlyphForCodePoint(code)) return "inter";
  if (fallback?.font.hasGlyphForCodePoint(code)) return "fallback";
  return unseen.test(sign) ? "unseen" : "none";
}

/** The file with the signs of a source; of "none" there is none. */
export function fontOf(
  source: Source,
  weight: number,
  { inter, fallback }: Fonts,
): FontFile | undefined {
  if (source === "fallback") return fallback;
  return source === "inter" ? (inter.get(weight) ?? inter.get(400)) : undefined;
}

const mostNamed = 8;

/** Collects the signs that no font has, and tells of them once. */
export function missingSigns(fonts: Fonts) {
  const signs = new Set<string>();
  const texts = new Set<string>();
  return {
    see(text: string): void {
      for (const sign of text) {
        if (sign <= "~" || sourceOfSign(sign, fonts) !== "none") continue;
        signs.add(sign);
        texts.add(text);
      }
    },
    tell(tell: Tools["tell"]): void {
      if (signs.size === 0) return;
      const named = [...signs].slice(0, mostNamed).map((sign) => `'${sign}'`);
      const list = `${named.join(", ")}${signs.size > mostNamed ? " …" : ""}`;
      const who = fonts.fallback
        ? "Neither Inter nor the font that is named has a"
        : "Inter has no";
      const many =
        texts.size === 1
          ? "1 text shows a box in its place"
          : `${texts.size} texts show a box in their place`;
      const other = fonts.fallback ? "another font" : "a font";
      tell(
        `${who} sign for ${list}: ${many}. Name ${other} that has them: --font FILE, or the setting strategy.export.font.`,
      );
    },
  };
}
