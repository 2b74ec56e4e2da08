// What was measured → a picture of it: a row a measurement, a mark a program, on a scale on which ten times is one step.
import { round } from "./table.ts";
import { type Measured, median } from "./turns.ts";

/** A mark: full for what is measured, hollow for its other way of working or for a floor. */
interface Mark {
  readonly family: "ours" | "theirs" | "floor";
  readonly isHollow: boolean;
  readonly says: string;
}

const marks: ReadonlyMap<string, Mark> = new Map([
  ["strategy", { family: "ours", isHollow: false, says: "strategy" }],
  ["asked", { family: "ours", isHollow: true, says: "strategy, asked by VS Code" }],
  ["langium", { family: "theirs", isHollow: false, says: "Langium" }],
  ["tuned", { family: "theirs", isHollow: true, says: "Langium, tuned" }],
  ...["echo", "reading", "node -e 0"].map((name): [string, Mark] => [
    name,
    { family: "floor", isHollow: true, says: "echo, reading, node -e 0: floors" },
  ]),
]);

const width = 860;
const left = 320;
const right = 40;
const top = 64;
const step = 34;

/** The rows for which there are goals, as an SVG that can be read on light and on dark ground. */
export function plot(measured: readonly Measured[]): string {
  const rows = measured.filter(({ by, unit, goals }) => {
    return by === undefined && unit === "ms" && goals.some(({ than }) => than !== undefined);
  });
  const dots = rows.map(({ columns }) =>
    [...columns].flatMap(([name, column]) => {
      const mark = marks.get(name);
      const value = median(column);
      return mark === undefined || value === undefined ? [] : [{ mark, value }];
    }),
  );
  // Ours is drawn last, over the others.
  for (const own of dots) own.reverse();
  const values = dots.flat().map(({ value }) => Math.log10(value));
  const low = Math.floor(values.reduce((a, b) => Math.min(a, b), 0));
  const high = Math.ceil(values.reduce((a, b) => Math.max(a, b), 1));
  const x = (value: number) =>
    left + ((Math.log10(value) - low) / (high - low)) * (width - left - right);
  const height = top + rows.length * step + 44;
  const powers = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  const grid = powers.map((value) => {
    const at = x(value).toFixed(1);
    const label = value >= 1000 ? `${value / 1000} s` : `${value} ms`;
    return `<path class="grid" d="M${at} ${top - 12}V${height - 36}"/><text class="soft" x="${at}" y="${height - 16}" text-anchor="middle">${label}</text>`;
  });
  const lines = rows.map(({ what }, index) => {
    const y = top + index * step + 8;
    const own = dots[index] ?? [];
    const at = own.map(({ value }) => x(value));
    const [from, to] = [Math.min(...at, width), Math.max(...at, left)];
    const span =
      own.length > 1 ? `<path class="span" d="M${from.toFixed(1)} ${y}H${to.toFixed(1)}"/>` : "";
    const drawn = own.map(({ mark, value }) =>
      circle(x(value), y, mark, `${mark.says}: ${round(value)} ms`),
    );
    return `<text x="${left - 16}" y="${y + 4}" text-anchor="end">${escaped(what)}</text>${span}${drawn.join("")}`;
  });
  const hint = `<text class="soft" x="24" y="${height - 16}">faster to the left</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>How long each program takes</title>
<style>${style}</style>
<rect class="ground" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8"/>
${legend()}
${grid.join("\n")}
${hint}
${lines.join("\n")}
</svg>
`;
}

const style = `
text { font: 13px system-ui, sans-serif; fill: #24292f }
.soft { fill: #59636e }
.ground { fill: #ffffff; stroke: #d1d9e0 }
.grid { stroke: #e4e8ed } .span { stroke: #afb8c1; stroke-width: 2 }
.ours { stroke: #2f64a8; fill: #2f64a8 } .theirs { stroke: #b35900; fill: #b35900 } .floor { stroke: #59636e }
circle { stroke-width: 2 } .hollow { fill: #ffffff }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .soft { fill: #9198a1 }
  .ground { fill: #161b22; stroke: #3d444d }
  .grid { stroke: #2a313a } .span { stroke: #59636e }
  .ours { stroke: #74a7e8; fill: #74a7e8 } .theirs { stroke: #e8964a; fill: #e8964a } .floor { stroke: #9198a1 }
  .hollow { fill: #161b22 }
}
`;

function legend(): string {
  const all = [...new Map([...marks.values()].map((mark) => [mark.says, mark])).values()];
  let x = 24;
  return all
    .map((mark) => {
      const drawn = `${circle(x, 28, mark, "")}<text x="${x + 12}" y="32">${escaped(mark.says)}</text>`;
      x += 40 + mark.says.length * 6.6;
      return drawn;
    })
    .join("");
}

function circle(x: number, y: number, { family, isHollow }: Mark, says: string): string {
  const title = says === "" ? "" : `<title>${escaped(says)}</title>`;
  return `<circle class="${family}${isHollow ? " hollow" : ""}" cx="${x.toFixed(1)}" cy="${y}" r="5.5">${title}</circle>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("`", "");
}
