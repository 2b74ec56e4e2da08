// The edge between names and calendar, which can be dragged or moved by arrow keys.
import { useRef } from "preact/hooks";
import { namesWithin } from "../drawings/frame.ts";

const step = 16;

export function Divider(props: {
  /** From the left edge, in px. */
  readonly at: number;
  /** Of the picture in sight, in px. */
  readonly width: number;
  readonly onMove: (names: number | undefined) => void;
}) {
  const { at, width, onMove } = props;
  const grip = useRef<number | undefined>(undefined);
  const move = (to: number) => onMove(namesWithin(width, to));
  return (
    <div
      class="divider"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the names"
      aria-valuenow={at}
      aria-valuemin={namesWithin(width, 0)}
      aria-valuemax={namesWithin(width, width)}
      tabIndex={0}
      style={{ left: `${at - 4}px` }}
      onPointerDown={(event) => {
        grip.current = event.clientX - at;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (grip.current !== undefined) move(event.clientX - grip.current);
      }}
      onPointerUp={() => {
        grip.current = undefined;
      }}
      onDblClick={() => onMove(undefined)}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") move(at - step);
        else if (event.key === "ArrowRight") move(at + step);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
