// A strategy as text, a view and a format → what an export writes of it; and titles that break what does not expect them.
import type { Tools } from "../../client/exports/format.ts";
import { writers } from "../../client/exports/writers.ts";
import { viewNamed, views } from "../../server/views/index.ts";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { ViewData } from "../../server/views/shape.ts";
import { viewOf } from "../../server/views/view.ts";
import { exampleModel } from "../drawings/example.ts";
import { universeOf } from "../workspace.ts";

/** The bytes that a format has of some views; `told` hears what is said beside them. */
export async function exported(
  data: readonly ViewData[],
  format: string,
  told: (sentence: string) => void = () => {},
): Promise<Uint8Array> {
  const writer = writers[format];
  const [first] = data;
  if (writer === undefined || first === undefined) throw new Error(`Nothing writes '${format}'.`);
  const tools: Tools = {
    ...{ theme: "light", width: 1600, withSource: false, tell: told },
    asset: async (name) => {
      throw new Error(`Nobody has '${name}'.`);
    },
    cardOf: async () => null,
    progress: () => {},
  };
  return writer({ title: first.title, views: data }, tools);
}

export async function exportedText(...of: Parameters<typeof exported>): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await exported(...of));
}

/** A view of a strategy as text; without one of the example. */
export function dataOf(view: string, text?: string): ViewData {
  const found = viewNamed(view);
  if (found === undefined) throw new Error(`No view is called '${view}'.`);
  return viewOf(found, text === undefined ? exampleModel() : universeOf(text).model());
}

/** All views of a strategy. */
export function allData(text?: string): readonly ViewData[] {
  return views.map(({ name }) => dataOf(name, text));
}

/** What titles hold that a format could take for its own signs. */
export const nastyTitles = [
  '=HYPERLINK("https://evil.example","Free")',
  "+1+1",
  "-2+3",
  "@SUM(A1:A9)",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  "a | b | c",
  "`code` **bold** <img src=x onerror=alert(1)> [link](javascript:alert(1))",
  "He said \"yes\", and 'no'; a,b;c",
  "first\nsecond\r\nthird",
  "title: x :done, crit, t1, 2026-01-01 %% gone ; #59; end",
  "section of something",
  "click here call back()",
  "2026-01-01 is a day",
  "end",
  "מסלול חדש ‮abc‬",
  "🎉👩‍👩‍👧 naïve ﬂ°°35¶ß",
  "constructor",
  "__proto__",
  "_x0041_ and & < > ]]>",
  "$E=mc^2$ and @octocat",
  "- item",
  "1. item",
  "# heading",
  "graph TD; A-->B",
  "",
  "   ",
  "x".repeat(5_000),
] as const;

/** A roadmap with an initiative of each title, with dates and money, and a milestone of the same. */
export function roadmapWith(titles: readonly string[]): RoadmapView {
  const text = titles
    .map(
      (_, at) => `initiative i${at} "T" { supports: goal timeline: 2026 .. 2027 budget: 1M EUR
        milestone m "M" { date: 2026-06-01 } }`,
    )
    .join("\n");
  const view = dataOf(
    "roadmap",
    `objective goal "Goal" { level: business }\n${text}`,
  ) as RoadmapView;
  return {
    ...view,
    initiatives: view.initiatives.map((one, at) => ({
      ...one,
      title: titles[at] ?? "",
      milestones: one.milestones.map((milestone) => ({ ...milestone, title: titles[at] ?? "" })),
    })),
  };
}
