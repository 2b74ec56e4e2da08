// A button and what it opens: Escape, a click elsewhere and a focus that goes elsewhere close it.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

let count = 0;

export function Menu(props: {
  /** What the button says. */
  readonly label: string;
  /** Before the words, in a box of 16 px. */
  readonly icon?: ComponentChildren;
  /** The words stand only where there is room for them. */
  readonly brief?: boolean;
  readonly children: ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  const [id] = useState(() => `menu-${++count}`);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const away = ({ target }: Event) => {
      if (target instanceof Node && !whole.current?.contains(target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("focusin", away);
    document.addEventListener("keydown", leave, true);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("focusin", away);
      document.removeEventListener("keydown", leave, true);
    };
  }, [open]);
  return (
    <div ref={whole} class={props.brief ? "menu brief" : "menu"}>
      <button
        ref={button}
        type="button"
        class="icon"
        aria-label={props.label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {props.icon && (
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" class="line">
            {props.icon}
          </svg>
        )}
        <span>{props.label}</span>
      </button>
      <div id={id} class="panel" hidden={!open}>
        {open && props.children}
      </div>
    </div>
  );
}
