// What is dragged, or was refused → a label at it that says what it means, in the window and over nothing of it.
import { useLayoutEffect, useRef } from "preact/hooks";
import { HealthGlyph } from "../drawings/glyphs.tsx";

export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const away = 10;
const edge = 8;

/**
 * Where a label of a size stands at a box, both in px of the window: above it, or below where there is no room.
 * @internal A test asks it without a page.
 */
export function labelPlace(
  box: LabelBox,
  size: { readonly width: number; readonly height: number },
  room: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const within = (value: number, most: number) => Math.max(edge, Math.min(value, most - edge));
  const above = box.top - away - size.height;
  const middle = (box.left + box.right) / 2;
  return {
    left: within(middle - size.width / 2, room.width - size.width),
    top: above >= edge ? above : within(box.bottom + away, room.height - size.height),
  };
}

export function PointLabel(props: {
  /** What it stands at, in px of the window, when it is asked. */
  readonly at: () => LabelBox | undefined;
  readonly text: string;
  /** Against a rule, or refused. */
  readonly tone?: "amber" | "red" | undefined;
}) {
  const { at, text, tone } = props;
  const label = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = label.current;
    const box = at();
    if (!element) return;
    element.style.visibility = box ? "" : "hidden";
    if (!box) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const room = { width: window.innerWidth, height: window.innerHeight };
    const { left, top } = labelPlace(box, { width, height }, room);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  });
  return (
    <div ref={label} class={tone === undefined ? "point-label" : `point-label ${tone}`}>
      {tone && <ToneSign tone={tone} />}
      <span>{text}</span>
    </div>
  );
}

/** Beside what is said in a label. */
export function ToneSign({ tone }: { readonly tone: "amber" | "red" }) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      <HealthGlyph x={0} y={0} health={tone} scale={0.9} />
    </svg>
  );
}
