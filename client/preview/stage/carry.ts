// What pointer and keys do to a mark that can be dragged → where it is carried, and the edit when it is dropped.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ViewData } from "../../../server/views/shape.ts";
import type { DraggedSign, LaidOut, PictureMark, SheetDrawing } from "../../drawings/drawing.ts";
import { useEdgeScroll } from "../edge-scroll.ts";
import type { PageOf } from "../page-of.ts";
import { useSettling } from "../settling.ts";
import { type Carried, carriedOn, middleOfPlace, placeAt, placeNext } from "./carried.ts";

interface Stage extends Pick<PageOf, "editing" | "tell"> {
  readonly view: ViewData;
  readonly drawing: SheetDrawing;
  readonly laid: LaidOut;
  readonly byKey: ReadonlyMap<string, PictureMark>;
  readonly scroller: RefObject<HTMLElement | null>;
  /** From a point of the window to one of the picture. */
  readonly inPicture: (x: number, y: number) => { readonly x: number; readonly y: number };
}

/** A button that is held down on a mark, and where that was. */
interface Pressed {
  readonly mark: string;
  readonly x: number;
  readonly y: number;
  /** From there to the middle of its sign, where it was the sign that was pressed. */
  readonly dx: number;
  readonly dy: number;
}

export interface Carrying {
  readonly carried: Carried | undefined;
  readonly onPointerDown: (event: PointerEvent, mark: PictureMark | undefined) => void;
  /** Says whether something is carried: then it means nothing else. */
  readonly onPointerMove: (event: PointerEvent) => boolean;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  /** An arrow key with Alt on a mark; says whether it means something. */
  readonly step: (mark: PictureMark, key: string) => boolean;
  /** What keys have moved is dropped, without waiting for more of them. */
  readonly release: () => void;
}

/** In px: a hand that clicks moves less. */
const slack = 4;

/** Steps of keys that follow each other within so many milliseconds are one edit. */
const rest = 700;

/** From where a sign is held to its middle; what is held beside it comes to the pointer. */
function grip(sign: DraggedSign, { x, y }: { readonly x: number; readonly y: number }) {
  const [dx, dy] = [sign.x - x, sign.y - y];
  const isOn = Math.abs(dx) <= sign.width / 2 && Math.abs(dy) <= sign.height / 2;
  return isOn ? { dx, dy } : { dx: 0, dy: 0 };
}

export function useCarry(stage: Stage): Carrying {
  const { editing, laid } = stage;
  const [carried, setCarried] = useState<Carried>();
  const now = useRef<Carried | undefined>(undefined);
  const pressed = useRef<Pressed | undefined>(undefined);
  const pointer = useRef({ x: 0, y: 0 });
  const timer = useRef(0);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(stage);
  latest.current = stage;
  const settle = useSettling(stage.view);
  const drops = () => latest.current.laid.drops ?? [];

  const put = (next: Carried | undefined) => {
    clearTimeout(timer.current);
    now.current = next;
    setCarried(next);
    if (next?.by === "keys" && next.state === "held") timer.current = window.setTimeout(drop, rest);
  };
  const dropped = (mark: string, place: string) => {
    const { drawing, view } = latest.current;
    return drawing.dropped?.(view, mark, place);
  };

  /** One after the other: each is made of the picture that has come of the one before. */
  const write = (mark: string, place: string) => {
    const made = last.current.then(() => {
      const gesture = dropped(mark, place)?.gesture;
      const { editing: by } = latest.current;
      return gesture && by ? settle(() => by.make([gesture])) : undefined;
    });
    last.current = made;
    return made;
  };

  const drop = async () => {
    const held = now.current;
    if (held?.state !== "held") return;
    if (held.place === undefined || held.drop?.gesture === undefined) return put(undefined);
    const sent: Carried = { ...held, state: "sent" };
    put(sent);
    const refused = await write(held.mark, held.place.key);
    if (refused !== undefined) latest.current.tell(refused);
    // Keys may have carried it on meanwhile.
    if (now.current !== sent) return;
    const home = latest.current.byKey.get(sent.mark)?.drags;
    if (refused === undefined || home === undefined) put(undefined);
    else put({ ...sent, x: home.x, y: home.y, place: undefined, state: { refused } });
  };

  const carryTo = ({ mark, dx, dy }: Pressed) => {
    const { x, y } = latest.current.inPicture(pointer.current.x, pointer.current.y);
    const place = placeAt(drops(), x, y);
    const drop = place && dropped(mark, place.key);
    put({ mark, by: "pointer", x: x + dx, y: y + dy, place: drop && place, drop, state: "held" });
  };

  useLayoutEffect(() => {
    const held = now.current;
    if (held?.state === "held") put(carriedOn(held, stage.byKey, drops(), dropped));
  }, [laid]);
  useLayoutEffect(() => {
    pressed.current = undefined;
    if (editing === undefined && now.current?.state === "held") put(undefined);
  }, [editing === undefined]);
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    const isRefused = () => typeof now.current?.state === "object";
    const onKeyDown = (event: KeyboardEvent) => {
      if (isRefused()) put(undefined);
      if (event.key !== "Escape" || now.current?.state !== "held") return;
      event.stopPropagation();
      pressed.current = undefined;
      put(undefined);
    };
    const onPointerDown = () => {
      if (isRefused()) put(undefined);
    };
    document.addEventListener("keydown", onKeyDown, true);
    document.addEventListener("pointerdown", onPointerDown, true);
    return () => {
      document.removeEventListener("keydown", onKeyDown, true);
      document.removeEventListener("pointerdown", onPointerDown, true);
    };
  }, []);

  useEdgeScroll(
    stage.scroller,
    pointer,
    carried?.state === "held" && carried.by === "pointer",
    () => {
      if (pressed.current) carryTo(pressed.current);
    },
  );

  return {
    carried,
    onPointerDown: (event, mark) => {
      const { button, pointerType, clientX: x, clientY: y } = event;
      pressed.current =
        button === 0 && pointerType !== "touch" && editing && mark?.drags
          ? { mark: mark.key, x, y, ...grip(mark.drags, stage.inPicture(x, y)) }
          : undefined;
    },
    onPointerMove: (event) => {
      const from = pressed.current;
      if (from === undefined) return false;
      const { clientX, clientY, currentTarget, pointerId } = event;
      const isBegun = now.current?.by === "pointer" && now.current.state === "held";
      if (!isBegun && Math.hypot(clientX - from.x, clientY - from.y) < slack) return false;
      if (!isBegun && currentTarget instanceof Element) currentTarget.setPointerCapture(pointerId);
      pointer.current = { x: clientX, y: clientY };
      carryTo(from);
      return true;
    },
    onPointerUp: () => {
      const isCarried = pressed.current !== undefined && now.current?.state === "held";
      pressed.current = undefined;
      if (isCarried) void drop();
    },
    onPointerCancel: () => {
      pressed.current = undefined;
      if (now.current?.state === "held") put(undefined);
    },
    step: ({ key: mark, drags }, key) => {
      if (editing === undefined || drags === undefined || drops().length === 0) return false;
      const before = now.current?.mark === mark ? now.current.place : undefined;
      const place = placeNext(drops(), before?.key ?? drags.from, key);
      if (place === undefined) return true;
      const at = { ...middleOfPlace(place), place, drop: dropped(mark, place.key) };
      put({ mark, by: "keys", ...at, state: "held" });
      return true;
    },
    release: () => {
      if (now.current?.by === "keys") void drop();
    },
  };
}
