// The name of a format that is text → what writes it: all that a browser can write as well.
import { drawings } from "../drawings/index.ts";
import { writeCsv } from "./csv.ts";
import type { Writer } from "./format.ts";
import { writeHtml } from "./html.ts";
import { writeCalendar } from "./ics.ts";
import { writeJson } from "./json.ts";
import { writeMarkdown } from "./md.ts";
import { writeMermaid } from "./mermaid.ts";
import { writeSvg } from "./svg.ts";

export const textWriters: Readonly<Record<string, Writer>> = {
  csv: writeCsv,
  html: writeHtml,
  ics: writeCalendar,
  json: writeJson,
  md: writeMarkdown,
  mermaid: writeMermaid,
  svg: writeSvg,
};

/** What can be shown, in the order of tabs. */
export const tabs: readonly { readonly name: string; readonly label: string }[] = drawings;
