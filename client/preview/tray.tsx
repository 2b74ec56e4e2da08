// The tray at the foot: initiatives with no dates, each a chip that leads to its text.
import type { Initiative, RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";
import { StatusGlyph } from "../drawings/glyphs.tsx";
import { lookOf } from "../drawings/roadmap/bars.ts";
import { undatedSentence } from "../drawings/roadmap/row-sentences.ts";
import type { Sifted } from "../drawings/roadmap/sift.ts";
import { initiativeSentence } from "../drawings/sentences.ts";
import type { Dragging } from "./drag/dragging.ts";

export interface TrayProps {
  readonly view: RoadmapView;
  /** What the filter leaves: it hides nothing here, and what does not pass steps back. */
  readonly sifted: Sifted;
  readonly byId: ReadonlyMap<string, Initiative>;
  /** There is little room: it opens on a click. */
  readonly isBrief: boolean;
  /** The key of the row whose text holds the cursor. */
  readonly cursor: string | undefined;
  readonly onReveal: (source: SourcePlace) => void;
  /** Missing where the picture is only to be looked at. */
  readonly dragging: Dragging | undefined;
}

const most = 100;

/** More than these would take the room of the picture. */
const mostOpen = 12;

/** It is there as long as an initiative has no dates, whatever the filter. */
export function Tray({ view, sifted, byId, isBrief, cursor, onReveal, dragging }: TrayProps) {
  const { initiatives } = view.undated;
  const isShown = ({ id }: Initiative) => sifted.shown.has(id);
  const says = undatedSentence(sifted.undated);
  if (initiatives.length === 0) return null;
  const chips = initiatives.slice(0, most).flatMap((id) => byId.get(id) ?? []);
  const only = chips.length === 1 ? chips[0] : undefined;
  const where = only ? `${only.path[0] ?? "Supports no objective"}. ` : "";
  const them = only ? "it" : "them";
  const hint = dragging
    ? `${where}Drag ${them} onto the calendar.`
    : `${where}Write a timeline to place ${them} on the calendar.`;
  const list = (
    <ul class="chips">
      {chips.map((initiative) => (
        <li key={initiative.id}>
          <button
            type="button"
            class={`chip${cursor === `work:${initiative.id}` ? " cursor" : ""}${isShown(initiative) ? "" : " dim"}`}
            data-mark={`work:${initiative.id}`}
            aria-description={initiativeSentence(initiative, view.currency)}
            onClick={() => onReveal(initiative.source)}
            onPointerDown={dragging?.onPointerDown}
            onKeyDown={(event) => {
              if (!dragging?.onKey(event, `work:${initiative.id}`)) return;
              event.preventDefault();
              event.stopPropagation();
            }}
          >
            <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
              <StatusGlyph x={0} y={0} status={lookOf(initiative)} />
            </svg>
            <span dir="auto" class="title">
              {initiative.title}
            </span>
            {initiative.money.amount && <span class="amount">{initiative.money.amount}</span>}
          </button>
        </li>
      ))}
      {initiatives.length > most && <li class="hint">{`and ${initiatives.length - most} more`}</li>}
      <li class="hint">{hint}</li>
    </ul>
  );
  const trayClass = dragging ? "tray draggable" : "tray";
  if (isBrief || initiatives.length > mostOpen) {
    return (
      <details class={trayClass}>
        <summary>{`No dates yet: ${says}`}</summary>
        {list}
      </details>
    );
  }
  return (
    <section class={trayClass} aria-label="No dates yet">
      <div class="label">
        <h2>No dates yet</h2>
        <p>{says}</p>
      </div>
      {list}
    </section>
  );
}
