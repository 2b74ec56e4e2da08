// The scenes of the benchmark → each shows in the document that it names, and is gone when it is taken back.
import { expect, test } from "vitest";
import { diagnosed } from "../diagnosed.ts";
import type { Change } from "./editor.ts";
import { generate } from "./generate.ts";
import { undone } from "./keys.ts";
import {
  lineScene,
  nameScene,
  progressScene,
  referenceScene,
  renameScene,
  type Scene,
  titleScene,
} from "./scenes.ts";

const texts = generate({ files: 8, lines: 200 });
const all = [titleScene, lineScene, referenceScene, renameScene, nameScene, progressScene];

test.each(all.map((sceneOf) => sceneOf({ folder: "", texts, lines: 0 })))("$says", (scene) => {
  const { typed } = scene;
  const after = new Map(texts).set(typed.path, changed(texts.get(typed.path) ?? "", typed));
  expect([shows(scene, texts, true), shows(scene, after, true)]).toEqual([false, true]);
  const back = changed(after.get(typed.path) ?? "", undone(typed));
  expect(back).toBe(texts.get(typed.path));
  const isSeenBack = shows(scene, texts, false);
  // What moves is told of where it is: it fits the text, whether typed or taken back.
  expect(isSeenBack).toBe(true);
});

test("the name that another file uses is told there", () => {
  const scene = renameScene({ folder: "", texts, lines: 0 });
  expect(scene.shows).not.toBe(scene.typed.path);
});

/** Whether what is told of these files is what the scene waits for, in the text as it would be then. */
function shows(scene: Scene, files: ReadonlyMap<string, string>, isTyped: boolean): boolean {
  const { typed, shows: path, fits } = scene;
  const found = diagnosed(Object.fromEntries(files)).findings.filter(({ file }) => file === path);
  const before = texts.get(path) ?? "";
  const text = isTyped && path === typed.path ? changed(before, typed) : before;
  const published = found.map(({ rule, range, message }) => ({ code: rule, range, message }));
  return fits(published, text, isTyped);
}

function changed(text: string, { offset, remove, insert }: Change): string {
  return text.slice(0, offset) + insert + text.slice(offset + remove);
}
