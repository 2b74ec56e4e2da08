// A file of cases → its cases: a line `=== title`, the source, a line `==>`, and what is expected.
import { readFileSync } from "node:fs";

export interface Case {
  readonly title: string;
  readonly source: string;
  readonly expected: string;
}

/** The cases in a file beside the tests. `⏎` in a source stands for CR LF, `␍` for CR, `␀` for NUL. */
export function casesIn(name: string): readonly Case[] {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [title = "", ...lines] = part.split("\n");
      const [source = "", expected = ""] = lines.join("\n").split(/^==>\n/m);
      return {
        title,
        source: source
          .replace(/\n$/, "")
          .replaceAll("⏎\n", "\r\n")
          .replaceAll("␍\n", "\r")
          .replaceAll("␀", "\0"),
        expected: expected.trimEnd(),
      };
    });
}
