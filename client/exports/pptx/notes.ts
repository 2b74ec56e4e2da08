// What a slide says → its page of notes, for who speaks and for who does not see the picture.
import { placeholder, treeStart } from "./master.ts";
import { Namer } from "./names.ts";
import { element, escapedXml, namespaces, xmlFile } from "./xml.ts";

/** More characters nobody reads before a meeting. */
const most = 6000;

/** The sentence, then what the marks of the page say in reading order, as far as notes are read. */
export function notesText(sentence: string, said: readonly string[]): readonly string[] {
  const lines = [ended(sentence)];
  let length = sentence.length;
  for (const [index, one] of said.entries()) {
    length += one.length;
    if (length > most) return [...lines, `And ${said.length - index} more.`];
    lines.push(ended(one));
  }
  return lines;
}

function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The page of notes, whose relations are the master of notes and then its slide. */
export function notesXml(lines: readonly string[]): string {
  const names = new Namer();
  const body =
    element("a:bodyPr") + element("a:lstStyle") + lines.map((line) => paragraph(line)).join("");
  const shapes =
    placeholder(names.naming("Slide"), { type: "sldImg" }, element("p:spPr"), "") +
    placeholder(
      names.naming("Notes"),
      { type: "body", idx: "1" },
      element("p:spPr"),
      element("p:txBody", {}, body),
    );
  return xmlFile(
    element(
      "p:notes",
      namespaces,
      element("p:cSld", {}, element("p:spTree", {}, treeStart, shapes)),
      element("p:clrMapOvr", {}, element("a:masterClrMapping")),
    ),
  );
}

function paragraph(line: string): string {
  const run = element("a:rPr", { lang: "en-US", noProof: 1 });
  const text = element("a:t", {}, escapedXml(line));
  return element("a:p", {}, element("a:r", {}, run, text));
}
