// Texts and what is done to their picture → the texts after it, held against what no gesture may do.
import { expect } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { memo } from "../../server/cells/memo.ts";
import { isRefusal, type Refusal } from "../../server/edits/refusal.ts";
import { succeed } from "../../server/model/live.ts";
import { universe } from "../../server/model/universe.ts";
import { resolve, withFile } from "../../server/project/project.ts";
import { idIn } from "../../server/views/ids.ts";
import { groupingsOf } from "../../server/views/roadmap/groups.ts";
import { standsOf } from "../../server/views/roadmap/stands.ts";
import type { Files } from "../diagnosed.ts";
import { readMarks } from "../marks.ts";
import { read } from "../mended.ts";
import { knownIn, universeOf, workspaceOf } from "../workspace.ts";
import { after } from "./dragged.ts";
import { back, type Done, gestureOf } from "./offered.ts";

/** The texts after gestures, or the sentence that refuses them. */
export function doneTo(files: Files, ...gestures: readonly Done[]): Files | string {
  const result = resultOf(files, universeOf(files), gestures);
  expect(resultOf(files, followed(files), gestures)).toEqual(result);
  if (isRefusal(result)) return result.refused;
  expect(newFaults(files, result)).toEqual([]);
  expect(commentsOf(result)).toEqual(commentsOf(files));
  for (const one of gestures) if (one.type === "group") expectMoved(result, one);
  return result;
}

type Known = ReturnType<typeof knownIn>;

function resultOf(
  files: Files,
  { all, entity }: Known,
  gestures: readonly Done[],
): Files | Refusal {
  const model = all.modelOf(entity(gestures[0]?.of ?? ""));
  return after(
    files,
    model,
    gestures.map((one) => gestureOf(model, one, entity)),
  );
}

/** The same as an editor has it in which the titles were others before: declarations were read from those texts. */
function followed(files: Files): Known {
  const title = /^([a-z]+ [\w-]+ ")([^"\\\r\n]+")/gm;
  const before = workspaceOf(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replace(title, "$1Once $2")]),
    ),
  );
  succeed(undefined, before);
  for (const model of universe(before).models.values()) groupingsOf(model);
  let after = before;
  for (const [path, text] of Object.entries(files))
    if (path.endsWith(".strategy"))
      after = withFile(after, resolve("/workspace", path), parseFile(text));
  succeed(before, after);
  return knownIn(universe(after));
}

function newFaults(before: Files, after: Files): readonly string[] {
  const known = faultsIn(before);
  return faultsIn(after).filter((one) => !known.includes(one));
}

/** Found once for texts to which much is done. */
const faultsIn = memo((files: Files): readonly string[] =>
  read(files).diagnostics.flatMap((one) => (one.isFault ? [one.message] : [])),
);

/** The comments of all files, whatever the blanks at their ends. */
function commentsOf(files: Files): readonly string[] {
  const texts = Object.entries(files).filter(([path]) => path.endsWith(".strategy"));
  return texts
    .flatMap(([, text]) => parseFile(text).chunks.flatMap(({ comments }) => comments))
    .map(({ text }) => text.trimEnd())
    .toSorted();
}

/** The picture shows what was moved where it was let go, and no more where it was taken. */
function expectMoved(files: Files, { of, by, from, to }: Done & { readonly type: "group" }): void {
  const { all, entity } = universeOf(files);
  const work = entity(of);
  const model = all.modelOf(work);
  const groups = standsOf(model, work).map(({ key }) =>
    typeof key === "string" ? key : idIn(model, key),
  );
  expect(groups).not.toContain(from ?? "unaligned:");
  // What supports nothing stands in no other group, once it is open.
  if (by === "status" && groups.includes("unaligned:")) return;
  // What else it names it still belongs to.
  if (to !== undefined && !to.endsWith(":")) expect(groups).toContain(to);
}

/**
 * What becomes of marked-up texts by a gesture, and that the gesture back gives the old ones again
 * unless `way` says that it does not.
 */
export function check(before: string, done: Done, after: string, way?: "one way"): void {
  const files = filesIn(before);
  const found = doneTo(files, done);
  expect(found).toEqual(filesIn(after));
  if (typeof found === "string" || way === "one way") return;
  expect(doneTo(found, back(done))).toEqual(files);
}

/** That a gesture is refused, and with which words. */
export function refused(source: string, done: Done, words: string | RegExp): void {
  expect(doneTo(filesIn(source), done)).toMatch(words);
}

export function filesIn(source: string): Files {
  return Object.fromEntries(readMarks(source).files);
}
