// What is round it has marks → a menu on each that is written somewhere: to go there, to write its title, status and progress.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Gesture, Marked } from "../../server/gestures/shape.ts";
import type { Card, SourcePlace, ViewData } from "../../server/views/shape.ts";
import { MarkEntries, type MenuEntry, type MenuSection } from "./mark-menu/entries.tsx";
import { MarkField } from "./mark-menu/field.tsx";
import { titlePlace } from "./mark-menu/title-place.ts";
import type { PageOf } from "./page-of.ts";
import { PointLabel } from "./point-label.tsx";
import { focusAgain, markElement } from "./refocus.ts";
import { useSettling } from "./settling.ts";
import { notNow } from "./words.ts";

export interface MarkMenuProps extends Pick<PageOf, "ask" | "editing" | "tell" | "onOpen"> {
  readonly view: ViewData;
  /** The key of the mark that is under an event. */
  readonly keyOf: (target: EventTarget | null) => string | undefined;
  /** Where a mark is written now. */
  readonly sourceOf: (key: string) => SourcePlace | undefined;
  /** More that can be done with it, where it can be changed. */
  readonly more?: (key: string) => readonly MenuEntry[];
  /** Hears that something is shown: a card would lie over it. */
  readonly onShow?: () => void;
  readonly children: ComponentChildren;
}

/** What is shown at a mark. */
interface Shown {
  readonly is: "menu" | "title" | "progress" | "refusal";
  readonly key: string;
  readonly card: Card;
  /** Where the menu is asked for, in px of the window. */
  readonly x: number;
  readonly y: number;
  readonly refused?: string;
}

const gone = "This is not in the picture any more.";

export function MarkMenu(props: MarkMenuProps) {
  const { view, ask, editing, keyOf } = props;
  const [shown, setShown] = useState<Shown>();
  const whole = useRef<HTMLDivElement>(null);
  const asked = useRef(0);
  const settle = useSettling(view);
  const latest = useRef(props);
  latest.current = props;

  const begin = async (is: Shown["is"], key: string, x: number, y: number) => {
    const source = props.sourceOf(key);
    // What is typed stays until it is written or left.
    if (source === undefined || shown?.is === "title" || shown?.is === "progress") return;
    asked.current += 1;
    const turn = asked.current;
    const card = await ask(source);
    if (turn !== asked.current || card === null) return;
    if (is !== "menu" && (editing === undefined || card.edits === undefined)) return;
    props.onShow?.();
    setShown({ is, key, card, x, y });
  };
  const close = (back: boolean) => {
    if (back && shown) focusAgain(markElement(shown.key) ?? null);
    setShown(undefined);
  };

  /** Makes a change of what stands there now, or says why not. */
  const write = async (key: string, card: Card, gestureOf: (of: Marked) => Gesture) => {
    const { editing: by, sourceOf } = latest.current;
    const source = sourceOf(key);
    if (by === undefined) return notNow;
    if (source === undefined) return gone;
    const of = { id: card.called, uri: source.uri, position: source.name.start };
    const refused = await settle(() => by.make([gestureOf(of)]));
    if (refused !== undefined) latest.current.tell(refused);
    return refused;
  };
  const choose = async (from: Shown, to: string) => {
    close(true);
    const was = from.card.edits?.status?.now;
    if (to === was) return;
    const refused = await write(from.key, from.card, (of) => ({ type: "status", of, was, to }));
    if (refused !== undefined) setShown({ ...from, is: "refusal", refused });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event.target);
    const isMenu = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
    if (key === undefined || event.defaultPrevented || !(isMenu || event.key === "F2")) return;
    event.preventDefault();
    // An editor round the page has commands on these keys.
    event.stopPropagation();
    const { left = 0, bottom = 0 } =
      event.target instanceof Element ? event.target.getBoundingClientRect() : {};
    void begin(isMenu ? "menu" : "title", key, left + 8, bottom);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the marks in it have the roles; their events are heard here
    <div
      ref={whole}
      role="presentation"
      class="with-menu"
      onContextMenu={(event) => {
        const key = keyOf(event.target);
        if (key === undefined || props.sourceOf(key) === undefined) return;
        event.preventDefault();
        void begin("menu", key, event.clientX, event.clientY);
      }}
      onKeyDown={onKeyDown}
    >
      {props.children}
      {shown?.is === "menu" && (
        <MarkEntries
          {...{ x: shown.x, y: shown.y, onClose: close }}
          label={`What to do with ${shown.card.title}`}
          sections={sectionsOf(shown, props, {
            begin: (is) => setShown({ ...shown, is }),
            choose: (to) => choose(shown, to),
            close,
          })}
        />
      )}
      {(shown?.is === "title" || shown?.is === "progress") && (
        <Typing
          key={shown.is + shown.key}
          {...{ shown, whole, write, onClose: close }}
          ask={async () => {
            const source = latest.current.sourceOf(shown.key);
            return (source && (await ask(source))) ?? undefined;
          }}
          tell={props.tell}
        />
      )}
      {shown?.is === "refusal" && <Refusal shown={shown} onEnd={() => setShown(undefined)} />}
    </div>
  );
}

interface Doing {
  readonly begin: (is: "title" | "progress") => void;
  readonly choose: (to: string) => void;
  readonly close: (back: boolean) => void;
}

function sectionsOf(
  { key, card }: Shown,
  { editing, sourceOf, onOpen, more }: MarkMenuProps,
  { begin, choose, close }: Doing,
): readonly MenuSection[] {
  const goes: MenuEntry = {
    words: "Go to the text",
    does: () => {
      const source = sourceOf(key);
      close(true);
      if (source) onOpen({ source });
    },
  };
  const { edits } = card;
  if (editing === undefined || edits === undefined) return [{ entries: [goes] }];
  const { status, progress } = edits;
  const renames = { words: "Rename…", note: "F2", does: () => begin("title") };
  const note = progress == null ? undefined : `${progress}%`;
  const progresses = { words: "Progress…", note, does: () => begin("progress") };
  const others = (more?.(key) ?? []).map((entry) => ({
    ...entry,
    does: () => {
      close(true);
      entry.does();
    },
  }));
  return [
    { entries: [goes, renames, ...(progress === undefined ? [] : [progresses]), ...others] },
    ...(status
      ? [
          {
            heading: "Status",
            entries: status.choices.map(([value, words]) => ({
              words,
              checked: value === status.now,
              does: () => choose(value),
            })),
          },
        ]
      : []),
  ];
}

/** The field in which a title or a progress is typed, as long as it is open. */
function Typing(props: {
  readonly shown: Shown;
  readonly whole: { readonly current: HTMLElement | null };
  readonly write: (
    key: string,
    card: Card,
    gestureOf: (of: Marked) => Gesture,
  ) => Promise<string | undefined>;
  /** What is known of it now. */
  readonly ask: () => Promise<Card | undefined>;
  readonly tell: PageOf["tell"];
  readonly onClose: (back: boolean) => void;
}) {
  const { shown, whole, write, tell, onClose } = props;
  const { key, is, card } = shown;
  // As it was seen last: after a refusal the reader is told, and may write it all the same.
  const seen = useRef(card);
  const isTitle = is === "title";
  const { title = "", progress } = card.edits ?? {};
  const place = () => {
    const mark = markElement(key);
    if (!mark || !whole.current) return undefined;
    return titlePlace(whole.current, mark, key, isTitle ? title : "");
  };
  return (
    <MarkField
      label={isTitle ? "Title" : "Progress"}
      of={card.title}
      start={isTitle ? title : (progress?.toString() ?? "")}
      place={place}
      {...(isTitle ? {} : { unit: "%", check: percentIn })}
      write={async (text) => {
        const { edits } = seen.current;
        const refused = await write(key, seen.current, (of) =>
          isTitle
            ? { type: "title", of, was: edits?.title ?? "", to: text.trim() }
            : { type: "progress", of, was: edits?.progress ?? undefined, to: Number(text) },
        );
        if (refused !== undefined) seen.current = (await props.ask()) ?? seen.current;
        return refused;
      }}
      onClose={onClose}
      onLost={(text) =>
        tell(
          `${isTitle ? "The title" : "The progress"} “${text}” of ${card.title} was not written.`,
        )
      }
    />
  );
}

function percentIn(text: string): string | undefined {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) <= 100
    ? undefined
    : "Write a whole number from 0 to 100.";
}

/** Why a choice of the menu was not written, at its mark, until something else is done. */
function Refusal({ shown, onEnd }: { readonly shown: Shown; readonly onEnd: () => void }) {
  useEffect(() => {
    for (const name of ["pointerdown", "keydown", "wheel"])
      document.addEventListener(name, onEnd, true);
    return () => {
      for (const name of ["pointerdown", "keydown", "wheel"])
        document.removeEventListener(name, onEnd, true);
    };
  }, []);
  return (
    <PointLabel
      at={() => markElement(shown.key)?.getBoundingClientRect()}
      text={shown.refused ?? ""}
      tone="red"
    />
  );
}
