// A text and its findings, before and after → whether something in it was mended, or told how it stands by now; and which line is missed when it is gone.

/** What is wrong with a text, a line each, and how much of it makes the text unreadable. */
export interface FoundInText {
  readonly findings: readonly string[];
  readonly errors: number;
}

/** Whether a finding is gone, and nothing has come in its place. */
export function wasMended(before: FoundInText, after: FoundInText): boolean {
  const isFewer = after.findings.length < before.findings.length && after.errors <= before.errors;
  return isFewer && before.findings.some((one) => !after.findings.includes(one));
}

/** How things stand: what is looked after once a plan is written. */
const standing = /^[^\S\n]*(?:status|progress|health|actual)[^\S\n]*:[^\S\n]*\S.*$/gm;

/** Whether a text says of what stood in it before how it stands by now: nothing was begun or taken out. */
export function wasKeptTrue(before: string, after: string): boolean {
  const count = (text: string) => text.split("{").length;
  if (count(before) !== count(after)) return false;
  const said = new Set(before.match(standing));
  return (after.match(standing) ?? []).some((line) => !said.has(line));
}

/** The line, from 0, of the first timeline that stands right in an initiative: one that nothing else in the text names, where there is one. */
export function lineToMiss(text: string): number | undefined {
  let around: string | undefined;
  const found: { readonly line: number; readonly name: string }[] = [];
  for (const [line, written] of text.split("\n").entries()) {
    if (/\{\s*$/.test(written)) around = /^\s*initiative\s+([\w-]+)/.exec(written)?.[1];
    if (around !== undefined && /^\s*timeline:/.test(written)) found.push({ line, name: around });
  }
  const alone = found.find(
    ({ name }) => text.split(new RegExp(`(?<![\\w-])${name}(?![\\w-])`)).length === 2,
  );
  return (alone ?? found[0])?.line;
}
