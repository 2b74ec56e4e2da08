// A roadmap in which there is nothing → what it says in the place of rows.
import type { Frame } from "../frame.ts";
import { FitLabel } from "../parts.tsx";

export const nothingPlanned = {
  title: "No initiatives yet",
  sentence: "Write one in any .strategy file.",
  kind: "initiative",
  button: "Add an initiative",
} as const;

/** So much of the picture it takes. */
export const nothingHeight = 48;

export function NothingPlanned({ frame: { width, margin } }: { readonly frame: Frame }) {
  const text = `${nothingPlanned.title}. ${nothingPlanned.sentence}`;
  return <FitLabel {...{ text }} x={margin} middle={24} width={width - 2 * margin} fill="ink2" />;
}
