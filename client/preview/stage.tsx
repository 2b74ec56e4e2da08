// A sheet in the page: only what is in sight is drawn, and over it lie the marks that pointer and keys reach.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ViewData } from "../../server/views/shape.ts";
import type { LaidOut, PictureMark, Room, SheetDrawing } from "../drawings/drawing.ts";
import { modeFor } from "../drawings/frame.ts";
import { Hatches } from "../drawings/hatches.tsx";
import { round, useLook } from "../drawings/look.tsx";
import type { Beside } from "./aside.tsx";
import { markAt } from "./cursor.ts";
import { FactsCard, useCardOf } from "./facts.tsx";
import { FloatingCard } from "./floating.tsx";
import type { AskCard } from "./host.ts";
import type { Knowledge } from "./known.ts";
import { neighbourOf } from "./neighbours.ts";
import { useCard } from "./resting.ts";
import type { SheetSettings } from "./sheet-settings.ts";

export interface StageProps {
  readonly view: ViewData;
  readonly drawing: SheetDrawing;
  readonly settings: SheetSettings;
  readonly onChange: (part: Partial<SheetSettings>) => void;
  readonly search: string;
  /** Counts up whenever what is found next is to be shown. */
  readonly next: number;
  /** Hears how many marks are found. */
  readonly onFound: (count: number) => void;
  readonly cursor: Knowledge["cursor"];
  readonly ask: AskCard;
  readonly onOpen: (opened: Beside) => void;
}

/** The picture is drawn in stretches of this many px, with one more above and below what is in sight. */
const stretch = 400;

export function SheetStage(props: StageProps) {
  const { view, drawing, settings, onChange } = props;
  const { measure } = useLook();
  const scroller = useRef<HTMLDivElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const [size, setSize] = useState({ width: window.innerWidth, height: window.innerHeight });
  const [top, setTop] = useState(settings.scroll);
  const [hover, setHover] = useState<string>();
  const [focus, setFocus] = useState<string>();
  const wanted = useRef<string | undefined>(undefined);
  const card = useCard<PictureMark>();
  const { width } = size;

  const laid = useMemo<LaidOut>(() => {
    const room: Room = {
      ...{ ...modeFor(width), width, measure },
      chosen: settings.chosen,
      toggled: new Set(settings.toggled),
    };
    return drawing.layOut(view, room);
  }, [view, drawing, width, measure, settings.chosen, settings.toggled]);
  const byKey = useMemo(() => new Map(laid.marks.map((mark) => [mark.key, mark])), [laid]);
  const found = useMemo(() => matching(laid.marks, props.search), [laid, props.search]);
  const among = useMemo(() => new Set(found), [found]);
  const cursor = useMemo(() => {
    const { uri, position } = props.cursor ?? {};
    if (uri === undefined || position === undefined) return undefined;
    return markAt(
      laid.marks.map(({ key, source }) => [key, source] as const),
      uri,
      position,
    );
  }, [laid, props.cursor]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measureSize = () =>
      setSize((before) => {
        const { clientWidth, clientHeight: height } = element;
        const same = before.width === clientWidth && before.height === height;
        return same ? before : { width: clientWidth, height };
      });
    measureSize();
    const observer = new ResizeObserver(measureSize);
    observer.observe(element);
    element.scrollTo({ top: settings.scroll });
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (!wanted.current) return;
    const mark = picture.current?.querySelector(`[data-mark="${CSS.escape(wanted.current)}"]`);
    if (!(mark instanceof SVGElement)) return;
    mark.focus({ preventScroll: true });
    wanted.current = undefined;
  });

  const head = laid.head?.height ?? 0;
  const seen = Math.max(0, size.height - head);
  const show = (mark: PictureMark | undefined) => {
    const element = scroller.current;
    if (!element || !mark) return;
    if (element.scrollTop > mark.y - 8) element.scrollTop = Math.max(0, mark.y - 8);
    else if (element.scrollTop < mark.y + mark.height + 8 - seen)
      element.scrollTop = mark.y + mark.height + 8 - seen;
  };
  useEffect(() => show(byKey.get(cursor ?? "")), [cursor]);
  const sought = found[props.next % Math.max(1, found.length)];
  useEffect(() => show(byKey.get(sought ?? "")), [sought]);
  useEffect(() => props.onFound(found.length), [found]);

  const act = (mark: PictureMark, x: number, y: number) => {
    if (mark.toggles !== undefined) {
      const toggled = new Set(settings.toggled);
      if (!toggled.delete(mark.toggles)) toggled.add(mark.toggles);
      onChange({ toggled: [...toggled] });
    } else if (mark.source) props.onOpen({ source: mark.source });
    else if (mark.card) props.onOpen({ facts: mark.card });
    else card.show(mark, x, y, 0);
  };
  const markOn = (target: EventTarget | null) =>
    target instanceof Element
      ? byKey.get(target.closest("[data-mark]")?.getAttribute("data-mark") ?? "")
      : undefined;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") return card.close();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const mark = markOn(event.target);
    if (!mark || !(event.target instanceof Element)) return;
    const { left, bottom } = event.target.getBoundingClientRect();
    if (event.key === "Enter") act(mark, left, bottom);
    else if (event.key === " ") {
      if (card.shown) card.close();
      else card.show(mark, left, bottom - 8, 0);
    } else {
      const next = neighbourOf(laid.marks, mark.key, event.key);
      if (!next) return;
      wanted.current = next.key;
      setFocus(next.key);
      show(next);
    }
    event.preventDefault();
  };

  const from = Math.max(0, Math.floor(top / stretch) * stretch - stretch);
  const to = Math.min(laid.height, Math.ceil((top + seen) / stretch) * stretch + stretch);
  const isInSight = (mark: PictureMark | undefined) =>
    mark !== undefined && mark.y + mark.height > top && mark.y < top + seen;
  // What the tab key leads to: where one was, else where the cursor is, else what is in sight.
  const tab = (
    [byKey.get(focus ?? ""), byKey.get(cursor ?? "")].find(isInSight) ??
    laid.marks.find(isInSight) ??
    laid.marks[0]
  )?.key;
  const whole = Math.max(laid.width ?? 0, width);
  const drawnBlocks = useMemo(
    () =>
      laid.blocks
        .filter((block) => block.bottom >= from && block.top <= to)
        .map(({ key, draw }) => <g key={key}>{draw()}</g>),
    [laid, from, to],
  );
  return (
    <div class={`stage ${modeFor(width).mode}`}>
      {/* The marks in it have the roles and the focus; their events are heard here. */}
      <div
        ref={scroller}
        role="group"
        aria-label={drawing.label}
        class="scroller"
        onScroll={({ currentTarget: { scrollTop } }) => {
          setTop(scrollTop);
          card.close();
          onChange({ scroll: scrollTop });
        }}
        onPointerMove={(event) => {
          const mark = markOn(event.target);
          setHover(mark?.key);
          if (mark && card.shown?.thing.key === mark.key) card.hold();
          else card.show(mark, event.clientX, event.clientY);
        }}
        onPointerLeave={() => {
          setHover(undefined);
          card.leave();
        }}
        onClick={(event) => {
          const mark = markOn(event.target);
          card.close();
          if (mark) act(mark, event.clientX, event.clientY);
        }}
        onFocusIn={(event) => {
          const mark = markOn(event.target);
          if (!mark || !(event.target instanceof SVGElement)) return;
          setFocus(mark.key);
          if (!event.target.matches(":focus-visible")) return;
          const { left, bottom } = event.target.getBoundingClientRect();
          card.show(mark, left, bottom - 8);
        }}
        onFocusOut={() => card.leave()}
        onKeyDown={onKeyDown}
      >
        <div class="sheet" style={{ width: `${whole}px` }}>
          {laid.head && (
            <div class="head">
              <svg width={whole} height={head} aria-hidden="true">
                {laid.head.draw()}
              </svg>
            </div>
          )}
          <div style={{ height: `${laid.height}px` }}>
            <svg
              ref={picture}
              width={whole}
              height={Math.max(0, to - from)}
              viewBox={`0 ${from} ${whole} ${Math.max(0, to - from)}`}
              style={{ transform: `translateY(${from}px)` }}
            >
              <Hatches />
              <Grounds laid={laid} width={whole} hover={hover} cursor={cursor} />
              {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
              <g aria-hidden="true">{drawnBlocks}</g>
              {laid.marks
                .filter(({ y, height }) => y + height >= from && y <= to)
                .map((mark) => (
                  <Target
                    key={mark.key}
                    mark={mark}
                    isHovered={mark.key === hover}
                    isAtCursor={mark.key === cursor}
                    isFound={among.has(mark.key)}
                    isSought={mark.key === sought}
                    isNext={mark.key === tab}
                  />
                ))}
            </svg>
          </div>
        </div>
      </div>
      {card.shown && (
        <MarkCard
          mark={byKey.get(card.shown.thing.key) ?? card.shown.thing}
          x={card.shown.x}
          y={card.shown.y}
          ask={props.ask}
          onEnter={card.hold}
          onLeave={card.leave}
        />
      )}
    </div>
  );
}

/** The keys of the marks in whose sentence the words of a search stand. */
function matching(marks: readonly PictureMark[], search: string): readonly string[] {
  const words = search.trim().toLowerCase();
  if (words === "") return [];
  return marks.flatMap(({ key, sentence }) =>
    sentence.toLowerCase().includes(words) ? [key] : [],
  );
}

/** The ground of rows under the pointer, and of what holds the cursor in the text. */
function Grounds(props: {
  readonly laid: LaidOut;
  readonly width: number;
  readonly hover: string | undefined;
  readonly cursor: string | undefined;
}) {
  const { tokens } = useLook();
  const ground = (key: string | undefined, fill: string) => {
    const row = props.laid.marks.find((mark) => mark.key === key);
    if (!row?.isRow) return null;
    return <rect x={0} y={row.y} width={props.width} height={row.height} fill={fill} />;
  };
  const row = props.laid.marks.find((mark) => mark.key === props.cursor);
  return (
    <>
      {ground(props.hover, tokens.raised)}
      {ground(props.cursor, tokens.row)}
      {row && <rect x={0} y={row.y} width={3} height={row.height} fill={tokens.focus} />}
    </>
  );
}

/** What lies over a mark: its name, its focus and its ring. */
function Target(props: {
  readonly mark: PictureMark;
  readonly isHovered: boolean;
  readonly isAtCursor: boolean;
  readonly isFound: boolean;
  readonly isSought: boolean;
  readonly isNext: boolean;
}) {
  const { tokens } = useLook();
  const { mark } = props;
  const box = (by: number) => ({
    x: round(mark.x - by),
    y: round(mark.y - by),
    width: round(mark.width + 2 * by),
    height: round(mark.height + 2 * by),
    rx: 4,
    fill: "none",
  });
  const ring = props.isAtCursor
    ? { stroke: tokens.focus, "stroke-width": 2 }
    : props.isFound
      ? {
          stroke: tokens.ink,
          "stroke-width": props.isSought ? 2.5 : 1.5,
          "stroke-dasharray": "5 3",
        }
      : props.isHovered && !mark.isRow
        ? { stroke: tokens.ink, "stroke-width": 1 }
        : undefined;
  return (
    <g
      class="mark"
      data-mark={mark.key}
      role="button"
      tabindex={props.isNext ? 0 : -1}
      aria-label={`${mark.sentence}.`}
      {...(mark.toggles === undefined ? {} : { "aria-expanded": mark.open === true })}
    >
      <rect {...box(0)} fill="transparent" />
      {ring && <rect {...box(mark.isRow ? -1 : 1)} {...ring} />}
      <rect {...box(2)} class="focus" />
    </g>
  );
}

function MarkCard(props: {
  readonly mark: PictureMark;
  readonly x: number;
  readonly y: number;
  readonly ask: AskCard;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}) {
  const { mark, ask, ...place } = props;
  const card = useCardOf(mark.card === undefined ? mark.source : undefined, ask);
  const facts = mark.card ?? card;
  if (!facts) return null;
  return (
    <FloatingCard {...place}>
      <FactsCard facts={facts} />
    </FloatingCard>
  );
}
