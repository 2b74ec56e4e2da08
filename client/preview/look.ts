// The page's look: the theme's class outside VS Code, colours mended to be seen, texts measured by the browser.
import { contrast, mix, parseColour, type Rgb, toHex } from "../drawings/contrast.ts";
import type { MeasureText } from "../drawings/text.ts";
import { type ColourToken, variableOf } from "../drawings/theme.ts";

/** A measure in the page's font, which remembers what it measured. */
export function pageMeasure(): MeasureText {
  const context = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(document.body).fontFamily;
  const known = new Map<string, number>();
  return (text, size, weight) => {
    const key = `${size} ${weight} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (!context) return text.length * size * 0.6;
    context.font = `${weight} ${size}px ${family}`;
    const { width } = context.measureText(text);
    if (known.size > 50_000) known.clear();
    known.set(key, width);
    return width;
  };
}

const signs: readonly ColourToken[] = [
  "work",
  "workEdge",
  "doneEdge",
  "green",
  "amber",
  "red",
  "grey",
  "focus",
];

/**
 * Where the editor's real background leaves a data colour under 3:1, mixes it with ink in steps of
 * a tenth until it passes; the same for quiet text under 4.5:1.
 */
export function mendColours(root: HTMLElement): void {
  for (const token of [...signs, "ink2", "onSolid"] as const) {
    root.style.removeProperty(variableOf(token));
  }
  const probe = document.createElement("span");
  root.append(probe);
  const read = (token: ColourToken): Rgb | undefined => {
    probe.style.color = `var(${variableOf(token)})`;
    return parseColour(getComputedStyle(probe).color);
  };
  const bg = read("bg");
  const ink = read("ink");
  if (bg && ink) {
    for (const token of signs) mend(root, token, read(token), ink, bg, 3);
    mend(root, "ink2", read("ink2"), ink, bg, 4.5);
    const work = read("work");
    const onSolid = read("onSolid");
    if (work && onSolid && contrast(onSolid, work) < 4.5) {
      const better = contrast([0, 0, 0], work) > contrast([255, 255, 255], work);
      root.style.setProperty(variableOf("onSolid"), better ? "#000000" : "#FFFFFF");
    }
  }
  probe.remove();
}

function mend(
  root: HTMLElement,
  token: ColourToken,
  colour: Rgb | undefined,
  ink: Rgb,
  bg: Rgb,
  least: number,
): void {
  if (!colour || contrast(colour, bg) >= least) return;
  for (let share = 0.1; share <= 1.01; share += 0.1) {
    const mended = mix(colour, ink, share);
    if (contrast(mended, bg) < least && share < 0.95) continue;
    root.style.setProperty(variableOf(token), toHex(mended));
    return;
  }
}

const themeClasses = {
  light: "vscode-light",
  dark: "vscode-dark",
  "high-contrast": "vscode-high-contrast",
  "high-contrast-light": "vscode-high-contrast-light",
} as const;

export type PageTheme = keyof typeof themeClasses;

/** Outside VS Code, which sets the class itself: as the host says, else as the system is set. */
export function followTheme(theme: PageTheme | undefined): void {
  const { classList } = document.body;
  if (document.body.dataset.vscodeThemeKind !== undefined) return;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const more = matchMedia("(prefers-contrast: more)").matches;
  const system: PageTheme = more
    ? dark
      ? "high-contrast"
      : "high-contrast-light"
    : dark
      ? "dark"
      : "light";
  // Only what differs is touched, since every touch is heard as a change of theme.
  const wanted = themeClasses[theme ?? system];
  for (const name of Object.values(themeClasses)) {
    if (classList.contains(name) !== (name === wanted)) classList.toggle(name);
  }
}

/**
 * Calls back whenever the theme may have changed: VS Code's classes and variables, or the system's
 * setting. Gives the function that ends it.
 */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ["class", "data-vscode-theme-id"],
  });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
  const system = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"].map(matchMedia);
  for (const one of system) one.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    for (const one of system) one.removeEventListener("change", changed);
  };
}
