// A size → the files of a strategy, the same on every run: what benchmarks and tests of growth read.

/** How many files, and about how many lines in each. */
export interface Size {
  readonly files: number;
  readonly lines: number;
}

export const sizes = {
  S: { files: 1, lines: 200 },
  M: { files: 100, lines: 200 },
  L: { files: 1000, lines: 200 },
  XL: { files: 1, lines: 50_000 },
} as const satisfies Readonly<Record<string, Size>>;

/** About the lines that a part of a file has: an objective, its KPI, three initiatives and a risk. */
const partLines = 66;

/** The files by path. Every seventh initiative supports nothing, so that a check has something to say. */
export function generate({ files, lines }: Size): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const parts = Math.max(1, Math.round(lines / partLines));
  const last = files * parts - 1;
  for (let file = 0; file < files; file += 1) {
    const text = Array.from({ length: parts }, (_, part) => partOf(file * parts + part, last));
    found.set(pathOf(file), (file === 0 ? head : "") + text.join("\n"));
  }
  return found;
}

function pathOf(file: number): string {
  const area = String(Math.floor(file / 50)).padStart(3, "0");
  return `area-${area}/plan-${String(file).padStart(4, "0")}.strategy`;
}

const head = `strategy generated "A generated strategy" {
  vision: "Every size looks the same"
  horizon: 2026-Q1 .. 2028-Q4
  currency: EUR
  budget: 900M
  owner: cio
  cadence: quarterly
}

`;

function partOf(index: number, last: number): string {
  const area = `area-${index % 40}`;
  const above = index > 0 && index % 8 !== 0 ? `\n  supports: goal-${index - (index % 8)}` : "";
  const works = [0, 1, 2].map((which) => work(index * 3 + which, index, last)).join("\n");
  return `objective goal-${index} "Serve customers of ${area} faster" {
  level: ${index % 8 === 0 ? "business" : "it"}${above}
  owner: head-${index % 50}
  sponsor: ceo
  due: 2028-12

  // Measured where the customer feels it.
  kpi share-${index} "Requests of ${area} served in one click" {
    unit: %
    frequency: monthly
    baseline: ${20 + (index % 9)} on 2026-01
    target: ${60 + (index % 7)} by 2027-12
    actual: ${30 + (index % 20)} on 2026-10
  }
}

${works}`;
}

function work(number: number, goal: number, last: number): string {
  const month = String((number % 9) + 1).padStart(2, "0");
  const supports =
    number % 7 === 6 ? "" : `\n  supports: goal-${goal}, goal-${(goal * 17) % (last + 1)}`;
  const waits = number % 3 === 0 && number > 0 ? `\n  depends-on: work-${number - 3}` : "";
  return `initiative work-${number} "Renew system ${number}" {${supports}
  owner: head-${number % 50}
  teams: team-${number % 120} 2 FTE
  timeline: 20${26 + (number % 2)}-${month} .. 2028-0${(number % 5) + 1}${waits}
  budget: ${200 + (number % 90)}k
  status: ${["active", "planned", "proposed"][number % 3]}
  progress: ${number % 60}%
  technologies: system-${number % 80}

  milestone pilot "Pilot live" { date: 2027-11-01 }

  risk delay-${number} "Late deliveries" { probability: medium, impact: high, owner: head-1, response: mitigate
    mitigation: "Order early"
  }
}
`;
}
