// The card beside the pointer or the focused mark: below right of it, turned over at the edges.
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Row } from "../drawings/rows.ts";
import { type CardFacts, GroupCard, InitiativeCard } from "./card.tsx";

export interface Floating {
  readonly row: Row;
  /** In px of the window: the point that it belongs to. */
  readonly x: number;
  readonly y: number;
}

export interface FloatingCardProps extends CardFacts {
  readonly at: Floating;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

export function FloatingCard(props: FloatingCardProps) {
  const { at } = props;
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const right = at.x + 12 + width <= window.innerWidth - 8;
    const below = at.y + 16 + height <= window.innerHeight - 8;
    const x = right ? at.x + 12 : Math.max(8, at.x - 12 - width);
    const y = below ? at.y + 16 : Math.max(8, at.y - 12 - height);
    element.style.left = `${Math.min(x, Math.max(8, window.innerWidth - width - 8))}px`;
    element.style.top = `${y}px`;
  });
  if (at.row.type === "gap") return null;
  return (
    <div
      ref={card}
      class="card"
      role="tooltip"
      onPointerEnter={props.onEnter}
      onPointerLeave={props.onLeave}
    >
      {at.row.type === "initiative" ? (
        <InitiativeCard {...props} initiative={at.row.initiative} />
      ) : (
        <GroupCard group={at.row.group} />
      )}
    </div>
  );
}
