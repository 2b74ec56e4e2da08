// What the reader has set in a view that is a sheet, kept over a reload: what is chosen, opened, scrolled to.
import type { PageState } from "../../server/protocol.ts";

export interface SheetSettings {
  /** By the key of each choice. */
  readonly chosen: Readonly<Record<string, string>>;
  /** What has been opened or closed by a click. */
  readonly toggled: readonly string[];
  readonly table: boolean;
  /** In px from the top. */
  readonly scroll: number;
}

const starting: SheetSettings = { chosen: {}, toggled: [], table: false, scroll: 0 };

/** The settings of a view from what was remembered; what does not fit any more is as at the start. */
export function readSheetSettings(state: PageState, view: string): SheetSettings {
  const read = state[view];
  if (typeof read !== "object" || read === null) return starting;
  const saved: Readonly<Record<string, unknown>> = { ...read };
  const chosen = typeof saved.chosen === "object" && saved.chosen !== null ? saved.chosen : {};
  const toggled = Array.isArray(saved.toggled) ? saved.toggled : [];
  return {
    chosen: Object.fromEntries(Object.entries(chosen).map(([key, value]) => [key, String(value)])),
    toggled: toggled.map(String),
    table: saved.table === true,
    scroll: Number(saved.scroll) || 0,
  };
}
