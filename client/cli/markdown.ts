// A page in Markdown, as those of the rules are written → text for a terminal.
import type { Colours, Screen } from "./screen.ts";
import { pageWidth, wrapped } from "./screen.ts";

/** Headings are bold, examples stand apart, and paragraphs and lists are wrapped. */
export function pageText(markdown: string, { out, width = pageWidth }: Screen): string {
  // Lines that are wider than this are hard to read, however wide the terminal is.
  const room = Math.min(width, 100);
  const parts = markdown.split(/^(```[^\n]*\n[\s\S]*?^```$)/m).flatMap((part) => {
    const code = /^```[^\n]*\n([\s\S]*)^```$/m.exec(part)?.[1];
    return code === undefined ? blocks(part, out, room) : [example(code, out)];
  });
  return `${parts.join("\n\n")}\n`;
}

function example(code: string, out: Colours): string {
  const lines = code.trimEnd().split("\n");
  return lines.map((line) => (line === "" ? "" : `    ${out.cyan(line)}`)).join("\n");
}

/** What stands between blank lines outside an example. */
function blocks(text: string, out: Colours, room: number): readonly string[] {
  return text
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => {
      const heading = /^#+ +(.*)$/.exec(one)?.[1];
      if (heading !== undefined) return out.bold(inlineText(heading, out));
      const items = one.split(/\n(?=(?:[-*]|\d+\.) )/);
      return items.map((item) => paragraph(item, out, room)).join("\n");
    });
}

/** A paragraph, or an item of a list, whose further lines stand below its text. */
function paragraph(text: string, out: Colours, room: number): string {
  const [, sign, item] = /^([-*]|\d+\.) +([\s\S]*)$/.exec(text) ?? [];
  const line = inlineText((item ?? text).replace(/\s*\n\s*/g, " "), out);
  if (sign === undefined) return wrapped(line, room);
  const mark = sign === "*" ? "-" : sign;
  const indent = " ".repeat(mark.length + 3);
  return `  ${mark} ${wrapped(line, room, indent)}`;
}

/** Code, bold words and links within a line. Without colours, code stands in quotation marks. */
export function inlineText(text: string, out: Colours): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => {
      const code = /^`([^`]+)`$/.exec(part)?.[1];
      if (code !== undefined) return out.isColorSupported ? out.cyan(code) : `'${code}'`;
      return part
        .replace(/\[([^\]]*)\]\(([^)\s]*)\)/g, (_, words: string, target: string) =>
          /^https?:/.test(target) ? `${words} (${out.underline(target)})` : words,
        )
        .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => out.bold(words))
        .replace(/(?<![\w*])\*([^*\s][^*]*)\*(?!\w)/g, (_, words: string) => out.italic(words));
    })
    .join("");
}
