// A sign that is carried → its ghost, the sign itself, the ring of the place under it, and a label that says what it means.
import type { DraggedSign, DropPlace } from "../../drawings/drawing.ts";
import { round, useLook } from "../../drawings/look.tsx";
import { type Carried, toneOfCarried } from "./carried.ts";

export function CarriedSign(props: {
  readonly carried: Carried;
  readonly sign: DraggedSign;
  readonly drops: readonly DropPlace[];
}) {
  const { tokens } = useLook();
  const { carried, sign, drops } = props;
  const { place, state } = carried;
  const tone = toneOfCarried(carried);
  const colour = tone === undefined ? tokens.focus : tokens[tone];
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus
    <g class="carried" aria-hidden="true">
      {drops
        .filter((one) => one.isLit && one !== place)
        .map((one) => (
          <PlaceRing key={one.key} place={one} colour={tokens.focus} width={1} dashed />
        ))}
      {place && <PlaceRing place={place} colour={colour} width={2} />}
      <Ghost sign={sign} />
      <g
        class={typeof state === "object" ? "glides" : undefined}
        style={{ transform: `translate(${round(carried.x)}px, ${round(carried.y)}px)` }}
      >
        {sign.draw()}
        {tone === "red" && (
          <rect
            x={-sign.width / 2 - 3}
            y={-sign.height / 2 - 3}
            width={sign.width + 6}
            height={sign.height + 6}
            rx={6}
            fill="none"
            stroke={tokens.red}
            stroke-width={2}
          />
        )}
      </g>
    </g>
  );
}

function PlaceRing(props: {
  readonly place: DropPlace;
  readonly colour: string;
  readonly width: number;
  readonly dashed?: boolean;
}) {
  const { place, colour, width, dashed } = props;
  return (
    <rect
      x={round(place.x + 1)}
      y={round(place.y + 1)}
      width={round(place.width - 2)}
      height={round(place.height - 2)}
      rx={4}
      fill="none"
      stroke={colour}
      stroke-width={width}
      {...(dashed ? { "stroke-dasharray": "3 3" } : {})}
    />
  );
}

/** Where it was taken: faint, in a dashed frame. */
function Ghost({ sign }: { readonly sign: DraggedSign }) {
  const { tokens } = useLook();
  const box = {
    x: round(sign.x - sign.width / 2 - 1),
    y: round(sign.y - sign.height / 2 - 1),
    width: round(sign.width + 2),
    height: round(sign.height + 2),
    rx: 5,
  };
  return (
    <g>
      <rect {...box} fill={tokens.bg} fill-opacity={0.75} />
      <rect {...box} fill="none" stroke={tokens.ink2} stroke-width={1.25} stroke-dasharray="3 3" />
    </g>
  );
}
