// The page about a finding: what its host tells becomes text on screen, and what the reader does goes back.
import "./page.css";
import { render } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { articleOf } from "./article.ts";
import { Head, PlanPart, Said } from "./head.tsx";
import { anchorOf } from "./links.ts";
import type { ExplainHostMessage, ExplainMessage, PlanFound } from "./messages.ts";

type Told<Type extends ExplainHostMessage["type"]> = Extract<
  ExplainHostMessage,
  { readonly type: Type }
>;

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: ExplainMessage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
};

const editor = acquireVsCodeApi();
const send = (message: ExplainMessage) => editor.postMessage(message);

function Page() {
  const [page, setPage] = useState<Told<"page">>();
  const [plan, setPlan] = useState<PlanFound>();
  const [said, setSaid] = useState<Told<"said">>();
  useEffect(() => {
    window.addEventListener("message", ({ data }: MessageEvent<ExplainHostMessage>) => {
      if (data.type === "page") setPage(data);
      else if (data.type === "plan") setPlan(data.plan);
      else if (data.type === "said") setSaid(data);
      else goTo(data.anchor);
    });
    send({ type: "ready" });
  }, []);
  if (page === undefined) return <main />;
  const { head, words } = page;
  return (
    <main>
      <Shown page={page}>
        {(title) => (
          <>
            <Head title={head?.title ?? title} head={head} />
            {head && <PlanPart plan={plan} words={words} send={send} />}
          </>
        )}
      </Shown>
      <Said said={said} words={words} send={send} close={() => setSaid(undefined)} />
    </main>
  );
}

/** The text of the page under what is told over it; its links and buttons go to the host. */
function Shown({
  page,
  children,
}: {
  readonly page: Told<"page">;
  readonly children: (title: string) => preact.ComponentChildren;
}) {
  const { markdown, base, words, anchor } = page;
  const article = useMemo(
    () =>
      articleOf(markdown, {
        pictureAt: (path) => (/^[a-z]+:/.test(path) ? path : base + path),
        insert: words.insert,
      }),
    [page],
  );
  const text = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // It comes with the extension, and its policy runs nothing that stands in it.
    if (text.current) text.current.innerHTML = article.html;
    document.title = page.head?.title ?? article.title;
    if (anchor !== undefined) goTo(anchor);
    else restoreScroll();
  }, [article]);
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const example = target?.closest<HTMLElement>("[data-example]")?.dataset.example;
    const href = target?.closest("a")?.getAttribute("href") ?? undefined;
    if (example !== undefined)
      send({ type: "insert", example: article.examples[Number(example)] ?? "" });
    // What leads out of the pages is opened by the editor itself.
    if (href === undefined || /^[a-z]+:/.test(href)) return;
    event.preventDefault();
    if (href.startsWith("#")) goTo(href.slice(1));
    else send({ type: "link", href });
  };
  return (
    <>
      {children(article.title)}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys click the links and buttons in it. */}
      <article ref={text} onClick={onClick} />
    </>
  );
}

/** A heading, or a row of a table, gets the focus too, so that the next key goes on from there. */
function goTo(anchor: string): void {
  const place = document.getElementById(anchorOf(decodeURIComponent(anchor)));
  place?.scrollIntoView({ block: place.matches("th") ? "center" : "start" });
  place?.focus({ preventScroll: true });
}

/** A page that comes back from behind another tab, or after a reload, is where it was. */
function restoreScroll(): void {
  const state = editor.getState();
  if (typeof state === "object" && state !== null && "top" in state)
    document.documentElement.scrollTop = Number(state.top);
}

addEventListener("scroll", () => editor.setState({ top: document.documentElement.scrollTop }), {
  passive: true,
});

const root = document.getElementById("page");
if (root) render(<Page />, root);
