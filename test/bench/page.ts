// What was measured → the tables and the picture of `docs/performance.md`; what lies around its marks stays.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { plot } from "./plot.ts";
import { figures, goals } from "./table.ts";
import type { Measured } from "./turns.ts";

const docs = join(import.meta.dirname, "../../docs");
const marks = ["<!-- measured -->", "<!-- /measured -->"] as const;

/** Writes the page and the picture anew. */
export function writePage(measured: readonly Measured[]): void {
  const page = join(docs, "performance.md");
  const text = readFileSync(page, "utf8");
  const [before, after] = [text.indexOf(marks[0]), text.indexOf(marks[1])];
  if (before < 0 || after < before) throw new Error(`${page} has lost its marks.`);
  const found = `${marks[0]}\n\n${report(measured)}\n\n${marks[1]}`;
  writeFileSync(page, text.slice(0, before) + found + text.slice(after + marks[1].length));
  writeFileSync(join(docs, "images/performance.svg"), plot(measured));
}

function report(measured: readonly Measured[]): string {
  const day = new Date().toISOString().slice(0, 10);
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model.trim() || "unknown"}), ${process.platform}`;
  return `Measured on ${day} on ${machine}, Node ${process.version}. Medians; in brackets the middle half of the samples.

![A row a measurement, a mark a program](images/performance.svg)

### Goals

${goals(measured)}

### Figures

${figures(measured)}`;
}
