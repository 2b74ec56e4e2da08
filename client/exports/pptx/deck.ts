// The slides of a deck → the parts of its package: what they are based on, what lists them, and what is said of it.
import type { IsoDay } from "../../../server/views/shape.ts";
import { type Theme, themes } from "../../drawings/theme.ts";
import { layoutsXml, level, masterId, masterXml, notesMasterXml, notesSize } from "./master.ts";
import { type Part, packed } from "./package.ts";
import { themeXml } from "./theme.ts";
import { emu, slideSize } from "./units.ts";
import { element, escapedXml, namespaces, xmlFile } from "./xml.ts";

/** A slide with what belongs to it alone: its notes, its charts and their data. */
export interface SlideParts {
  readonly slide: Part;
  readonly others: readonly Part[];
  /** Slides of the same section follow each other under its name: that of their view. */
  readonly section: string;
}

export interface Deck {
  readonly title: string;
  readonly day: IsoDay;
  readonly theme: Theme;
  readonly slides: readonly SlideParts[];
}

/** Where the parts lie that slides name. */
export const deckPaths = {
  presentation: "ppt/presentation.xml",
  master: "ppt/slideMasters/slideMaster1.xml",
  layout: (number: number) => `ppt/slideLayouts/slideLayout${number}.xml`,
  notesMaster: "ppt/notesMasters/notesMaster1.xml",
  theme: (number: number) => `ppt/theme/theme${number}.xml`,
} as const;

const xml = (kind: string) =>
  `application/vnd.openxmlformats-officedocument.presentationml.${kind}+xml`;

/** The content types of slides and their notes. */
export const partTypes = { slide: xml("slide"), notes: xml("notesSlide") } as const;

const themeType = "application/vnd.openxmlformats-officedocument.theme+xml";

/** The bytes of the whole file. */
export function deckBytes(deck: Deck): Uint8Array {
  const layouts = layoutsXml();
  const toTheme = (number: number) => ({ type: "theme", to: deckPaths.theme(number) });
  const toMaster = { type: "slideMaster", to: deckPaths.master };
  const small = ["presProps", "viewProps", "tableStyles"] as const;
  const presentation: Part = {
    path: deckPaths.presentation,
    type: xml("presentation.main"),
    content: presentationXml(deck),
    relations: [
      toMaster,
      { type: "notesMaster", to: deckPaths.notesMaster },
      ...deck.slides.map(({ slide }) => ({ type: "slide", to: slide.path })),
      ...small.map((name) => ({ type: name, to: `ppt/${name}.xml` })),
      toTheme(1),
    ],
  };
  const parts: readonly Part[] = [
    presentation,
    ...small.map((name) => ({ path: `ppt/${name}.xml`, type: xml(name), content: smallXml[name] })),
    {
      path: deckPaths.master,
      type: xml("slideMaster"),
      content: masterXml(),
      relations: [
        ...layouts.map((_, index) => ({ type: "slideLayout", to: deckPaths.layout(index + 1) })),
        toTheme(1),
      ],
    },
    ...layouts.map((content, index) => ({
      path: deckPaths.layout(index + 1),
      ...{ type: xml("slideLayout"), content, relations: [toMaster] },
    })),
    {
      path: deckPaths.notesMaster,
      ...{ type: xml("notesMaster"), content: notesMasterXml(), relations: [toTheme(2)] },
    },
    { path: deckPaths.theme(1), type: themeType, content: themeXml(themes[deck.theme]) },
    // Notes are read on paper, whatever the slides look like.
    { path: deckPaths.theme(2), type: themeType, content: themeXml(themes.print) },
    ...deck.slides.flatMap(({ slide, others }) => [slide, ...others]),
    {
      path: "docProps/core.xml",
      type: "application/vnd.openxmlformats-package.core-properties+xml",
      content: coreXml(deck),
    },
    {
      path: "docProps/app.xml",
      type: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
      content: appXml(deck),
    },
  ];
  return packed(parts, [
    { type: "officeDocument", to: deckPaths.presentation },
    { type: "core-properties", to: "docProps/core.xml" },
    { type: "extended-properties", to: "docProps/app.xml" },
  ]);
}

/** Ids of slides are counted from here. */
const firstSlide = 256;

function presentationXml({ slides }: Deck): string {
  return xmlFile(
    element(
      "p:presentation",
      { ...namespaces, saveSubsetFonts: 1 },
      element("p:sldMasterIdLst", {}, element("p:sldMasterId", { id: masterId, "r:id": "rId1" })),
      element("p:notesMasterIdLst", {}, element("p:notesMasterId", { "r:id": "rId2" })),
      element(
        "p:sldIdLst",
        {},
        slides.map((_, index) =>
          element("p:sldId", { id: firstSlide + index, "r:id": `rId${index + 3}` }),
        ),
      ),
      element("p:sldSz", { cx: emu(slideSize.width), cy: emu(slideSize.height) }),
      element("p:notesSz", notesSize),
      element("p:defaultTextStyle", {}, level(1, { size: 13 })),
      sectionsXml(slides),
    ),
  );
}

/** The sections of the deck, by which PowerPoint lists its slides. */
function sectionsXml(slides: readonly SlideParts[]): string {
  const ids = new Map<string, number[]>();
  for (const [index, { section }] of slides.entries()) {
    const known = ids.get(section);
    if (known === undefined) ids.set(section, [firstSlide + index]);
    else known.push(firstSlide + index);
  }
  const sections = [...ids].map(([name, inside], index) =>
    element(
      "p14:section",
      { name, id: `{5A000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}}` },
      element(
        "p14:sldIdLst",
        {},
        inside.map((id) => element("p14:sldId", { id })),
      ),
    ),
  );
  const list = element(
    "p14:sectionLst",
    { "xmlns:p14": "http://schemas.microsoft.com/office/powerpoint/2010/main" },
    sections,
  );
  return element(
    "p:extLst",
    {},
    element("p:ext", { uri: "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}" }, list),
  );
}

const smallXml = {
  presProps: xmlFile(element("p:presentationPr", namespaces)),
  viewProps: xmlFile(element("p:viewPr", namespaces)),
  tableStyles: xmlFile(
    element("a:tblStyleLst", {
      "xmlns:a": namespaces["xmlns:a"],
      def: "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}",
    }),
  ),
} as const;

/** It is as old as the day that counts as today. */
function coreXml({ title, day }: Deck): string {
  const when = (name: string) =>
    element(`dcterms:${name}`, { "xsi:type": "dcterms:W3CDTF" }, `${day}T00:00:00Z`);
  return xmlFile(
    element(
      "cp:coreProperties",
      {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      },
      element("dc:title", {}, escapedXml(title)),
      element("dc:creator", {}, "Strategy as Code"),
      when("created"),
      when("modified"),
    ),
  );
}

function appXml({ slides }: Deck): string {
  return xmlFile(
    element(
      "Properties",
      {
        xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
      },
      element("PresentationFormat", {}, "Widescreen"),
      element("Application", {}, "Strategy as Code"),
      element("Slides", {}, String(slides.length)),
      element("Notes", {}, String(slides.length)),
    ),
  );
}
