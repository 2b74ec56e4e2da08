// The picture in the page: sticky head and names, only the rows in sight, and what is lit, focused and told of it.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Initiative, RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";
import { useLook } from "../drawings/look.tsx";
import { filterSentence, isFiltering } from "../drawings/roadmap/filter.ts";
import { gapKey, type Row, rowAt } from "../drawings/roadmap/rows.ts";
import { siftOf } from "../drawings/roadmap/sift.ts";
import type { Links } from "../drawings/sentences.ts";
import { dayOf } from "../drawings/time.ts";
import { Body } from "./body.tsx";
import { ChartCard, heldBy } from "./chart-card.tsx";
import { ChartHead } from "./chart-head.tsx";
import { keyHandler } from "./chart-keys.ts";
import { pointerHandlers } from "./chart-pointer.ts";
import { scrollingOf, useSize } from "./chart-scroll.ts";
import { Divider } from "./divider.tsx";
import { type Dragging, useGround } from "./drag/dragging.ts";
import { OverLane, OverRows } from "./drag/drawn.tsx";
import { DragLabel } from "./drag/label.tsx";
import type { Editing } from "./editing.ts";
import { FloatingCard } from "./floating.tsx";
import type { AskCard } from "./host.ts";
import type { Sought } from "./known.ts";
import { markOf, rowKeyOf } from "./marks.ts";
import { NothingFound } from "./notices.tsx";
import { type Picture, pictureOf, shownRow } from "./picture.ts";
import { useCard } from "./resting.ts";
import { filterOf, type Settings } from "./settings.ts";
import { GapBar, StickyBand } from "./sticky.tsx";
import { useZoom } from "./zoom.ts";

export interface ChartProps {
  readonly view: RoadmapView;
  readonly settings: Settings;
  readonly links: Links;
  readonly byId: ReadonlyMap<string, Initiative>;
  /** The key of the mark whose text holds the cursor. */
  readonly cursor: string | undefined;
  /** It was asked to be brought into sight, and not only passed by. */
  readonly sought: Sought | undefined;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onReveal: (source: SourcePlace) => void;
  readonly ask: AskCard;
  /** Counts up whenever today is to be brought into sight. */
  readonly todays: number;
  /** What is dragged here, and from the tray. */
  readonly dragging: Dragging;
  /** Missing where the picture is only to be looked at. */
  readonly editing: Editing | undefined;
  readonly tell: (sentence: string) => void;
  /** Hears what is drawn. */
  readonly onPicture: (picture: Picture) => void;
}

const keysInWords =
  "Alt with an arrow key moves a bar, with Shift its end, with Ctrl its start. D draws what waits for it, Ctrl with Space chooses it.";

/** Rows are drawn in stretches of this many px, with one more above and below what is in sight. */
const stretch = 300;

export function Chart(props: ChartProps) {
  const { view, settings, onChange } = props;
  const { measure } = useLook();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const size = useSize(scroller, settings.scroll);
  const [at, setAt] = useState({ left: settings.scroll[0], top: settings.scroll[1] });
  const [hover, setHover] = useState<string>();
  const [focus, setFocus] = useState<string>();
  const wanted = useRef<string | undefined>(undefined);
  const enters = useRef(false);
  const card = useCard<string>();

  const picture = useMemo(
    () => pictureOf(view, settings, size.width),
    [
      view,
      size.width,
      settings.groupBy,
      settings.wanted,
      settings.search,
      settings.zoom,
      settings.quarter,
      settings.names,
      settings.collapsed,
    ],
  );
  const { frame, heights, rows } = picture;
  const today = dayOf(view.today);
  const cursorRow = props.cursor ? shownRow(picture, props.cursor) : undefined;
  const looked =
    cursorRow?.type === "initiative" ? dayOf(cursorRow.initiative.start ?? view.today) : today;
  const { zoomBy, show } = useZoom(scroller, picture, settings, looked, onChange);
  const seen = Math.max(0, size.height - heights.all);

  const chart = { ...props, picture, measure };
  const scrolling = scrollingOf(scroller, picture, size);
  const { scrollTo, centre, focusMark } = scrolling;
  const { dragging } = props;
  useGround(dragging, {
    ...{ ...props, picture, measure, scroller, body, scrollTo },
    groupBy: settings.groupBy,
    onBegin: () => {
      card.close();
      setHover(undefined);
    },
    onWanted: (mark) => {
      if (!document.hasFocus() || !focusMark(mark)) wanted.current = mark;
    },
  });
  useLayoutEffect(() => {
    // Whoever types into the text meanwhile keeps the focus there.
    if (!document.hasFocus()) return;
    if (wanted.current && focusMark(wanted.current)) wanted.current = undefined;
  });

  useEffect(() => {
    if (cursorRow && props.sought) centre(cursorRow);
    else if (cursorRow) scrollTo(cursorRow);
    // What is sought stays in sight while the page around it finds its size.
  }, [props.cursor, props.sought, props.sought && `${cursorRow?.y} ${size.height}`]);

  useEffect(() => {
    if (props.todays > 0) show(today);
  }, [props.todays]);
  useEffect(() => props.onPicture(picture), [picture]);

  const onFocus = (event: FocusEvent) => {
    const mark = markOf(event.target);
    if (!mark || !(event.target instanceof SVGElement)) return;
    const row = picture.byKey.get(rowKeyOf(mark));
    setFocus(row?.key);
    if (!event.target.matches(":focus-visible")) return;
    const { left, bottom } = event.target.getBoundingClientRect();
    card.show(mark, Math.max(left, frame.names), bottom - 8);
  };

  const onKeyDown = keyHandler(chart, {
    onDrag: dragging.onKey,
    ...{ ...scrolling, card, wanted, enters, setFocus },
    zoomBy: (factor) => zoomBy(factor, (size.width - frame.names) / 2),
  });

  const onEscape = () => {
    wanted.current = card.shown?.thing;
    card.close();
  };

  const top = Math.floor(at.top / stretch) * stretch - stretch;
  const bottom = Math.ceil((at.top + seen) / stretch) * stretch + stretch;
  const isInSight = (row: Row | undefined) =>
    row !== undefined && row.y + row.height > at.top && row.y < at.top + seen;
  // What the tab key leads to: where one was, else where the cursor is, else what is in sight.
  const tabKey =
    [picture.byKey.get(focus ?? ""), cursorRow, rows[rowAt(rows, at.top + frame.band)]].find(
      isInSight,
    )?.key ?? rows[0]?.key;
  const lit = {
    ...(hover ? { hover } : {}),
    ...(cursorRow ? { cursor: cursorRow.key } : {}),
    ...(tabKey ? { focus: tabKey } : {}),
  };
  const { critical, dependencies } = settings;
  const drawn = useMemo(
    () => <Body {...{ view, picture, top, bottom, lit, critical, dependencies }} />,
    [view, picture, top, bottom, lit.hover, lit.cursor, lit.focus, critical, dependencies, measure],
  );
  const carded = card.shown && picture.byKey.get(rowKeyOf(card.shown.thing));
  const filter = filterOf(settings);
  const nothing = isFiltering(filter) && siftOf(view, filter).shown.size === 0;
  const carries = card.shown ? heldBy(card.shown.thing, carded, view, picture, measure) : [];
  const reveal = (source: SourcePlace) => {
    // The card goes, and the focus comes back to the mark that it belongs to.
    if (card.shown) focusMark(card.shown.thing);
    card.close();
    props.onReveal(source);
  };
  const gapOut = picture.gap && picture.gap.top > at.top + seen - frame.band;

  return (
    <div class={`stage ${frame.mode}`}>
      {/* The marks in it have the roles and the focus; their events are heard here. */}
      <div
        ref={scroller}
        role="group"
        aria-label="Roadmap"
        aria-description={props.editing && keysInWords}
        class="scroller"
        onScroll={(event) => {
          const { scrollLeft: left, scrollTop } = event.currentTarget;
          setAt({ left, top: scrollTop });
          card.close();
          onChange({ scroll: [left, scrollTop] });
        }}
        {...pointerHandlers(chart, { ...dragging, card, scroller, body, setHover })}
        onFocusIn={onFocus}
        onFocusOut={() => card.leave()}
        onKeyDown={onKeyDown}
      >
        <div class="sheet" style={{ width: `${picture.width}px` }}>
          <ChartHead
            view={view}
            picture={picture}
            left={at.left}
            width={size.width}
            settings={settings}
            cursor={props.cursor}
          >
            <OverLane hand={dragging.hand} />
          </ChartHead>
          <StickyBand view={view} picture={picture} top={at.top} />
          {nothing && (
            <NothingFound
              sentence={filterSentence(filter)}
              onClear={() => onChange({ wanted: {}, search: "" })}
            />
          )}
          <div ref={body} class="rows" style={{ height: `${picture.height}px` }}>
            {drawn}
            <OverRows hand={dragging.hand} scroller={scroller} hover={hover} />
          </div>
        </div>
      </div>
      {!frame.stacked && (
        <Divider at={frame.names} width={size.width} onMove={(names) => onChange({ names })} />
      )}
      {gapOut && picture.gap && (
        <GapBar
          gap={siftOf(view, filter).unaligned}
          onClick={() => {
            const row = picture.byKey.get(gapKey);
            if (row) scroller.current?.scrollTo({ top: row.y });
          }}
        />
      )}
      <DragLabel hand={dragging.hand} />
      {card.shown &&
        carded?.type !== "gap" &&
        (carded || card.shown.thing.startsWith("event:")) && (
          <FloatingCard
            {...{ x: card.shown.x, y: card.shown.y, onEnter: card.hold, onLeave: card.leave }}
            {...(carries.length > 1
              ? { choosing: { label: `${carries.length} in one`, enters, onEscape } }
              : {})}
          >
            <ChartCard
              {...{ view, picture, byId: props.byId, links: props.links, ask: props.ask }}
              mark={card.shown.thing}
              row={carded}
              onReveal={reveal}
            />
          </FloatingCard>
        )}
    </div>
  );
}
