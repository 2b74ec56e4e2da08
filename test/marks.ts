// Marked-up source → plain files, a cursor and the findings that the marks say to expect.
//
// A test is a document that a person can read:
//
//     initiative crm "CRM" {
//                ^^^ missing-risk: has no risk
//       owner: $0cio
//     }
//
// | in the source               | means                                                           |
// | --------------------------- | --------------------------------------------------------------- |
// | `$0`                        | the cursor; written twice, the selection between the two        |
// | `   ^^^ rule: text`         | a finding on the line above, exactly under those characters,    |
// |                             | whose message contains `text` (which may be left out)           |
// | `   ^^^ rule (info): text`  | the same, of that severity                                      |
// | `   ^^^ rule @Fix title`    | the same, which offers a fix with this title; several after `@` |
// | `   ~~~ rule: text`         | a related place of a finding of this rule                       |
// | `// ^^^ rule: text`         | marks may stand in a comment, for columns from 2 on             |
// | `//- path`                  | starts a file; before the first one it is `plan.strategy`       |
//
// Mark lines are removed before anything is parsed, so lines and columns are those of the rest; a
// column is a UTF-16 unit, whatever its width on screen. A range that runs over its line's end is
// marked up to that end. Indentation common to all lines and a blank first line are dropped, so
// that a template literal may be indented with the code around it.
//
//     const marks = readMarks(source);
//     const found = diagnostics(projectOf(marks.files));
//     expect(shownFindings(marks, found)).toBe(shownMarks(marks));

export interface Marks {
  readonly files: ReadonlyMap<string, string>;
  readonly cursor?: Cursor;
  readonly expected: readonly Mark[];
  /** The places of `~~~` lines; empty means that related places are not compared. */
  readonly related: readonly Mark[];
}

/** The place of `$0`: `offset`, `line` and `character` count from 0; `end` is the second `$0`. */
export interface Cursor {
  readonly file: string;
  readonly offset: number;
  readonly line: number;
  readonly character: number;
  readonly end?: number;
}

/** One mark: characters `start` to `end` of a line, counted from 0. */
export interface Mark {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly severity?: string;
  readonly text?: string;
  readonly fixes?: readonly string[];
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** What a test found, in the shape of `strategy check --format json`. */
export interface Finding {
  readonly file: string;
  readonly range: Range;
  readonly rule: string;
  readonly message: string;
  readonly severity?: string;
  readonly fixes?: readonly string[];
  readonly related?: readonly { file: string; range: Range; message: string }[];
}

const fileLine = /^\/\/- *(\S.*?)\s*$/;
const markLine =
  /^(?<before>\s*(?:\/\/\s*)?)(?<sign>\^+|~+)[ \t]+(?<rule>[a-z][a-z0-9.-]*)(?: \((?<severity>[a-z]+)\))?(?:: *(?<text>.*?))?(?:\s+@(?<fixes>.*?))?\s*$/;

/** Takes the marks out of a source. */
export function readMarks(source: string, firstFile = "plan.strategy"): Marks {
  const kept: { file: string; lines: string[] }[] = [];
  const expected: Mark[] = [];
  const related: Mark[] = [];
  let file = { file: firstFile, lines: [] as string[] };
  for (const line of dedented(source)) {
    const name = fileLine.exec(line)?.[1];
    const mark = markLine.exec(line)?.groups;
    if (name !== undefined) {
      if (file.lines.some((one) => one.trim() !== ""))
        kept.push({ ...file, lines: [...file.lines, ""] });
      file = { file: name, lines: [] };
    } else if (mark !== undefined) {
      if (file.lines.length === 0) throw new Error(`Nothing stands above the mark: ${line}`);
      const start = mark.before?.length ?? 0;
      const sign = mark.sign ?? "";
      (sign.startsWith("^") ? expected : related).push({
        file: file.file,
        line: file.lines.length - 1,
        start,
        end: start + sign.length,
        rule: mark.rule ?? "",
        ...(mark.severity !== undefined && { severity: mark.severity }),
        ...(mark.text && { text: mark.text }),
        ...(mark.fixes && { fixes: mark.fixes.split("@").map((fix) => fix.trim()) }),
      });
    } else file.lines.push(line);
  }
  kept.push(file);
  return { ...withoutCursor(kept, [...expected, ...related]), expected, related };
}

/** The marks as lines to compare, sorted by place. */
export function shownMarks(marks: Marks): string {
  return shown([
    ...marks.expected.map((mark) => line("^", mark)),
    ...marks.related.map((mark) => line("~", mark)),
  ]);
}

/**
 * What was found as lines to compare with `shownMarks`. Where a mark fits a finding, the mark's
 * words stand for the finding, so only what differs shows in the report of a failed test.
 */
export function shownFindings(marks: Marks, found: readonly Finding[]): string {
  const places = found.flatMap((one) => one.related?.map((place) => ({ ...one, ...place })) ?? []);
  const open = [...marks.expected];
  const openRelated = [...marks.related];
  return shown([
    ...found.map((one) => line("^", settled(marks, one, open))),
    ...(marks.related.length > 0 ? places : []).map((one) => {
      const { severity: _, fixes: __, ...place } = one;
      return line("~", settled(marks, place, openRelated));
    }),
  ]);
}

/** The mark that fits a finding, or the finding itself as a mark; a mark is used once. */
function settled(marks: Marks, found: Finding, open: Mark[]): Mark {
  const { start, end } = found.range;
  const lines = (marks.files.get(found.file) ?? "").split("\n");
  const width = (lines[start.line] ?? "").replace(/\r$/, "").length;
  const here: Mark = {
    file: found.file,
    line: start.line,
    start: start.character,
    end: end.line > start.line ? Math.max(width, start.character + 1) : end.character,
    rule: found.rule,
    ...(found.severity !== undefined && { severity: found.severity }),
    text: found.message,
    ...(found.fixes !== undefined && found.fixes.length > 0 && { fixes: found.fixes }),
  };
  const index = open.findIndex(
    (mark) =>
      mark.file === here.file &&
      mark.line === here.line &&
      mark.start === here.start &&
      mark.end === here.end &&
      mark.rule === here.rule &&
      (mark.severity ?? here.severity) === here.severity &&
      found.message.includes(mark.text ?? "") &&
      (mark.fixes ?? []).every((fix) => found.fixes?.includes(fix)),
  );
  return open.splice(index, index < 0 ? 0 : 1)[0] ?? here;
}

function line(sign: string, mark: Mark): [Mark, string] {
  const severity = mark.severity === undefined ? "" : ` (${mark.severity})`;
  const text = mark.text === undefined ? "" : `: ${mark.text}`;
  const fixes = (mark.fixes ?? []).map((fix) => ` @${fix}`).join("");
  const place = `${mark.file}:${mark.line + 1}:${mark.start + 1}-${mark.end + 1}`;
  return [mark, `${place} ${sign} ${mark.rule}${severity}${text}${fixes}`];
}

function shown(lines: readonly [Mark, string][]): string {
  const order = ([a, x]: [Mark, string], [b, y]: [Mark, string]) =>
    a.file.localeCompare(b.file) || a.line - b.line || a.start - b.start || (x < y ? -1 : 1);
  return [...lines]
    .sort(order)
    .map(([, text]) => text)
    .join("\n");
}

/** Lines without the indentation that all but the blank ones share, and without a blank first. */
function dedented(source: string): readonly string[] {
  const lines = source.split("\n");
  if (lines.length > 1 && lines[0]?.trim() === "") lines.shift();
  const indents = lines
    .filter((one) => one.trim() !== "")
    .map((one) => /^[ \t]*/.exec(one)?.[0].length ?? 0);
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  if (indent > 0 && lines.at(-1)?.trim() === "") lines[lines.length - 1] = "";
  return lines.map((one) => one.slice(Math.min(indent, one.search(/\S|$/))));
}

function withoutCursor(
  kept: readonly { file: string; lines: readonly string[] }[],
  marks: readonly Mark[],
): { files: ReadonlyMap<string, string>; cursor?: Cursor } {
  const files = new Map<string, string>();
  let cursor: Cursor | undefined;
  for (const { file, lines } of kept) {
    const [before = "", between, ...after] = lines.join("\n").split("$0");
    files.set(file, before + (between ?? "") + after.join(""));
    if (between === undefined) continue;
    if (cursor !== undefined) throw new Error("The cursor $0 stands in two files.");
    const place = before.split("\n");
    cursor = {
      file,
      offset: before.length,
      line: place.length - 1,
      character: place.at(-1)?.length ?? 0,
      ...(after.length > 0 && { end: before.length + between.length }),
    };
    const at = cursor;
    if (marks.some((mark) => mark.file === file && mark.line === at.line))
      throw new Error("A line with $0 takes no marks: its columns would be read two ways.");
  }
  return cursor === undefined ? { files } : { files, cursor };
}
