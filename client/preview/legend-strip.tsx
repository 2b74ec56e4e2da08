// The legend below a picture, in a line or more.
import { Legend, type LegendItem, legendPlaces } from "../drawings/legend.tsx";
import { useLook } from "../drawings/look.tsx";

export function LegendStrip(props: {
  readonly items: readonly LegendItem[];
  readonly width: number;
}) {
  const { items, width } = props;
  const { measure } = useLook();
  const wide = width - 48;
  const { height } = legendPlaces(items, wide, measure);
  return (
    <svg class="legend" width={wide} height={height} role="img" aria-label="Legend">
      <Legend items={items} width={wide} />
    </svg>
  );
}
