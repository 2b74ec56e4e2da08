// The top of the page: the view's name, search, the sentence, what and as of when, and the figures.
import { useRef, useState } from "preact/hooks";
import type { HeadFigure, Health, ViewData } from "../../server/views/shape.ts";
import { HealthGlyph } from "../drawings/glyphs.tsx";
import { healthNames, subtitle } from "../drawings/sentences.ts";
import { dateInWords, longDate } from "../drawings/time.ts";
import { Check } from "./choices.tsx";
import { TabBar, type Tabs } from "./tabs.tsx";

export interface BarProps {
  readonly tabs: Tabs;
  readonly width: number;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  /** Enter in the search: on to what is found next. */
  readonly onNext?: () => void;
  /** Whether the table is shown in place of the picture; without it there is neither, and nothing to find. */
  readonly table?: boolean | undefined;
  /** Nothing is written yet: there is nothing to give to others, and nothing to drag. */
  readonly bare?: boolean | undefined;
  readonly onTable?: (on: boolean) => void;
  /** The controls, as a menu behind a button. */
  readonly menu?: preact.ComponentChildren;
}

/** The tabs and the search. */
export function TopBar(props: BarProps) {
  const { tabs, width, search, onSearch, onNext, menu } = props;
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(search !== "");
  const { lock: _lock, exporting: _exporting, ...views } = tabs;
  if (props.bare) return <TabBar {...views} width={width} />;
  if (props.table === undefined) return <TabBar {...tabs} width={width} />;
  return (
    <TabBar {...tabs} width={width} searching={open}>
      <div class="find">
        <button
          ref={button}
          type="button"
          class="icon find-button"
          aria-label="Find in the strategy"
          onClick={() => {
            setOpen(true);
            requestAnimationFrame(() => input.current?.focus());
          }}
        >
          <SearchIcon />
        </button>
        <label class="search">
          <SearchIcon />
          <input
            ref={input}
            type="search"
            placeholder="Find in the strategy"
            aria-label="Find in the strategy"
            value={search}
            onInput={(event) => onSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") onNext?.();
              if (event.key !== "Escape") return;
              onSearch("");
              setOpen(false);
              // Where the field has gone, the button that brings it is there again.
              requestAnimationFrame(() => button.current?.focus());
            }}
          />
        </label>
        {menu}
        <Check label="Table" on={props.table} onChange={(on) => props.onTable?.(on)} />
      </div>
    </TabBar>
  );
}

function SearchIcon() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" class="line">
      <circle cx="7" cy="7" r="4.6" />
      <path d="M10.4 10.4L14 14" />
    </svg>
  );
}

export function Headline({ view }: { readonly view: ViewData }) {
  const brief = view.figures
    .filter(({ value }) => value && value !== "–")
    .slice(0, 2)
    .map(({ value, label }) => `${value} ${label.replace(/^of the (budget|money) is /, "")}`);
  return (
    <section class="headline">
      <div class="words">
        <h1>{view.sentence}</h1>
        <p class="subtitle">{subtitle(view, longDate(view.today))}</p>
        <p class="brief">{[...brief, dateInWords(view.today)].join(", ")}</p>
      </div>
      <dl class="numbers">
        {view.figures.map((figure) => (
          <FigureMark key={figure.label} figure={figure} />
        ))}
      </dl>
    </section>
  );
}

const healths: readonly Health[] = ["green", "amber", "red", "grey"];

function FigureMark({ figure }: { readonly figure: HeadFigure }) {
  const { counts } = figure;
  return (
    <div class={figure.wrong ? "figure wrong-figure" : "figure"}>
      <dt>{figure.label}</dt>
      <dd>
        {counts ? (
          healths.map((health) => (
            <span key={health} class="count">
              <svg
                width="16"
                height="16"
                viewBox="-8 -8 16 16"
                role="img"
                aria-label={healthNames[health]}
              >
                <HealthGlyph x={0} y={0} health={health} />
              </svg>
              {counts[health]}
            </span>
          ))
        ) : (
          <>
            {figure.wrong && (
              <svg width="16" height="16" viewBox="-8 -8 16 16" role="img" aria-label="Wrong">
                <HealthGlyph x={0} y={0} health="red" />
              </svg>
            )}
            {figure.value}
          </>
        )}
      </dd>
    </div>
  );
}
