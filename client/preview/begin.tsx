// What the page shows where nothing is written at all yet: what comes of it, and how to begin.
import { useState } from "preact/hooks";
import type { HostMessage, PageMessage } from "../../server/protocol.ts";

/** What a new strategy can begin with, as the host offers it. */
type Offered = NonNullable<Extract<HostMessage, { type: "setting" }>["templates"]>;

export interface BeginProps {
  /** Where the host writes one that is chosen here. */
  readonly templates: Offered | undefined;
  /** The host asks which by itself, and writes it. */
  readonly asks: boolean;
  /** The page is a file that was given away: nothing can begin in it. */
  readonly isGivenAway: boolean;
  readonly send: (message: PageMessage) => void;
}

export function Begin(props: BeginProps) {
  const { templates, asks, isGivenAway, send } = props;
  return (
    <section class="begin">
      <GhostRoadmap />
      <h1>{isGivenAway ? "No strategy was written yet" : "Begin your strategy"}</h1>
      <p>
        What you want to reach, what you do for it, what it costs and what may go wrong: write it
        down, and it is drawn here.
      </p>
      {isGivenAway ? null : templates ? (
        <Templates {...{ templates, send }} />
      ) : asks ? (
        <p class="buttons">
          <button type="button" class="strong" onClick={() => send({ type: "begin" })}>
            New strategy…
          </button>
          <button type="button" onClick={() => send({ type: "insert", kind: "objective" })}>
            Add an objective
          </button>
        </p>
      ) : (
        <Command />
      )}
    </section>
  );
}

/** The first is the one that most want; each says what is in it. */
function Templates({ templates, send }: { templates: Offered; send: BeginProps["send"] }) {
  return (
    <>
      <p id="begin-with">Begin with one that is complete, and make it yours:</p>
      <ul class="templates" aria-labelledby="begin-with">
        {templates.map(({ name, title, says }) => (
          <li key={name}>
            <button type="button" onClick={() => send({ type: "begin", template: name })}>
              <strong>{title}</strong>
              <span>{says}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const command = "strategy init";

/** Where the page writes nothing, somebody with a terminal does. */
function Command() {
  const [told, setTold] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(command);
      setTold("Copied.");
    } catch {
      setTold("Select it, and copy it by hand.");
    }
  };
  return (
    <>
      <p>
        Run this in the folder of the plan. It asks what to begin with, and what it writes is drawn
        here:
      </p>
      <p class="command">
        <code>{command}</code>
        <button type="button" onClick={copy}>
          Copy
        </button>
        <span role="status">{told}</span>
      </p>
    </>
  );
}

/** What it will look like: quarters, work on them, a milestone, today. */
function GhostRoadmap() {
  const quarters = [0, 80, 160, 240, 320, 400, 480];
  const rows = [
    { name: 92, from: 18, to: 200, done: 70 },
    { name: 64, from: 96, to: 286, done: 0 },
    { name: 108, from: 18, to: 330, done: 56 },
    { name: 76, from: 286, to: 452, done: 0 },
  ];
  return (
    <svg class="ghost-roadmap" viewBox="0 0 640 168" aria-hidden="true">
      {quarters.map((x) => (
        <path key={x} class="ghost-line" d={`M${x + 150.5} 18V160`} />
      ))}
      <path class="ghost-line" d="M0 26.5H632" />
      {rows.map(({ name, from, to, done }, index) => {
        const top = 42 + index * 31;
        return (
          <g key={name}>
            <rect class="ghost-name" x="0" y={top + 4} width={name} height="8" rx="4" />
            <rect class="ghost-bar" x={from + 150} y={top} width={to - from} height="16" rx="3" />
            {done > 0 && (
              <rect class="ghost-done" x={from + 150} y={top} width={done} height="16" rx="3" />
            )}
          </g>
        );
      })}
      <path class="ghost-mark" d="M480 104l6 8l-6 8l-6 -8z" />
      <path class="ghost-today" d="M231 14V160" />
      <circle class="ghost-today" cx="231" cy="14" r="3" />
    </svg>
  );
}
