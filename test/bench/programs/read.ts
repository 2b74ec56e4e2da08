// A folder → how many bytes its files have, each of them read: the floor for every check.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const [folder = "."] = process.argv.slice(2);
let bytes = 0;
for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
  if (entry.isFile()) bytes += readFileSync(join(entry.parentPath, entry.name)).length;
console.log(bytes);
