// Ctrl+Z or Cmd+Z anywhere on the page but in what is typed into → a call.
import { useEffect, useRef } from "preact/hooks";

/** Where keys write; a box to tick is none of these. */
const typed = "textarea, [contenteditable], input:not([type=checkbox])";

/** Without `undo` the key stays what it is. */
export function useUndoKey(undo: (() => void) | undefined): void {
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
      if (key.toLowerCase() !== "z" || ctrlKey === metaKey || shiftKey || altKey) return;
      if (latest.current === undefined) return;
      if (target instanceof Element && target.closest(typed)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
