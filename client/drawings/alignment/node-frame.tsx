// The frame of a node: quiet, or amber where something is missing; dashed where it stands for something else.
import { useLook } from "../look.tsx";
import type { ColourToken } from "../theme.ts";
import type { NodeBox } from "./place.ts";

/** Of a gap, and of what is counted or told elsewhere. */
const dashes = { gap: "5 4", elsewhere: "3 3" } as const;

export function NodeFrame(props: {
  readonly box: NodeBox;
  readonly fill: ColourToken;
  readonly isGap: boolean;
  readonly dashed?: keyof typeof dashes | undefined;
}) {
  const { tokens } = useLook();
  const { box, fill, isGap, dashed } = props;
  return (
    <rect
      x={box.x + 0.5}
      y={box.y + 0.5}
      width={box.width - 1}
      height={box.height - 1}
      rx={4}
      fill={tokens[fill]}
      stroke={isGap ? tokens.amber : tokens.rule}
      stroke-width={isGap ? 1.5 : 1}
      stroke-dasharray={dashed && dashes[dashed]}
    />
  );
}
