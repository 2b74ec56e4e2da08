// What is typed over a picture → written by Enter, left by Escape; nothing else takes it away or writes it.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FieldPlace } from "./title-place.ts";

export interface FieldProps {
  /** What is typed: "Title". */
  readonly label: string;
  /** Of what: a title. */
  readonly of: string;
  readonly start: string;
  /** Behind what is typed; it is a number then. */
  readonly unit?: string | undefined;
  /** Where it stands; it is asked as long as the field is open, since what lies under it moves. */
  readonly place: () => FieldPlace | undefined;
  /** Why this cannot be written. */
  readonly check?: (text: string) => string | undefined;
  /** Writes it, or says why not. */
  readonly write: (text: string) => Promise<string | undefined>;
  /** `back`: the focus is to go back to the mark. */
  readonly onClose: (back: boolean) => void;
  /** Hears of what was typed where the field is taken away before it was written. */
  readonly onLost: (text: string) => void;
}

const unwritten = "Not written yet. Enter writes it, Escape leaves it.";

export function MarkField(props: FieldProps) {
  const { label, of, start, unit, write, onClose } = props;
  const whole = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef(start);
  const isDone = useRef(false);
  const [says, setSays] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);

  const put = () => {
    const place = props.place();
    if (!whole.current || !input.current || !place) return;
    setOver(place.over !== undefined);
    putAt(whole.current, input.current, place);
  };
  // Over letters it has no border of its own, and so another height.
  useLayoutEffect(put, [isOver]);
  useLayoutEffect(() => {
    let frame = 0;
    const follow = () => {
      frame = requestAnimationFrame(follow);
      put();
    };
    follow();
    input.current?.focus();
    input.current?.select();
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(
    () => () => {
      if (!isDone.current && typed.current !== start) props.onLost(typed.current);
    },
    [],
  );

  const close = (back: boolean) => {
    isDone.current = true;
    onClose(back);
  };
  const enter = async () => {
    const text = typed.current;
    if (text === start) return close(true);
    const wrong = props.check?.(text);
    if (wrong !== undefined) return setSays(wrong);
    setBusy(true);
    setSays("");
    const refused = await write(text);
    setBusy(false);
    if (refused === undefined) return close(document.activeElement === input.current);
    setSays(refused);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || isBusy) return;
    if (event.key === "Escape") close(true);
    else if (event.key === "Enter") void enter();
  };
  return (
    <div ref={whole} class={isOver ? "mark-field over" : "mark-field"}>
      <label>
        <span class={isOver ? "unseen" : ""}>{label}</span>
        <input
          ref={input}
          {...(unit === undefined
            ? { type: "text", dir: "auto" }
            : { type: "number", min: 0, max: 100, step: 1 })}
          defaultValue={start}
          readOnly={isBusy}
          aria-label={`${label} of ${of}`}
          aria-describedby="mark-field-says"
          spellcheck={unit === undefined}
          autocomplete="off"
          onInput={({ currentTarget: { value } }) => {
            typed.current = value;
            setSays("");
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            // The focus went to another window: it comes back by itself.
            if (!document.hasFocus() || isBusy) return;
            if (typed.current === start) close(false);
            else setSays((before) => before || unwritten);
          }}
        />
        {unit !== undefined && <span>{unit}</span>}
      </label>
      <p id="mark-field-says" role="status">
        {says}
      </p>
    </div>
  );
}

/** Over the letters that it takes the place of, in their size; or below its mark. */
function putAt(whole: HTMLElement, input: HTMLElement, { left, top, over }: FieldPlace): void {
  const { innerWidth, innerHeight } = window;
  if (over) {
    input.style.fontSize = `${over.size}px`;
    input.style.fontWeight = over.weight;
    input.style.height = `${Math.max(26, over.height + 8)}px`;
    input.style.minWidth = `${Math.min(Math.max(180, over.width + 24), innerWidth - 16)}px`;
  }
  const { offsetWidth: width, offsetHeight: height } = whole;
  const [x, y] = over ? [left - 7, top - height / 2] : [left, top];
  whole.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  whole.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
}
