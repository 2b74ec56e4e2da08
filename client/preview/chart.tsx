// The picture in the page: sticky head and names, only the rows in sight, and what pointer and keys do.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Initiative, RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";
import { barOf } from "../drawings/bars.ts";
import { filterSentence, isFiltering } from "../drawings/filter.ts";
import { useLook } from "../drawings/look.tsx";
import { gapKey, type Row, rowAt } from "../drawings/rows.ts";
import type { Links } from "../drawings/sentences.ts";
import { dayOf, xOf } from "../drawings/time.ts";
import { Body } from "./body.tsx";
import { GroupCard, InitiativeCard } from "./card.tsx";
import { ChartHead } from "./chart-head.tsx";
import { FloatingCard } from "./floating.tsx";
import { markOf, rowKeyOf, sourceAt } from "./marks.ts";
import { NothingFound } from "./notices.tsx";
import { pictureOf, shownRow } from "./picture.ts";
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
  const card = useCard<Row>();

  const picture = useMemo(
    () => pictureOf(view, settings, size.width),
    [
      view,
      size.width,
      settings.groupBy,
      settings.status,
      settings.team,
      settings.search,
      settings.zoom,
      settings.quarter,
      settings.collapsed,
    ],
  );
  const { frame, scale, heights, rows } = picture;
  const zoomBy = useZoom(scroller, picture, onChange);
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
    if (!wanted.current) return;
    const mark = body.current?.querySelector(`[data-mark="${CSS.escape(wanted.current)}"]`);
    if (mark instanceof SVGElement) {
      mark.focus({ preventScroll: true });
      wanted.current = undefined;
    }
  });

  const cursorRow = props.cursor ? shownRow(picture, props.cursor) : undefined;
  useEffect(() => {
    if (cursorRow) scrollTo(cursorRow);
  }, [props.cursor]);

  const scrollTo = (row: Row) => {
    const element = scroller.current;
    if (!element) return;
    const above = row.y - frame.band;
    const gapBar = picture.gap && row.y < picture.gap.top ? frame.band : 0;
    const below = row.y + row.height - seen + gapBar;
    if (element.scrollTop > above) element.scrollTop = Math.max(0, above);
    else if (element.scrollTop < below) element.scrollTop = below;
    if (row.type !== "initiative" || frame.mode === "narrow") return;
    const x = xOf(scale, dayOf(row.initiative.start ?? view.calendar.start));
    const sight = size.width - frame.names;
    if (x < element.scrollLeft || x > element.scrollLeft + sight - 40) {
      element.scrollLeft = Math.max(0, x - 40);
    }
  };

  const toggle = (id: string) => {
    const closed = new Set(settings.collapsed);
    if (!closed.delete(id)) closed.add(id);
    onChange({ collapsed: [...closed] });
  };

  const act = (mark: string) => {
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
    const marked = mark ? picture.byKey.get(rowKeyOf(mark)) : undefined;
    if (marked && card.shown?.thing.key === marked.key) card.hold();
    else card.show(marked, event.clientX, event.clientY);
  };

  const onClick = (event: MouseEvent) => {
    const mark = markOf(event.target);
    if (!mark) return;
    card.close();
    const row = picture.byKey.get(rowKeyOf(mark));
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
    card.show(row, Math.max(left, frame.names), bottom - 8);
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
    if (!mark) return;
    if (event.key === "Enter") act(mark);
    else if (event.key === " ") {
      const row = picture.byKey.get(rowKeyOf(mark));
      const box =
        event.target instanceof Element ? event.target.getBoundingClientRect() : undefined;
      if (card.shown) card.close();
      else if (row && box) card.show(row, Math.max(box.left, frame.names), box.bottom - 8, 0);
    } else if (!move(mark, event.key)) return;
    event.preventDefault();
  };

  const move = (mark: string, key: string): boolean => {
    const today = dayOf(view.today);
    const step = stepFrom(mark, key, rows, (row) =>
      row.type === "initiative" ? barOf(row.initiative, scale, today, frame, measure).diamonds : [],
    );
    if (!step) return key.startsWith("Arrow");
    if ("toggle" in step) toggle(step.toggle);
    else {
      wanted.current = step.to;
      setFocus(step.row.key);
      scrollTo(step.row);
    }
    return true;
  };

  const top = Math.floor(at.top / stretch) * stretch - stretch;
  const bottom = Math.ceil((at.top + seen) / stretch) * stretch + stretch;
  const tabKey = focus && picture.byKey.has(focus) ? focus : (cursorRow?.key ?? rows[0]?.key);
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
  const carded = card.shown && picture.byKey.get(card.shown.thing.key);
  const filter = filterOf(settings);
  const nothing = isFiltering(filter) && !rows.some((row) => row.type === "initiative" && !row.gap);
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
          />
          <StickyBand view={view} picture={picture} top={at.top} />
          {nothing && (
            <NothingFound
              sentence={filterSentence(filter)}
              onClear={() => onChange({ status: "all", team: "", search: "" })}
            />
          )}
          <div ref={body} class="rows" style={{ height: `${picture.height}px` }}>
            {drawn}
          </div>
        </div>
      </div>
      {gapOut && picture.gap && (
        <GapBar
          view={view}
          onClick={() => {
            const row = picture.byKey.get(gapKey);
            if (row) scroller.current?.scrollTo({ top: row.y });
          }}
        />
      )}
      {carded && card.shown && carded.type !== "gap" && (
        <FloatingCard x={card.shown.x} y={card.shown.y} onEnter={card.hold} onLeave={card.leave}>
          {carded.type === "initiative" ? (
            <InitiativeCard
              {...{ view, byId: props.byId, links: props.links }}
              initiative={carded.initiative}
            />
          ) : (
            <GroupCard group={carded.group} />
          )}
        </FloatingCard>
      )}
    </div>
  );
}
