// Views of a text with a fault → what is to be told of it beside the file.
import type { ViewData } from "../../server/views/shape.ts";

/** Undefined where all could be read. */
export function unreadIn([first]: readonly ViewData[]): string | undefined {
  const fault = first?.faults[0];
  if (fault === undefined) return undefined;
  const line = fault.source.name.start.line + 1;
  return `Line ${line} of '${fault.file}' has a fault: what could be read is written.`;
}
