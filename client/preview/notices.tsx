// What the page says beside or instead of a picture: empty, loading, out of date, failed, nothing found.
import { HealthGlyph } from "../drawings/glyphs.tsx";
import type { Command } from "./host.ts";

const commandWords: Readonly<Record<Command, string>> = {
  "new-strategy": "New strategy from a template",
  "insert-initiative": "Insert an initiative",
};

export function Empty(props: {
  readonly commands: readonly Command[];
  readonly onCommand: (command: Command) => void;
}) {
  return (
    <section class="notice">
      <h2>No initiatives yet</h2>
      <p>
        Write one in any .strategy file
        {props.commands.includes("new-strategy") ? ", or start from a template." : "."}
      </p>
      <svg width="280" height="40" viewBox="0 0 280 40" aria-hidden="true" class="ghosts">
        <rect x="1" y="2" width="150" height="14" rx="3" />
        <rect x="90" y="22" width="188" height="14" rx="3" />
      </svg>
      <p class="buttons">
        {props.commands.map((command, index) => (
          <button
            key={command}
            type="button"
            class={index === 0 ? "strong" : ""}
            onClick={() => props.onCommand(command)}
          >
            {commandWords[command]}
          </button>
        ))}
      </p>
    </section>
  );
}

export function Loading() {
  const bars = [
    [0, 140, 200],
    [0, 112, 265],
    [0, 158, 236],
  ] as const;
  return (
    <section class="loading" role="status" aria-label="The roadmap is being drawn.">
      <div class="progress" />
      <svg width="460" height="100" viewBox="0 0 460 100" aria-hidden="true">
        {bars.map(([x, width, right], index) => (
          <g key={right}>
            <rect x={x} y={20 + index * 26} width={width} height="10" rx="5" />
            <rect x={right} y={18 + index * 26} width={width} height="14" rx="3" />
          </g>
        ))}
      </svg>
    </section>
  );
}

/** An amber strip over the last good picture. */
export function Stale(props: {
  readonly sentence: string;
  readonly link?: string;
  readonly onLink: () => void;
}) {
  return (
    <div class="stale" role="status">
      <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
        <HealthGlyph x={0} y={0} health="amber" />
      </svg>
      <span>{props.sentence}</span>
      {props.link && (
        <button type="button" class="link" onClick={props.onLink}>
          {props.link}
        </button>
      )}
    </div>
  );
}

export function Failed(props: {
  readonly details: string;
  readonly onAgain: () => void;
  readonly onCopy: () => void;
}) {
  return (
    <section class="notice" role="alert">
      <h2>
        <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
          <HealthGlyph x={0} y={0} health="red" />
        </svg>{" "}
        The roadmap could not be drawn
      </h2>
      <p>The text is safe.</p>
      <p class="buttons">
        <button type="button" class="strong" onClick={props.onAgain}>
          Draw again
        </button>
        <button type="button" onClick={props.onCopy}>
          Copy the details
        </button>
      </p>
    </section>
  );
}

/** A filter with no result names the filter and offers to clear it. */
export function NothingFound(props: { readonly sentence: string; readonly onClear: () => void }) {
  return (
    <section class="notice small" role="status">
      <h2>{props.sentence}</h2>
      <p class="buttons">
        <button type="button" onClick={props.onClear}>
          Clear the filter
        </button>
      </p>
    </section>
  );
}
