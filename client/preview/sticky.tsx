// What sticks: the header of the group in sight below the axis, the header of the gap at the bottom.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { lap } from "../drawings/frame.ts";
import { GapFrame } from "../drawings/roadmap/gap.tsx";
import { NameColumn } from "../drawings/roadmap/names.tsx";
import { Plot } from "../drawings/roadmap/plot.tsx";
import { gapSentence } from "../drawings/roadmap/row-sentences.ts";
import type { Row } from "../drawings/roadmap/rows.ts";
import type { SiftedGap } from "../drawings/roadmap/sift.ts";
import type { Picture } from "./picture.ts";

/** The header of the band that the topmost row stands in, pushed away by the next one. */
export function StickyBand(props: {
  readonly view: RoadmapView;
  readonly picture: Picture;
  readonly top: number;
}) {
  const { view, picture, top } = props;
  const { bands, frame, scale, axis, width } = picture;
  let index = bands.length - 1;
  while (index >= 0 && (bands[index]?.y ?? 0) >= top) index--;
  const band = bands[index];
  if (!band) return null;
  const next = bands[index + 1];
  const away = next ? Math.min(0, next.y - top - band.height) : 0;
  const row: Row = { ...band, y: 0 };
  const shared = { view, frame, rows: [row], lit: {}, interactive: true };
  const narrow = frame.stacked;
  const plot = <Plot {...shared} scale={scale} axis={axis} arrows={[]} critical={false} />;
  const ground = band.type === "gap";
  const nameWidth = narrow ? width : frame.names - lap;
  const plotWidth = scale.width + frame.margin + lap;
  return (
    <div
      class="band"
      aria-hidden="true"
      style={{
        top: `${picture.heights.all}px`,
        height: `${band.height + away}px`,
        marginBottom: `${-band.height - away}px`,
      }}
    >
      <div class="columns" style={{ transform: `translateY(${away}px)` }}>
        <svg class="names" width={nameWidth} height={band.height}>
          {ground && (
            <GapFrame
              top={0}
              bottom={band.height}
              width={narrow ? width : frame.names}
              {...(narrow ? {} : { open: "right" as const })}
            />
          )}
          <NameColumn {...shared} />
        </svg>
        {!narrow && (
          <svg
            width={plotWidth}
            height={band.height}
            viewBox={`${-lap} 0 ${plotWidth} ${band.height}`}
          >
            {ground && (
              <g transform={`translate(${-lap} 0)`}>
                <GapFrame top={0} bottom={band.height} width={plotWidth} open="left" />
              </g>
            )}
            {plot}
          </svg>
        )}
      </div>
    </div>
  );
}

/** The gap group when it is out of sight below: no scroll hides it. */
export function GapBar(props: { readonly gap: SiftedGap; readonly onClick: () => void }) {
  const { gap } = props;
  return (
    <button type="button" class="gap-bar" onClick={props.onClick}>
      <strong>Supports no objective</strong>
      <span class="amount">{gap.amount}</span>
      <span class="sentence">{gapSentence(gap, true)}</span>
    </button>
  );
}
