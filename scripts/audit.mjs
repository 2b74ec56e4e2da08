// What the registry knows of weaknesses in the packages we depend on → a word for each, and an exit code.
import { spawnSync } from "node:child_process";

const { stdout } = spawnSync("npm", ["audit", "--json"], {
  encoding: "utf8",
  shell: process.platform === "win32",
  maxBuffer: 2 ** 26,
});
const answer = read(stdout);
if (answer?.vulnerabilities === undefined) {
  console.log("The registry does not say what it knows of weaknesses: nothing was looked at.");
  console.log(answer?.message ?? answer?.error?.summary ?? "");
} else {
  const found = Object.values(answer.vulnerabilities);
  for (const { name, severity, range, via } of found) {
    const titles = via.map((one) => (typeof one === "string" ? `through ${one}` : one.title));
    console.log(`${severity}: ${name} ${range}: ${titles.join("; ")}`);
  }
  console.log(`${found.length} packages with known weaknesses.`);
  process.exitCode = found.length > 0 ? 1 : 0;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
