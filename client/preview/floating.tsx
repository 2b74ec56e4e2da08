// A card beside the pointer or the focused mark: below right of it, turned over at the edges.
import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export function FloatingCard(props: {
  /** In px of the window: the point that it belongs to. */
  readonly x: number;
  readonly y: number;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  /** It holds what can be chosen: keys get into it, and out of it again. */
  readonly choosing?: {
    /** What it is called. */
    readonly label: string;
    /** The focus is to go into it as it comes. */
    readonly enters: RefObject<boolean>;
    readonly onEscape: () => void;
  };
  readonly children: ComponentChildren;
}) {
  const { x: atX, y: atY, choosing } = props;
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
    if (!choosing?.enters.current) return;
    choosing.enters.current = false;
    element.querySelector("button")?.focus();
  });
  return (
    <div
      ref={card}
      class="card"
      role="group"
      aria-label={choosing?.label ?? "Details"}
      onPointerEnter={props.onEnter}
      onPointerLeave={props.onLeave}
      onFocusIn={props.onEnter}
      onFocusOut={props.onLeave}
      onKeyDown={(event) => {
        if (event.key === "Escape") choosing?.onEscape();
      }}
    >
      {props.children}
    </div>
  );
}
