// The hatches of every picture: for what is stopped, over, or aligned with nothing.
import { useLook } from "./look.tsx";

/** Hatches, at 45°, 6 px apart. */
export function Hatches() {
  const { tokens } = useLook();
  const hatch = (name: string, colour: string) => (
    <pattern
      id={`hatch-${name}`}
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M3 0V6" stroke={colour} stroke-width={1.6} stroke-opacity={0.5} />
    </pattern>
  );
  return (
    <defs>
      {hatch("grey", tokens.doneEdge)}
      {hatch("red", tokens.red)}
      {hatch("amber", tokens.amber)}
    </defs>
  );
}
