// What a page is about and what of it is in the plan → the part over its text, and what was done last.
import { useLayoutEffect, useRef } from "preact/hooks";
import type {
  ExplainHostMessage,
  ExplainMessage,
  PageHead,
  PageWords,
  PlanFound,
  PlannedFinding,
  SeverityName,
} from "./messages.ts";

type Send = (message: ExplainMessage) => void;

/** The heading of a page; of one about a finding with its weight, its group and its name. */
export function Head({
  title,
  head,
}: {
  readonly title: string;
  readonly head: PageHead | undefined;
}) {
  return (
    <header>
      <h1>{title}</h1>
      {head && (
        <p class="facts">
          <span class="fact">
            <Sign severity={head.severity} />
            {head.severityWord}
          </span>
          <span class="fact">{head.group}</span>
          <code>{head.code}</code>
        </p>
      )}
    </header>
  );
}

/** The findings of this kind right now, each with the way to its place and the way to mend it. */
export function PlanPart({
  plan,
  words,
  send,
}: {
  readonly plan: PlanFound | undefined;
  readonly words: PageWords;
  readonly send: Send;
}) {
  const { heading, onFocus } = useFocusKept(plan);
  return (
    <section class="plan" aria-labelledby="in-your-plan" onFocusCapture={onFocus}>
      <h2 id="in-your-plan" ref={heading} tabIndex={-1}>
        {words.inYourPlan}
      </h2>
      <p class={plan?.isClear ? "clear" : undefined} role="status">
        {plan?.isClear && <Tick />}
        {plan?.sentence}
      </p>
      {plan && plan.findings.length > 0 && (
        <ul>
          {plan.findings.map((one) => (
            <Finding key={one.id} finding={one} words={words} send={send} />
          ))}
        </ul>
      )}
      {plan?.all !== undefined && (
        <button type="button" class="link" onClick={() => send({ type: "all" })}>
          {plan.all}
        </button>
      )}
    </section>
  );
}

/** A button that goes with what it has mended leaves the focus to the heading over it. */
function useFocusKept(plan: PlanFound | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const focused = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    const { current: last } = focused;
    const isGone = last instanceof Element && !last.isConnected;
    if (isGone && document.activeElement === document.body) heading.current?.focus();
  }, [plan]);
  const onFocus = ({ target }: FocusEvent) => {
    focused.current = target;
  };
  return { heading, onFocus };
}

function Finding({
  finding: { id, severity, severityWord, message, place, fix, hasMore },
  words,
  send,
}: {
  readonly finding: PlannedFinding;
  readonly words: PageWords;
  readonly send: Send;
}) {
  return (
    <li>
      <Sign severity={severity} word={severityWord} />
      <div>
        <p>{message}</p>
        <p class="ways">
          <button type="button" class="link" onClick={() => send({ type: "show", id })}>
            {place}
          </button>
          {fix !== undefined && (
            <button
              type="button"
              class="strong"
              onClick={() => send({ type: "mend", id, choose: false })}
            >
              {fix}
            </button>
          )}
          {hasMore && (
            <button type="button" onClick={() => send({ type: "mend", id, choose: true })}>
              {words.otherWays}
            </button>
          )}
        </p>
      </div>
    </li>
  );
}

/** What was done last stays in sight until somebody has had enough of it, with what can be done about it. */
export function Said({
  said,
  words,
  send,
  close,
}: {
  readonly said: Extract<ExplainHostMessage, { type: "said" }> | undefined;
  readonly words: PageWords;
  readonly send: Send;
  readonly close: () => void;
}) {
  return (
    <div class="said" role="status">
      {said && said.sentence !== "" && (
        <p>
          <span>{said.sentence}</span>
          <span class="acts">
            {said.acts.map(({ act, label }) => (
              <button key={act} type="button" onClick={() => send({ type: "act", act })}>
                {label}
              </button>
            ))}
            <button type="button" class="plain" aria-label={words.close} onClick={close}>
              <svg class="sign cross" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path class="mark" d={marks.error} />
              </svg>
            </button>
          </span>
        </p>
      )}
    </div>
  );
}

/** A disc with a cross, a triangle with a mark, a disc with an i, three dots: told apart without colour. */
function Sign({ severity, word }: { readonly severity: SeverityName; readonly word?: string }) {
  const said =
    word === undefined ? { "aria-hidden": true } : { role: "img" as const, "aria-label": word };
  return (
    <svg class={`sign ${severity}`} viewBox="0 0 16 16" width="16" height="16" {...said}>
      <path d={outlines[severity]} />
      <path class="mark" d={marks[severity]} />
    </svg>
  );
}

const disc = "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z";
const outlines: Readonly<Record<SeverityName, string>> = {
  error: disc,
  warning: "M8 1.6L15 14.2H1Z",
  info: disc,
  hint: "M2.5 3.5H13.5V11H9L6 14V11H2.5Z",
};
const marks: Readonly<Record<SeverityName, string>> = {
  error: "M5.5 5.5L10.5 10.5M10.5 5.5L5.5 10.5",
  warning: "M8 6V10M8 11.7V12.4",
  info: "M8 7.2V11.5M8 4.6V5.3",
  hint: "M5.5 7.3H10.5",
};

function Tick() {
  return (
    <svg class="sign tick" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={disc} />
      <path class="mark" d="M5 8.2L7.2 10.5L11 5.8" />
    </svg>
  );
}
