// A mark by its key → its element, and the focus on it again, also where it has been drawn anew since then.

/** Of several of one key that of the rows: a band that sticks has marks of the same key. */
export function markElement(key: string): Element | undefined {
  const name = `[data-mark="${CSS.escape(key)}"]`;
  return document.querySelector(`.rows ${name}`) ?? document.querySelector(name) ?? undefined;
}

/** What has been drawn anew since then is found by its mark, at the latest once the picture has its room again. */
export function focusAgain(before: Element | null, waits = 3): void {
  const mark = before?.getAttribute("data-mark");
  const found = before?.isConnected || !mark ? before : markElement(mark);
  if (found instanceof HTMLElement || found instanceof SVGElement) found.focus();
  else if (waits > 0) requestAnimationFrame(() => focusAgain(before, waits - 1));
}
