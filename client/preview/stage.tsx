// A sheet in the page: only what is in sight is drawn, and over it lie the marks that pointer and keys reach.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ViewData } from "../../server/views/shape.ts";
import type { LaidOut, PictureMark, Room, SheetDrawing } from "../drawings/drawing.ts";
import { modeFor } from "../drawings/frame.ts";
import { Hatches } from "../drawings/hatches.tsx";
import { useLook } from "../drawings/look.tsx";
import type { Knowledge } from "./known.ts";
import { MarkMenu } from "./mark-menu.tsx";
import { neighbourOf } from "./neighbours.ts";
import type { PageOf } from "./page-of.ts";
import { PointLabel } from "./point-label.tsx";
import { useCard } from "./resting.ts";
import type { SheetSettings } from "./sheet-settings.ts";
import { saidOfCarried, toneOfCarried } from "./stage/carried.ts";
import { CarriedSign } from "./stage/carried-sign.tsx";
import { useCarry } from "./stage/carry.ts";
import { atCursor, matching } from "./stage/found.ts";
import { type Carded, MarkCard } from "./stage/mark-card.tsx";
import { sightOf, useScroller } from "./stage/sight.ts";
import { Grounds, Target } from "./stage/targets.tsx";

export interface StageProps extends Pick<PageOf, "ask" | "editing" | "tell" | "onOpen"> {
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
  /** What was asked to be brought into sight, and not only passed by. */
  readonly sought: Knowledge["sought"];
}

export function SheetStage(props: StageProps) {
  const { view, drawing, settings, onChange, editing, tell } = props;
  const { measure } = useLook();
  const scrolling = useScroller(settings.scroll);
  const { scroller, size, setTop } = scrolling;
  const picture = useRef<SVGSVGElement>(null);
  const [hover, setHover] = useState<string>();
  const [focus, setFocus] = useState<string>();
  const wanted = useRef<string | undefined>(undefined);
  const card = useCard<Carded>();
  const { width } = size;
  const edits = editing !== undefined;

  const laid = useMemo<LaidOut>(() => {
    const room: Room = {
      ...{ ...modeFor(width), width, measure },
      chosen: settings.chosen,
      toggled: new Set(settings.toggled),
      ...(edits ? { edits } : {}),
    };
    return drawing.layOut(view, room);
  }, [view, drawing, width, measure, settings.chosen, settings.toggled, edits]);
  const byKey = useMemo(() => new Map(laid.marks.map((mark) => [mark.key, mark])), [laid]);
  const found = useMemo(() => matching(laid.marks, props.search), [laid, props.search]);
  const among = useMemo(() => new Set(found), [found]);
  const cursor = useMemo(() => atCursor(laid.marks, props.cursor), [laid, props.cursor]);
  const { head, from, to, isInSight, show } = sightOf(laid, scrolling);

  // A new picture may draw the mark with the focus elsewhere, or lay it out of what is drawn.
  const held = keyOn(document.activeElement, scroller.current);
  useLayoutEffect(() => {
    if (held === undefined || keyOn(document.activeElement, scroller.current) !== undefined) return;
    wanted.current = held;
    show(byKey.get(held));
  }, [laid]);
  useLayoutEffect(() => {
    // Whoever types into the text meanwhile keeps the focus there.
    if (!wanted.current || !document.hasFocus()) return;
    const mark = picture.current?.querySelector(`[data-mark="${CSS.escape(wanted.current)}"]`);
    if (!(mark instanceof SVGElement)) return;
    mark.focus({ preventScroll: true });
    wanted.current = undefined;
  });

  useEffect(
    () => show(byKey.get(cursor ?? "")),
    [cursor, props.sought, props.sought && size.height],
  );
  const sought = found[props.next % Math.max(1, found.length)];
  useEffect(() => show(byKey.get(sought ?? "")), [sought]);
  useEffect(() => props.onFound(found.length), [found]);

  const origin = () => {
    const { left = 0, top = 0 } = picture.current?.getBoundingClientRect() ?? {};
    return { x: left, y: top - from };
  };
  const carry = useCarry({
    ...{ view, drawing, laid, byKey, editing, tell, scroller },
    inPicture: (x, y) => ({ x: x - origin().x, y: y - origin().y }),
  });
  const { carried } = carry;
  const sign = byKey.get(carried?.mark ?? "")?.drags;

  const goTo = (key: string) => {
    card.close();
    wanted.current = key;
    setFocus(key);
    show(byKey.get(key));
  };
  const act = (mark: PictureMark, x: number, y: number) => {
    if (mark.toggles !== undefined) {
      const toggled = new Set(settings.toggled);
      if (!toggled.delete(mark.toggles)) toggled.add(mark.toggles);
      onChange({ toggled: [...toggled] });
    } else if (mark.source) props.onOpen({ source: mark.source });
    else if (mark.holds) card.show({ mark, isList: true }, x, y, 0);
    else if (mark.card) props.onOpen({ facts: mark.card });
    else card.show({ mark }, x, y, 0);
  };
  const markOn = (target: EventTarget | null) => byKey.get(keyOn(target) ?? "");

  const onKeyDown = (event: KeyboardEvent) => {
    const mark = markOn(event.target);
    if (event.key === "Escape") return card.close();
    if (mark && event.altKey && event.key.startsWith("Arrow") && carry.step(mark, event.key)) {
      card.close();
      // A browser, or an editor round the page, goes back and forth by these keys.
      event.stopPropagation();
      return event.preventDefault();
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!mark || !(event.target instanceof Element)) return;
    const { left, bottom } = event.target.getBoundingClientRect();
    if (event.key === "Enter") act(mark, left, bottom);
    else if (event.key === " ") {
      if (card.shown) card.close();
      else card.show({ mark }, left, bottom - 8, 0);
    } else {
      const next = neighbourOf(laid.marks, mark.key, event.key);
      if (!next) return;
      goTo(next.key);
    }
    event.preventDefault();
  };

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
    <MarkMenu
      {...{ view, editing, tell, ask: props.ask, onOpen: props.onOpen }}
      keyOf={(target) => markOn(target)?.key}
      sourceOf={(key) => byKey.get(key)?.source}
      onShow={card.close}
    >
      <div class={`stage ${modeFor(width).mode}`}>
        {/* The marks in it have the roles and the focus; their events are heard here. */}
        <div
          ref={scroller}
          role="group"
          aria-label={drawing.label}
          class={carried?.by === "pointer" ? "scroller carrying" : "scroller"}
          onScroll={({ currentTarget: { scrollTop } }) => {
            setTop(scrollTop);
            card.close();
            onChange({ scroll: scrollTop });
          }}
          onPointerDown={(event) => carry.onPointerDown(event, markOn(event.target))}
          onPointerMove={(event) => {
            if (carry.onPointerMove(event)) {
              setHover(undefined);
              return card.close();
            }
            const mark = markOn(event.target);
            setHover(mark?.key);
            if (mark && card.shown?.thing.mark.key === mark.key) card.hold();
            else card.show(mark && { mark }, event.clientX, event.clientY);
          }}
          onPointerUp={carry.onPointerUp}
          onPointerCancel={carry.onPointerCancel}
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
            card.show({ mark }, left, bottom - 8);
          }}
          onFocusOut={() => {
            card.leave();
            carry.release();
          }}
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
                {carried && sign && (
                  <CarriedSign carried={carried} sign={sign} drops={laid.drops ?? []} />
                )}
              </svg>
            </div>
          </div>
        </div>
        <p class="unseen" role="status">
          {carried?.by === "keys" ? saidOfCarried(carried) : ""}
        </p>
      </div>
      {carried && sign && (
        <PointLabel
          at={() => {
            const { x, y } = origin();
            const top = y + carried.y - sign.height / 2;
            const left = x + carried.x;
            return { left, right: left, top, bottom: top + sign.height };
          }}
          text={saidOfCarried(carried)}
          tone={toneOfCarried(carried)}
        />
      )}
      <MarkCard {...{ card, byKey, ask: props.ask, onChoose: goTo }} />
    </MarkMenu>
  );
}

/** The key of the mark on which something lies, in an element if one is told. */
function keyOn(target: EventTarget | null, within?: Element | null): string | undefined {
  if (!(target instanceof Element) || (within !== undefined && !within?.contains(target)))
    return undefined;
  return target.closest("[data-mark]")?.getAttribute("data-mark") ?? undefined;
}
