// Sentences of the page: what keeps a picture from being up to date, or from being changed.
import type { ViewData, ViewFault } from "../../server/views/shape.ts";
import { sourcesOf } from "./sources.ts";

/** It is locked, out of date, or its host writes nothing any more. */
export const notNow = "This picture cannot be changed now.";

function basename(file: string): string {
  return file.split("/").at(-1) ?? file;
}

/** "Line 41 of plan.strategy has a fault."; without the file where the project has only one. */
export function faultSentence(view: ViewData, fault: ViewFault): string {
  const files = new Set([...sourcesOf(view), fault.source.uri]);
  const where = files.size > 1 ? ` of ${basename(fault.file)}` : "";
  return `Line ${fault.source.name.start.line + 1}${where} has a fault.`;
}

/** "14:02" */
export function clock(time: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}
