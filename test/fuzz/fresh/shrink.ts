// A script that fails → a smaller one that fails in the same way, and the words in which it is told.
import { allFacets } from "./facets.ts";
import { type Failure, failureOf, type Script, type Step, type Texts } from "./script.ts";

/** How often a smaller script is tried: shrinking is a courtesy, and must end. */
const mostTrials = 500;
const longest = 75_000;

/** Leaves out steps, files and lines as long as it fails in the same way (Zeller's ddmin, bounded). */
export async function smallest(script: Script, failure: Failure): Promise<Script> {
  let trials = 0;
  const end = performance.now() + longest;
  const isTired = () => trials >= mostTrials || performance.now() > end;
  let best: Script = { ...script, steps: script.steps.slice(0, failure.at + 1) };
  const fails = async (candidate: Script): Promise<boolean> => {
    if (isTired()) return false;
    trials++;
    return (await failureOf(candidate))?.sort === failure.sort;
  };
  const tryOut = async (candidate: Script) => {
    if (await fails(candidate)) best = candidate;
  };
  // A fresh start before the last one costs much and shows nothing.
  await tryOut(comparingLast(best));
  // Asked of all places, and of nothing else, it still shows where texts have moved.
  await tryOut(askingLast(best, [failure.sort]));
  const cut = async (parts: (of: Script) => readonly Part[]) => {
    for (let size = Math.ceil(parts(best).length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; at < parts(best).length; ) {
        const before = best;
        const gone = parts(best).slice(at, at + size);
        await tryOut(gone.reduce((left, without) => without(left), best));
        if (best === before) at += size;
      }
    }
  };
  for (let before: Script | undefined; before !== best && !isTired(); ) {
    before = best;
    await cut(stepsOf);
    await cut(filesOf);
    await cut(linesOf);
  }
  return best;
}

/** A script without one of its parts. */
type Part = (script: Script) => Script;

/** All steps but the last, which shows that it fails. */
function stepsOf({ steps }: Script): readonly Part[] {
  return steps.slice(0, -1).map((step) => (script) => ({
    ...script,
    steps: script.steps.filter((one) => one !== step),
  }));
}

function filesOf(script: Script): readonly Part[] {
  const paths = new Set([
    ...Object.keys(script.texts),
    ...script.steps.flatMap((step) =>
      step.is === "disk" ? Object.keys(step.texts) : step.is === "type" ? [step.path] : [],
    ),
  ]);
  return [...paths].map((path) => (from) => ({
    ...from,
    texts: omitted(from.texts, path),
    steps: from.steps.flatMap((step): readonly Step[] => {
      if (step.is === "disk") return [{ ...step, texts: omitted(step.texts, path) }];
      return "path" in step && step.path === path ? [] : [step];
    }),
  }));
}

function omitted(texts: Texts, path: string): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([one]) => one !== path));
}

/** A line is left out wherever it stands, in all the texts that a file has in turn. */
function linesOf(script: Script): readonly Part[] {
  const lines = new Set<string>();
  mapped(script, (text) => {
    for (const line of text.split("\n")) lines.add(line);
    return text;
  });
  return [...lines].map(
    (gone) => (from) =>
      mapped(from, (text) =>
        text
          .split("\n")
          .filter((line) => line !== gone)
          .join("\n"),
      ),
  );
}

function mapped(script: Script, change: (text: string) => string): Script {
  const all = (texts: Texts): Texts =>
    Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [path, text === undefined ? text : change(text)]),
    );
  return {
    ...script,
    texts: all(script.texts),
    steps: script.steps.map((step) => {
      if (step.is === "type") return { ...step, text: change(step.text) };
      return step.is === "disk" ? { ...step, texts: all(step.texts) } : step;
    }),
  };
}

/** The same, but that only its end is compared. */
function comparingLast({ steps, ...rest }: Script): Script {
  const before = steps.slice(0, -1).map((step): Step => {
    return step.is === "ask" && step.when !== "now" ? { ...step, when: "settled" } : step;
  });
  return { ...rest, steps: [...before, ...steps.slice(-1)] };
}

/** The same, but for what is asked at its end. */
function askingLast(script: Script, facets: readonly string[]): Script {
  const last = script.steps.at(-1);
  if (last?.is !== "ask" || !facets.every((one) => allFacets.includes(one))) return script;
  const step: Step = { ...last, asked: { ...last.asked, facets, everywhere: true } };
  return { ...script, steps: [...script.steps.slice(0, -1), step] };
}

/** So many lines that differ are shown. */
const mostLines = 24;
const longestLine = 1200;

/** A script and what becomes of it, as a person reads it. */
export function inWords(script: Script, failure: Failure): string {
  const lines = failure.lines.slice(0, mostLines).map((line) => line.slice(0, longestLine));
  const more = failure.lines.length - lines.length;
  return [
    `In ${script.folders.join(", ")}`,
    ...Object.entries(script.texts).map(([path, text]) => fileInWords(path, text)),
    ...script.steps.map((step, index) => `${index + 1}. ${stepInWords(step)}`),
    "Then",
    ...lines,
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join("\n");
}

function fileInWords(path: string, text: string | undefined): string {
  if (text === undefined) return `── no ${path}`;
  return `── ${path}${text.includes("\r") ? ` ${JSON.stringify(text)}` : `\n${text}\n──`}`;
}

function stepInWords(step: Step): string {
  switch (step.is) {
    case "type":
      return `type\n${fileInWords(step.path, step.text)}`;
    case "close":
      return `close ${step.path}`;
    case "disk":
      return [
        `on the disk, told of by ${step.by}`,
        ...Object.entries(step.texts).map(([path, text]) => fileInWords(path, text)),
      ].join("\n");
    case "today":
      return `it is ${step.today}`;
    case "folders":
      return `open the folders ${step.folders.join(", ")}`;
    case "ask": {
      const { facets, seed, everywhere } = step.asked;
      const where = everywhere ? "everywhere" : `places ${seed}`;
      return `${step.when}: ask for ${facets.join(", ")} (${where})`;
    }
  }
}
