// A card beside the pointer or the focused mark: below right of it, turned over at the edges.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export function FloatingCard(props: {
  /** In px of the window: the point that it belongs to. */
  readonly x: number;
  readonly y: number;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}) {
  const { x: atX, y: atY } = props;
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const right = atX + 12 + width <= window.innerWidth - 8;
    const below = atY + 16 + height <= window.innerHeight - 8;
    const x = right ? atX + 12 : Math.max(8, atX - 12 - width);
    const y = below ? atY + 16 : Math.max(8, atY - 12 - height);
    element.style.left = `${Math.min(x, Math.max(8, window.innerWidth - width - 8))}px`;
    element.style.top = `${y}px`;
  });
  return (
    <div
      ref={card}
      class="card"
      role="tooltip"
      onPointerEnter={props.onEnter}
      onPointerLeave={props.onLeave}
    >
      {props.children}
    </div>
  );
}
