// The colours of a theme → the theme of a deck: its colours, its fonts, and the plain forms that a deck must have.
import type { Tokens } from "../../drawings/theme.ts";
import { solid } from "./paint.ts";
import { element, namespaces, xmlFile } from "./xml.ts";

/** Colours by their place in a deck, in their order. */
function schemeOf(tokens: Tokens): readonly (readonly [place: string, colour: string])[] {
  return [
    ["dk1", tokens.ink],
    ["lt1", tokens.bg],
    ["dk2", tokens.ink2],
    ["lt2", tokens.raised],
    ["accent1", tokens.work],
    ["accent2", tokens.green],
    ["accent3", tokens.amber],
    ["accent4", tokens.red],
    ["accent5", tokens.workEdge],
    ["accent6", tokens.grey],
    ["hlink", tokens.focus],
    ["folHlink", tokens.grey],
  ];
}

/** Fonts for scripts that Inter has not, as offices have them. */
const scripts: readonly (readonly [script: string, typeface: string])[] = [
  ["Jpan", "Yu Gothic"],
  ["Hang", "Malgun Gothic"],
  ["Hans", "Microsoft YaHei"],
  ["Hant", "Microsoft JhengHei"],
  ["Arab", "Arial"],
  ["Hebr", "Arial"],
  ["Thai", "Tahoma"],
  ["Deva", "Nirmala UI"],
];

/** The theme as a part of the deck. */
export function themeXml(tokens: Tokens): string {
  const colours = schemeOf(tokens).map(([place, colour]) =>
    element(`a:${place}`, {}, element("a:srgbClr", { val: colour.slice(1) })),
  );
  return xmlFile(
    element(
      "a:theme",
      { "xmlns:a": namespaces["xmlns:a"], name: "Strategy as Code" },
      element(
        "a:themeElements",
        {},
        element("a:clrScheme", { name: "Strategy as Code" }, colours),
        element("a:fontScheme", { name: "Inter" }, fonts("major"), fonts("minor")),
        forms,
      ),
      element("a:objectDefaults"),
      element("a:extraClrSchemeLst"),
    ),
  );
}

/** Where Inter is missing, a font with these looks takes its place: one without serifs, as Arial. */
function fonts(which: "major" | "minor"): string {
  return element(
    `a:${which}Font`,
    {},
    element("a:latin", { typeface: "Inter", panose: "020B0604020202020204" }),
    element("a:ea", { typeface: "" }),
    element("a:cs", { typeface: "" }),
    scripts.map(([script, typeface]) => element("a:font", { script, typeface })),
  );
}

const own = element("a:schemeClr", { val: "phClr" });
const thrice = (one: string) => one.repeat(3);
const line = (w: number) =>
  element(
    "a:ln",
    { w, cap: "flat", cmpd: "sng", algn: "ctr" },
    solid(own) + element("a:prstDash", { val: "solid" }) + element("a:miter", { lim: 800_000 }),
  );

/** Fills, lines and effects by strength: nothing shines and nothing has a shadow. */
const forms = element(
  "a:fmtScheme",
  { name: "Plain" },
  element("a:fillStyleLst", {}, thrice(solid(own))),
  element("a:lnStyleLst", {}, line(6350), line(12_700), line(19_050)),
  element("a:effectStyleLst", {}, thrice(element("a:effectStyle", {}, element("a:effectLst")))),
  element("a:bgFillStyleLst", {}, thrice(solid(own))),
);
