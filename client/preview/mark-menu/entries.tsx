// What can be done with a mark → a menu at a point of the window; arrows move in it, Escape and a click elsewhere close it.
import { Fragment } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

export interface MenuEntry {
  readonly words: string;
  /** What stands at its right: a key, or how it is now. */
  readonly note?: string | undefined;
  /** One of several of which one counts: whether this is it. */
  readonly checked?: boolean | undefined;
  readonly does: () => void;
}

/** Entries under a heading, or without one. */
export interface MenuSection {
  readonly heading?: string;
  readonly entries: readonly MenuEntry[];
}

export function MarkEntries(props: {
  /** Of what it is the menu. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly sections: readonly MenuSection[];
  /** `back`: the focus is to go back to the mark. */
  readonly onClose: (back: boolean) => void;
}) {
  const { label, x, y, sections, onClose } = props;
  const menu = useRef<HTMLDivElement>(null);
  const entries = () => [...(menu.current?.querySelectorAll("button") ?? [])];
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const { innerWidth, innerHeight } = window;
    element.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
    const top = y + height <= innerHeight - 8 ? y : y - height;
    element.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
    entries()[0]?.focus();
  }, []);
  useEffect(() => {
    const away = ({ target }: Event) => {
      // What an entry opens takes the focus before this has ended.
      if (!menu.current) return;
      if (!(target instanceof Node && menu.current.contains(target))) onClose(false);
    };
    for (const name of ["pointerdown", "focusin", "wheel"])
      document.addEventListener(name, away, true);
    window.addEventListener("resize", away);
    return () => {
      for (const name of ["pointerdown", "focusin", "wheel"])
        document.removeEventListener(name, away, true);
      window.removeEventListener("resize", away);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.findIndex((one) => one.matches(":focus"));
    if (event.key === "Escape" || event.key === "Tab") onClose(true);
    else if (event.key === "ArrowDown") all[(at + 1) % all.length]?.focus();
    else if (event.key === "ArrowUp") all.at(at - 1)?.focus();
    else if (event.key === "Home") all[0]?.focus();
    else if (event.key === "End") all.at(-1)?.focus();
    else if (/^\p{L}$/u.test(event.key)) {
      const after = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      after.find(({ textContent }) => beginsWith(textContent, event.key))?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      class="mark-menu"
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {sections.map(({ heading, entries: some }, index) => (
        <Fragment key={heading ?? index}>
          {index > 0 && <hr />}
          {heading === undefined ? (
            some.map((entry) => <Entry key={entry.words} entry={entry} />)
          ) : (
            <div role="group" aria-label={heading}>
              <p aria-hidden="true">{heading}</p>
              {some.map((entry) => (
                <Entry key={entry.words} entry={entry} />
              ))}
            </div>
          )}
        </Fragment>
      ))}
    </div>
  );
}

function beginsWith(text: string, letter: string): boolean {
  return text.toLowerCase().startsWith(letter.toLowerCase());
}

function Entry({ entry: { words, note, checked, does } }: { readonly entry: MenuEntry }) {
  const role = checked === undefined ? "menuitem" : "menuitemradio";
  return (
    <button
      type="button"
      role={role}
      tabIndex={-1}
      {...(checked === undefined ? {} : { "aria-checked": checked })}
      onClick={does}
    >
      <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
        {checked !== undefined && <circle r={5.3} class="line" />}
        {checked && <circle r={2.8} class="dot" />}
      </svg>
      <span>{words}</span>
      {note !== undefined && <span class="note">{note}</span>}
    </button>
  );
}
