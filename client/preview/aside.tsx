// What was clicked where no editor can show it: its card and how it is written, at the right edge of the page.
import { useLayoutEffect, useRef } from "preact/hooks";
import type { CardFacts, SourcePlace } from "../../server/views/shape.ts";
import { CloseButton } from "./close-button.tsx";
import { FactsCard, useCardOf } from "./facts.tsx";
import type { AskCard } from "./host.ts";
import { focusAgain } from "./refocus.ts";

/** What is shown beside the picture: something that is written, or facts that follow from more than one thing. */
export type Beside = { readonly source: SourcePlace } | { readonly facts: CardFacts };

/** In px, as the style sheet has it. */
export const asideWidth = 400;

/** Below this width of the window, in px, it lies over the picture. */
export const leastForAside = 900;

export function Aside(props: {
  readonly opened: Beside;
  readonly ask: AskCard;
  readonly onClose: () => void;
}) {
  const { opened, onClose } = props;
  const card = useCardOf("source" in opened ? opened.source : undefined, props.ask);
  const facts = "facts" in opened ? opened.facts : card;
  const close = useRef<HTMLButtonElement>(null);
  const whole = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (whole.current?.contains(activeElement)) return;
    before.current = activeElement;
    close.current?.focus();
  }, [opened]);
  useLayoutEffect(() => () => focusAgain(before.current), []);
  return (
    <aside
      ref={whole}
      class="aside"
      aria-label={facts ? facts.title : "Details"}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <CloseButton button={close} onClose={onClose} />
      {facts === null && <p>Nothing is written there any more.</p>}
      {facts && <FactsCard facts={facts} />}
      {card && (
        <section class="written">
          <h3>{`${card.file}, line ${card.line}`}</h3>
          {card.text && (
            // A long text scrolls, and keys must reach it.
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
            <pre tabIndex={0} dir="auto">
              {card.text}
            </pre>
          )}
        </section>
      )}
    </aside>
  );
}
