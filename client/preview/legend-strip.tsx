// The legend below a picture, in a line or more; a sign that stands for a value filters by it.
import { type Mode, modeFor } from "../drawings/frame.ts";
import { Legend, type LegendItem, legendPlaces } from "../drawings/legend.tsx";
import { round, useLook } from "../drawings/look.tsx";
import { useIsLow } from "./page-of.ts";

export interface LegendStripProps {
  readonly items: readonly LegendItem[];
  readonly width: number;
  readonly mode: Mode;
  /** Whether an item is filtered by; without it none can be. */
  readonly isOn?: (item: LegendItem) => boolean;
  readonly onItem?: (item: LegendItem) => void;
}

const height = 24;

/** In a page that is low or not wide the picture needs the room: there it opens on a click, or where it is both, is not there. */
export function LegendStrip(props: LegendStripProps) {
  const isLow = useIsLow();
  if (props.items.length === 0 || (props.mode === "narrow" && isLow)) return null;
  if (props.mode === "wide" && !isLow) return <Strip {...props} />;
  return (
    <details class="legend-fold">
      <summary>Legend</summary>
      <Strip {...props} />
    </details>
  );
}

function Strip({ items, width, isOn, onItem }: LegendStripProps) {
  const { measure, tokens } = useLook();
  const wide = width - 2 * modeFor(width).margin;
  const all = legendPlaces(items, wide, measure);
  return (
    <svg class="legend" width={wide} height={all.height} role="group" aria-label="Legend">
      <Legend items={items} width={wide} />
      {isOn &&
        all.places.map(({ item, x, y, width: own }) => {
          const on = isOn(item);
          const box = { x: round(x - 5), width: round(own + 10), rx: 4, fill: "none" };
          return (
            item.filter && (
              <g
                key={item.text}
                class="mark"
                role="button"
                tabindex={0}
                aria-pressed={on}
                aria-label={`${item.text}: show only these`}
                onClick={() => onItem?.(item)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" && event.key !== " ") return;
                  event.preventDefault();
                  onItem?.(item);
                }}
              >
                <rect {...box} y={y - height / 2} height={height} fill="transparent" />
                {on && <rect {...box} y={y - 10} height={20} stroke={tokens.focus} />}
                <rect {...box} class="focus" y={y - 11} height={22} />
              </g>
            )
          );
        })}
    </svg>
  );
}
