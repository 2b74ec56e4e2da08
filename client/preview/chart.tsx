// The picture in the page: sticky head and names, only the rows in sight, and what pointer and keys do.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Initiative, RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";
import { useLook } from "../drawings/look.tsx";
import { barOf } from "../drawings/roadmap/bars.ts";
import { filterSentence, isFiltering } from "../drawings/roadmap/filter.ts";
import { laneKey, laneOf } from "../drawings/roadmap/lane.ts";
import { gapKey, isProgrammeKey, type Row, rowAt } from "../drawings/roadmap/rows.ts";
import { siftOf } from "../drawings/roadmap/sift.ts";
import type { Links } from "../drawings/sentences.ts";
import { dayOf, xOf } from "../drawings/time.ts";
import { Body } from "./body.tsx";
import { ChartCard, heldBy } from "./chart-card.tsx";
import { ChartHead } from "./chart-head.tsx";
import { Divider } from "./divider.tsx";
import { FloatingCard } from "./floating.tsx";
import type { AskCard } from "./host.ts";
import { markOf, rowKeyOf, sourceAt } from "./marks.ts";
import { NothingFound } from "./notices.tsx";
import { type Picture, pictureOf, shownRow } from "./picture.ts";
import { useCard } from "./resting.ts";
import { filterOf, type Settings } from "./settings.ts";
import { stepFrom } from "./steps.ts";
import { GapBar, StickyBand } from "./sticky.tsx";
import { useZoom } from "./zoom.ts";

export interface ChartProps {
  readonly view: RoadmapView;
  readonly settings: Settings;
  readonly links: Links;
  readonly byId: ReadonlyMap<string, Initiative>;
  /** The key of the mark whose text holds the cursor. */
  readonly cursor: string | undefined;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly onReveal: (source: SourcePlace) => void;
  readonly ask: AskCard;
  /** Counts up whenever today is to be brought into sight. */
  readonly todays: number;
  /** Hears what is drawn. */
  readonly onPicture: (picture: Picture) => void;
}

/** Rows are drawn in stretches of this many px, with one more above and below what is in sight. */
const stretch = 300;

export function Chart(props: ChartProps) {
  const { view, settings, onChange } = props;
  const { measure } = useLook();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
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
  const { frame, scale, heights, rows } = picture;
  const today = dayOf(view.today);
  const cursorRow = props.cursor ? shownRow(picture, props.cursor) : undefined;
  const looked =
    cursorRow?.type === "initiative" ? dayOf(cursorRow.initiative.start ?? view.today) : today;
  const { zoomBy, show } = useZoom(scroller, picture, settings, looked, onChange);
  const seen = Math.max(0, size.height - heights.all);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measureSize = () =>
      setSize((before) => {
        const { clientWidth: width, clientHeight: height } = element;
        return before.width === width && before.height === height ? before : { width, height };
      });
    measureSize();
    const observer = new ResizeObserver(measureSize);
    observer.observe(element);
    element.scrollTo({ left: settings.scroll[0], top: settings.scroll[1] });
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (wanted.current && focusMark(wanted.current)) wanted.current = undefined;
  });

  useEffect(() => {
    if (cursorRow) scrollTo(cursorRow);
  }, [props.cursor]);

  useEffect(() => {
    if (props.todays > 0) show(today);
  }, [props.todays]);
  useEffect(() => props.onPicture(picture), [picture]);

  const scrollTo = (row: Row) => {
    const element = scroller.current;
    if (!element) return;
    const above = row.y - frame.band;
    const gapBar = picture.gap && row.y < picture.gap.top ? frame.band : 0;
    const below = row.y + row.height - seen + gapBar;
    if (element.scrollTop > above) element.scrollTop = Math.max(0, above);
    else if (element.scrollTop < below) element.scrollTop = below;
    if (row.type !== "initiative") return;
    scrollAcross(xOf(scale, dayOf(row.initiative.start ?? view.calendar.start)));
  };

  const scrollAcross = (x: number) => {
    const element = scroller.current;
    if (!element || frame.stacked) return;
    const sight = size.width - frame.names;
    if (x < element.scrollLeft || x > element.scrollLeft + sight - 40) {
      element.scrollLeft = Math.max(0, x - 40);
    }
  };

  /** Puts the focus on a mark that is drawn; a band that sticks has marks of the same key. */
  const focusMark = (key: string): boolean => {
    const name = `[data-mark="${CSS.escape(key)}"]`;
    const mark = scroller.current?.querySelector(`.rows ${name}, .head ${name}`);
    if (!(mark instanceof SVGElement)) return false;
    mark.focus({ preventScroll: true });
    return true;
  };

  const toggle = (id: string) => {
    const closed = new Set(settings.collapsed);
    if (!closed.delete(id)) closed.add(id);
    onChange({ collapsed: [...closed] });
  };

  const act = (mark: string) => {
    if (isProgrammeKey(mark)) return toggle(mark);
    const row = picture.byKey.get(rowKeyOf(mark));
    const source = sourceAt(mark, row, view);
    if (source) props.onReveal(source);
    else if (row?.type === "group") toggle(row.group.id);
    else if (row?.type === "gap") toggle(gapKey);
  };

  const onPointerMove = (event: PointerEvent) => {
    const box = body.current?.getBoundingClientRect();
    if (!box) return;
    const row = rows[rowAt(rows, event.clientY - box.top)];
    const inside = row && event.clientY >= box.top && event.clientY - box.top < picture.height;
    setHover(inside ? row.key : undefined);
    const mark = markOf(event.target);
    if (mark && card.shown?.thing === mark) card.hold();
    else card.show(mark, event.clientX, event.clientY);
  };

  const onClick = (event: MouseEvent) => {
    const mark = markOf(event.target);
    if (!mark) return;
    const row = picture.byKey.get(rowKeyOf(mark));
    // One of several is chosen in the card.
    if (heldBy(mark, row, view, picture, measure).length > 1)
      return card.show(mark, event.clientX, event.clientY, 0);
    card.close();
    if (row?.type === "gap") return toggle(gapKey);
    if (row?.type === "group") {
      const left = event.clientX - (scroller.current?.getBoundingClientRect().left ?? 0);
      if (left < frame.margin + row.group.depth * 16 + 14) return toggle(row.group.id);
    }
    act(mark);
  };

  const onFocus = (event: FocusEvent) => {
    const mark = markOf(event.target);
    if (!mark || !(event.target instanceof SVGElement)) return;
    const row = picture.byKey.get(rowKeyOf(mark));
    setFocus(row?.key);
    if (!event.target.matches(":focus-visible")) return;
    const { left, bottom } = event.target.getBoundingClientRect();
    card.show(mark, Math.max(left, frame.names), bottom - 8);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const mark = markOf(event.target);
    if (event.key === "Escape") {
      card.close();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "+" || event.key === "-") {
      zoomBy(event.key === "+" ? 1.25 : 0.8, (size.width - frame.names) / 2);
      return;
    }
    if (!mark || !(event.target instanceof Element)) return;
    const { left, bottom } = event.target.getBoundingClientRect();
    const showCard = () => card.show(mark, Math.max(left, frame.names), bottom - 8, 0);
    const row = picture.byKey.get(rowKeyOf(mark));
    if (event.key === "Enter" && heldBy(mark, row, view, picture, measure).length > 1) {
      enters.current = true;
      showCard();
    } else if (event.key === "Enter") act(mark);
    else if (event.key === " ") {
      if (card.shown) card.close();
      else showCard();
    } else if (!move(mark, event.key)) return;
    event.preventDefault();
  };

  const move = (mark: string, key: string): boolean => {
    const lane = heights.lane > 0 ? laneOf(view.events, scale, xOf(scale, today), measure) : [];
    const diamondsOf = (row: Row) =>
      row.type === "initiative" && row.ghost === undefined
        ? barOf(row.initiative, scale, today, frame, measure).diamonds
        : [];
    const step = stepFrom(mark, key, rows, diamondsOf, lane.map(laneKey));
    if (!step) return key.startsWith("Arrow");
    if ("toggle" in step) toggle(step.toggle);
    else {
      setFocus(step.row?.key);
      if (step.row) scrollTo(step.row);
      else scrollAcross(lane.find((one) => laneKey(one) === step.to)?.x ?? 0);
      if (!focusMark(step.to)) wanted.current = step.to;
    }
    return true;
  };

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
        class="scroller"
        onScroll={(event) => {
          const { scrollLeft: left, scrollTop } = event.currentTarget;
          setAt({ left, top: scrollTop });
          card.close();
          onChange({ scroll: [left, scrollTop] });
        }}
        onPointerMove={onPointerMove}
        onPointerLeave={() => {
          setHover(undefined);
          card.leave();
        }}
        onClick={onClick}
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
          />
          <StickyBand view={view} picture={picture} top={at.top} />
          {nothing && (
            <NothingFound
              sentence={filterSentence(filter)}
              onClear={() => onChange({ wanted: {}, search: "" })}
            />
          )}
          <div ref={body} class="rows" style={{ height: `${picture.height}px` }}>
            {drawn}
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
