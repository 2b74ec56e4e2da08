// The pointer over the chart and the tray → a drag that begins, follows and ends, and what a press would grasp.
import { scrollNear } from "../edge-scroll.ts";
import { dayUnder, type Grasp, graspAt, type PointAt, pointAt } from "./aim.ts";
import type { ChartGround, Hand } from "./hand.ts";
import { heldAt, type KeysHeld } from "./in-hand.ts";

/** So far a press may move and still be a click, in px; and a finger that waits for a drag. */
const steady = 4;
const steadyFinger = 8;

/** How long a finger rests before it drags; before that it scrolls. In milliseconds. */
const fingerRest = 350;

/** Edges that nothing comes near: there it does not scroll. */
const still = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

export interface DragPointer {
  /** The pointer is pressed on the chart, or on a chip of the tray. */
  readonly onPointerDown: (event: PointerEvent) => void;
  /** The pointer moves over the chart, and nothing is pressed. */
  readonly onAim: (event: PointerEvent) => void;
  /** Something is dragged: nothing else is to answer the pointer. */
  readonly isDragging: () => boolean;
}

interface Press {
  readonly id: number;
  readonly grasp: Grasp;
  readonly from: { readonly point: PointAt; readonly day: number };
  readonly at: { readonly x: number; readonly y: number };
  readonly end: () => void;
  x: number;
  y: number;
  keys: KeysHeld;
  isOn: boolean;
}

export function createDragPointer(hand: Hand): DragPointer {
  let press: Press | undefined;

  const grasped = (ground: ChartGround, event: PointerEvent): Grasp | undefined => {
    const standing = hand.standing();
    const target = event.target instanceof Element ? event.target : null;
    const chip = target?.closest(".chip")?.getAttribute("data-mark");
    if (chip) return { on: "undated", mark: chip };
    const point = pointAt(ground, event.clientX, event.clientY);
    return standing && graspAt(ground, standing, event.target, point);
  };

  const follow = () => {
    const ground = hand.ground();
    if (press === undefined || ground === undefined) return;
    const point = pointAt(ground, press.x, press.y);
    const { grasp, from, keys } = press;
    hand.hold(heldAt(ground, grasp, hand.state().chosen, from, point, keys));
  };

  const begin = () => {
    const ground = hand.ground();
    const scroller = ground?.scroller.current;
    if (press === undefined || !ground || !scroller) return;
    press.isOn = true;
    const { grasp } = press;
    if (grasp.on === "bar" && !hand.state().chosen.has(grasp.mark)) clearChosen(hand);
    try {
      scroller.setPointerCapture(press.id);
    } catch {
      // A pointer that is gone already ends by itself.
    }
    scroller.dataset.aim = grasp.on === "bar" ? grasp.part : grasp.on;
    scroller.dataset.dragging = "";
    document.body.classList.add("dragging");
    ground.onBegin();
    follow();
    requestAnimationFrame(scrollAtEdges);
  };

  const end = (isDone: boolean) => {
    const ended = press;
    if (ended === undefined) return;
    press = undefined;
    ended.end();
    if (!ended.isOn) return;
    const scroller = hand.ground()?.scroller.current;
    delete scroller?.dataset.dragging;
    delete scroller?.dataset.aim;
    document.body.classList.remove("dragging");
    swallowClick();
    if (isDone) hand.drop();
    else hand.putDown();
  };

  /** As long as something is held near an edge, the picture goes on there. */
  const scrollAtEdges = () => {
    const ground = hand.ground();
    const scroller = ground?.scroller.current;
    if (!press?.isOn || !ground || !scroller) return;
    const { left, top, right, bottom } = scroller.getBoundingClientRect();
    const { frame, heights } = ground.picture;
    const isInside = press.x > left && press.x < right && press.y > top && press.y < bottom + 80;
    const across = frame.stacked ? {} : { left: left + frame.names, right };
    const down = press.grasp.on === "undated" ? {} : { top: top + heights.all, bottom };
    if (isInside && scrollNear(scroller, { ...still, ...across, ...down, at: press })) follow();
    requestAnimationFrame(scrollAtEdges);
  };

  const onMove = (event: PointerEvent) => {
    if (press === undefined || event.pointerId !== press.id) return;
    press.x = event.clientX;
    press.y = event.clientY;
    press.keys = { alt: event.altKey, shift: event.shiftKey };
    const far = Math.hypot(press.x - press.at.x, press.y - press.at.y);
    if (press.isOn) follow();
    else if (event.pointerType === "touch") {
      if (far > steadyFinger) end(false);
    } else if (far > steady) begin();
  };

  const onKey = (event: KeyboardEvent) => {
    if (!press?.isOn) return;
    if (event.type === "keydown" && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      return end(false);
    }
    if (event.key !== "Alt" && event.key !== "Shift") return;
    event.preventDefault();
    press.keys = { alt: event.altKey, shift: event.shiftKey };
    follow();
  };

  const onPointerDown = (event: PointerEvent) => {
    const ground = hand.ground();
    const { held } = hand.state();
    // A dependency that keys were drawing is let be.
    if (held?.by === "keys" && held.doing.does === "wait") hand.putDown();
    if (!ground?.editing || press || event.button !== 0 || !event.isPrimary) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const grasp = grasped(ground, event);
    if (grasp === undefined) return;
    const point = pointAt(ground, event.clientX, event.clientY);
    const heard = new AbortController();
    const { signal } = heard;
    const timer =
      event.pointerType === "touch" ? window.setTimeout(() => begin(), fingerRest) : undefined;
    window.addEventListener("pointermove", onMove, { signal });
    window.addEventListener("pointerup", (up) => up.pointerId === press?.id && end(true), {
      signal,
    });
    window.addEventListener("pointercancel", () => end(false), { signal });
    window.addEventListener("blur", () => end(false), { signal });
    for (const type of ["keydown", "keyup"] as const)
      window.addEventListener(type, onKey, { signal, capture: true });
    // A finger that drags does not scroll as well, and a long press opens no menu.
    const hinder = (one: Event) => {
      if (!press?.isOn) return;
      one.preventDefault();
      one.stopPropagation();
    };
    window.addEventListener("touchmove", hinder, { signal, passive: false });
    window.addEventListener("contextmenu", hinder, { signal, capture: true });
    press = {
      ...{ id: event.pointerId, grasp, from: { point, day: dayUnder(ground, point) } },
      ...{ at: { x: event.clientX, y: event.clientY }, x: event.clientX, y: event.clientY },
      ...{ keys: { alt: event.altKey, shift: event.shiftKey }, isOn: false },
      end: () => {
        clearTimeout(timer);
        heard.abort();
      },
    };
  };

  return {
    onPointerDown,
    onAim: (event) => {
      const ground = hand.ground();
      const scroller = ground?.scroller.current;
      if (!scroller || press?.isOn) return;
      const grasp = ground.editing && event.buttons === 0 ? grasped(ground, event) : undefined;
      if (grasp) scroller.dataset.aim = grasp.on === "bar" ? grasp.part : grasp.on;
      else delete scroller.dataset.aim;
    },
    isDragging: () => press?.isOn === true,
  };
}

function clearChosen(hand: Hand): void {
  if (hand.state().chosen.size > 0) hand.choose(new Set());
}

/** The click that follows the end of a drag means nothing. */
function swallowClick(): void {
  const heard = new AbortController();
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, signal: heard.signal });
  setTimeout(() => heard.abort(), 0);
}
