// The example of an IT department → all that is loaded of it, for tests that hold it against its own figures.
import { readdirSync, readFileSync } from "node:fs";
import { universeOf } from "./workspace.ts";

const folder = "examples/it-department";

/** Its files, by their paths. */
export function departmentFiles(): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:strategy|csv|json)$/.test(name),
  );
  return Object.fromEntries(
    names.map((name) => [name.replaceAll("\\", "/"), readFileSync(`${folder}/${name}`, "utf8")]),
  );
}

export function department(): ReturnType<typeof universeOf> {
  return universeOf(departmentFiles());
}
