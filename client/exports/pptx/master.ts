// What every slide and every page of notes is based on: a master, its two layouts, and a master of notes.
import { placeXml, presetXml } from "./geometry.ts";
import { Namer } from "./names.ts";
import { solid } from "./paint.ts";
import { noInsets } from "./text.ts";
import { centipoints, emu, slideSize } from "./units.ts";
import { element, namespaces, xmlFile } from "./xml.ts";

interface PlaceKind {
  readonly type?: "body" | "sldImg" | "title";
  readonly idx?: string;
  readonly sz?: "quarter";
}

/** The place of a text in what is based on this: what kind it is, where it lies, and what it says as long as it is empty. */
interface Place {
  readonly name: string;
  readonly kind: PlaceKind;
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly prompt?: readonly string[];
}

const margin = 24;
const width = slideSize.width - 2 * margin;
const title: Place = {
  name: "Title",
  kind: { type: "title" },
  box: [margin, 14, width, 32],
  prompt: ["Title"],
};
const content: Place = {
  name: "Content",
  kind: { type: "body", idx: "1" },
  box: [margin, 96, width, 568],
  prompt: ["First level", "Second level", "Third level"],
};

/** The layouts, in their order: what they are called, their kind, and what is in them. */
const layouts = [
  { name: "Title only", type: "titleOnly", places: [title] },
  {
    name: "Title and content",
    type: "obj",
    places: [title, { ...content, kind: { idx: "1" } }],
  },
] as const;

/** Ids of masters and layouts are counted together, from here. */
const firstId = 2_147_483_648;
export const masterId = firstId;

/** The master of all slides, whose relations are its layouts and then its theme. */
export function masterXml(): string {
  const ids = layouts.map((_, index) =>
    element("p:sldLayoutId", { id: firstId + 1 + index, "r:id": `rId${index + 1}` }),
  );
  return xmlFile(
    element(
      "p:sldMaster",
      namespaces,
      sheet([title, content], ground),
      colourMap,
      element("p:sldLayoutIdLst", {}, ids),
      element(
        "p:txStyles",
        {},
        element("p:titleStyle", {}, level(1, { font: "+mj-lt", size: 26, bold: true })),
        element(
          "p:bodyStyle",
          {},
          [18, 16, 14].map((size, index) => bulleted(index + 1, size)),
        ),
        element("p:otherStyle", {}, level(1, { size: 13 })),
      ),
    ),
  );
}

/** The layouts by number from 1; each has the master as its one relation. */
export function layoutsXml(): readonly string[] {
  return layouts.map(({ name, type, places }) =>
    xmlFile(
      element(
        "p:sldLayout",
        { ...namespaces, type, preserve: 1 },
        sheet(places, "", name),
        element("p:clrMapOvr", {}, element("a:masterClrMapping")),
      ),
    ),
  );
}

/** The size of a page of notes in EMU. */
export const notesSize = { cx: 6_858_000, cy: 9_144_000 } as const;

/** The places on a page of notes: the slide, and what is said of it; in px of 720 × 960. */
const notesPlaces: readonly Place[] = [
  { name: "Slide", kind: { type: "sldImg", idx: "2" }, box: [72, 72, 576, 324] },
  {
    name: "Notes",
    kind: { type: "body", sz: "quarter", idx: "3" },
    box: [72, 420, 576, 468],
    prompt: ["Notes"],
  },
];

/** The master of all notes, with its theme as its one relation. */
export function notesMasterXml(): string {
  return xmlFile(
    element(
      "p:notesMaster",
      namespaces,
      sheet(notesPlaces, ground),
      colourMap,
      element("p:notesStyle", {}, level(1, { size: 16 })),
    ),
  );
}

const ground = element(
  "p:bg",
  {},
  element("p:bgRef", { idx: 1001 }, element("a:schemeClr", { val: "bg1" })),
);

const colourMap = element("p:clrMap", {
  ...{ bg1: "lt1", tx1: "dk1", bg2: "lt2", tx2: "dk2", accent1: "accent1", accent2: "accent2" },
  ...{ accent3: "accent3", accent4: "accent4", accent5: "accent5", accent6: "accent6" },
  ...{ hlink: "hlink", folHlink: "folHlink" },
});

/** What every sheet of shapes begins with. */
export const treeStart =
  element(
    "p:nvGrpSpPr",
    {},
    element("p:cNvPr", { id: 1, name: "" }) + element("p:cNvGrpSpPr") + element("p:nvPr"),
  ) +
  element(
    "p:grpSpPr",
    {},
    element(
      "a:xfrm",
      {},
      element("a:off", { x: 0, y: 0 }) + element("a:ext", { cx: 0, cy: 0 }),
      element("a:chOff", { x: 0, y: 0 }) + element("a:chExt", { cx: 0, cy: 0 }),
    ),
  );

function sheet(places: readonly Place[], background: string, name?: string): string {
  const names = new Namer();
  const shapes = places.map((place) => placeShape(place, names));
  return element("p:cSld", { name }, background, element("p:spTree", {}, treeStart, shapes));
}

function placeShape({ name, kind, box, prompt }: Place, names: Namer): string {
  const [left, top, wide, high] = box;
  const bounds = { left, top, right: left + wide, bottom: top + high };
  return placeholder(
    names.naming(name),
    kind,
    element("p:spPr", {}, placeXml(bounds), presetXml("rect")),
    prompt === undefined ? "" : promptXml(prompt, kind.type === "title" ? "ctr" : "t"),
  );
}

/** The picture of a slide, on its page of notes, is the one shape that has no text. */
export function placeholder(
  naming: string,
  kind: PlaceKind,
  properties: string,
  text: string,
): string {
  const isPicture = kind.type === "sldImg";
  const locks = isPicture ? { noGrp: 1, noRot: 1, noChangeAspect: 1 } : { noGrp: 1 };
  return element(
    "p:sp",
    {},
    element(
      "p:nvSpPr",
      {},
      naming,
      element("p:cNvSpPr", {}, element("a:spLocks", locks)),
      element("p:nvPr", {}, element("p:ph", { ...kind })),
    ),
    properties,
    text,
  );
}

function promptXml(prompt: readonly string[], anchor: string): string {
  const paragraphs = prompt.map((text, index) =>
    element(
      "a:p",
      {},
      element("a:pPr", { lvl: index }),
      element("a:r", {}, element("a:rPr", { lang: "en-US" }), element("a:t", {}, text)),
    ),
  );
  const body = element("a:bodyPr", { ...noInsets, anchor }, element("a:normAutofit"));
  return element("p:txBody", {}, body, element("a:lstStyle"), paragraphs);
}

interface Level {
  readonly font?: string;
  /** In px. */
  readonly size: number;
  readonly bold?: boolean;
}

/** How a level of text looks: in the theme's font and ink. */
export function level(
  number: number,
  { font = "+mn-lt", size, bold = false }: Level,
  indent: Readonly<Record<string, number>> = {},
  bullet = element("a:buNone"),
): string {
  return element(
    `a:lvl${number}pPr`,
    { ...indent, algn: "l", defTabSz: 914_400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 },
    bullet,
    element(
      "a:defRPr",
      { sz: centipoints(size), b: bold ? 1 : 0, kern: 1200 },
      solid(element("a:schemeClr", { val: "tx1" })),
      element("a:latin", { typeface: font }),
      element("a:ea", { typeface: font.replace("lt", "ea") }),
      element("a:cs", { typeface: font.replace("lt", "cs") }),
    ),
  );
}

function bulleted(number: number, size: number): string {
  const indent = { marL: emu(20 * number), indent: -emu(20) };
  const dot = element("a:buFont", { typeface: "Arial" }) + element("a:buChar", { char: "•" });
  return level(number, { size }, indent, dot);
}
