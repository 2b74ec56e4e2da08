// The name of a format → what writes it: loaded only where something is exported.
import type { Writer } from "./format.ts";
import { writePdf } from "./pdf.ts";
import { writePng } from "./png.ts";
import { writePptx } from "./pptx.ts";
import { tabs, textWriters } from "./text-writers.ts";
import { writeWorkbook } from "./xlsx.ts";

export const writers: Readonly<Record<string, Writer>> = {
  ...textWriters,
  pdf: writePdf,
  png: writePng,
  pptx: writePptx,
  xlsx: writeWorkbook,
};

export { tabs };
