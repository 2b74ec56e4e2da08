// Sentences of the page: what a filter leaves out, what keeps a picture from being up to date.
import type { ViewData, ViewFault } from "../../server/views/shape.ts";
import type { Filter } from "../drawings/rows.ts";
import { statusWords } from "../drawings/sentences.ts";
import { sourcesOf } from "./sources.ts";

/** "No initiative is on hold in team Data" */
export function filterSentence({ status, team, search }: Filter): string {
  const who = status === "open" ? "No open initiative" : "No initiative";
  const is =
    status === "all" || status === "open" ? [] : [`is ${statusWords[status].toLowerCase()}`];
  const where = team === undefined ? [] : [`in team ${team}`];
  const what = search?.trim() ? [`matches “${search.trim()}”`] : [];
  const middle = is.length === 0 && what.length === 0 ? ["is", ...where] : [...is, ...where];
  const joined = is.length > 0 && what.length > 0 ? ["and", ...what] : what;
  return [who, ...middle, ...joined].join(" ");
}

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
