// The head of the picture in the page: column heads that stay at the left, the axis that scrolls with the bars.
import type { ComponentChildren } from "preact";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { lap } from "../drawings/frame.ts";
import { AxisHead, NameHead } from "../drawings/roadmap/head.tsx";
import type { Picture } from "./picture.ts";
import type { Settings } from "./settings.ts";

export function ChartHead(props: {
  readonly view: RoadmapView;
  readonly picture: Picture;
  readonly left: number;
  readonly width: number;
  readonly settings: Settings;
  /** The key of the mark whose text holds the cursor. */
  readonly cursor: string | undefined;
  /** What lies over it. */
  readonly children?: ComponentChildren;
}) {
  const { view, picture, left, width } = props;
  const { frame, scale, axis, heights } = picture;
  const plotWidth = scale.width + frame.margin + lap;
  const narrow = frame.stacked;
  const by = props.settings.groupBy;
  const title = `${by[0]?.toUpperCase()}${by.slice(1)} and initiative`;
  const sight: readonly [number, number] = [left, left + width - frame.names];
  const head = (
    <AxisHead
      {...{ view, frame, scale, axis, heights }}
      {...(narrow ? {} : { sight })}
      interactive
      cursor={/^event:(.*)$/.exec(props.cursor ?? "")?.[1]}
    />
  );
  return (
    <div class="head columns">
      <svg class="names" width={narrow ? picture.width : frame.names - lap} height={heights.all}>
        {narrow ? (
          <g transform={`translate(${frame.names} 0)`}>{head}</g>
        ) : (
          <NameHead
            frame={frame}
            heights={heights}
            title={title}
            {...(view.currency ? { currency: view.currency } : {})}
          />
        )}
      </svg>
      {!narrow && (
        <svg
          width={plotWidth}
          height={heights.all}
          viewBox={`${-lap} 0 ${plotWidth} ${heights.all}`}
        >
          {head}
        </svg>
      )}
      {props.children}
    </div>
  );
}
