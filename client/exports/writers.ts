// The name of a format → what writes it: loaded only where something is exported.
import type { Writer } from "./format.ts";
import { writeHtml } from "./html.ts";
import { writeSvg } from "./svg.ts";

export const writers: Readonly<Record<string, Writer>> = {
  html: writeHtml,
  svg: writeSvg,
};
