// What the page says beside or instead of a picture: empty, loading, out of date, failed, nothing found.
import type { ViewData } from "../../server/views/shape.ts";
import type { Emptiness } from "../drawings/drawing.ts";
import { HealthGlyph } from "../drawings/glyphs.tsx";
import { Begin } from "./begin.tsx";
import type { Host } from "./host.ts";
import type { Knowledge } from "./known.ts";

export function Empty(props: {
  readonly view: ViewData;
  readonly says: Emptiness;
  readonly known: Knowledge;
  readonly host: Host;
}) {
  const { known, host } = props;
  const { title, sentence, kind, button } = props.says;
  const { send } = host;
  const { templates, inserts } = known;
  if (props.view.isBare)
    return <Begin {...{ templates, send }} asks={inserts} isGivenAway={host.only !== undefined} />;
  return (
    <section class="notice">
      <h1>{title}</h1>
      <p>{sentence}</p>
      <svg width="280" height="40" viewBox="0 0 280 40" aria-hidden="true" class="ghosts">
        <rect x="1" y="2" width="150" height="14" rx="3" />
        <rect x="90" y="22" width="188" height="14" rx="3" />
      </svg>
      {inserts && (
        <p class="buttons">
          <button type="button" class="strong" onClick={() => send({ type: "insert", kind })}>
            {button}
          </button>
          <button type="button" onClick={() => send({ type: "begin" })}>
            New strategy…
          </button>
        </p>
      )}
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
    <section class="loading" role="status" aria-label="The picture is being drawn.">
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
  /** What the view is called: "Roadmap". */
  readonly label: string;
  readonly details: string;
  readonly onAgain: () => void;
  readonly onCopy: () => void;
}) {
  return (
    <section class="notice" role="alert">
      <h1>
        <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
          <HealthGlyph x={0} y={0} health="red" />
        </svg>{" "}
        {`${props.label} could not be drawn`}
      </h1>
      <p>The text is safe, and the other views still work.</p>
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
