// The bar at the top: a tab for each view, and what else the page puts there; a list where there is no room.
import type { ComponentChildren } from "preact";
import type { Drawing } from "../drawings/drawing.ts";
import { ExportButton, type Exporting } from "./export-button.tsx";
import { type Lock, LockButton } from "./lock.tsx";

export interface Tabs {
  readonly drawings: readonly Pick<Drawing, "name" | "label">[];
  /** Of the view that is shown. */
  readonly name: string;
  readonly onChoose: (name: string) => void;
  /** Missing where nothing can be changed anyway. */
  readonly lock?: Lock | undefined;
  /** Missing where the host writes no files. */
  readonly exporting?: Exporting | undefined;
}

/** In px: below, the tabs and the search do not stand side by side. */
const leastForTabs = 884;

/** Of a button with an icon, in px, with the space before it. */
const iconWidth = 36;

export function TabBar(
  props: Tabs & {
    readonly width: number;
    readonly searching?: boolean;
    readonly children?: ComponentChildren;
  },
) {
  const { drawings, name, onChoose } = props;
  const least = leastForTabs + (props.lock ? iconWidth : 0) + (props.exporting ? iconWidth : 0);
  return (
    <header class={props.searching ? "bar searching" : "bar"}>
      <nav class="tabs" aria-label="Views">
        {props.width < least && drawings.length > 1 ? (
          <label class="choice view-choice">
            <span class="unseen">View</span>
            <select
              value={name}
              onChange={({ currentTarget: { selectedIndex } }) => {
                const chosen = drawings[selectedIndex];
                if (chosen) onChoose(chosen.name);
              }}
            >
              {drawings.map((one) => (
                <option key={one.name} value={one.name} selected={one.name === name}>
                  {one.label}
                </option>
              ))}
            </select>
            <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true" class="line">
              <path d="M-3.5-1.8L0 1.8L3.5-1.8" />
            </svg>
          </label>
        ) : (
          drawings.map((one) => (
            <button
              key={one.name}
              type="button"
              class="tab"
              {...(one.name === name ? { "aria-current": "page" as const } : {})}
              onClick={() => onChoose(one.name)}
            >
              {one.label}
            </button>
          ))
        )}
      </nav>
      {props.children}
      {props.exporting && <ExportButton {...props.exporting} />}
      {props.lock && <LockButton {...props.lock} />}
    </header>
  );
}
