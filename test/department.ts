// The example of an IT department → all that is loaded of it, for tests that hold it against its own figures.
import { readdirSync, readFileSync } from "node:fs";
import { universeOf } from "./workspace.ts";

const folder = "examples/it-department";

export function department(): ReturnType<typeof universeOf> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:strategy|csv|json)$/.test(name),
  );
  return universeOf(
    Object.fromEntries(
      names.map((name) => [name.replaceAll("\\", "/"), readFileSync(`${folder}/${name}`, "utf8")]),
    ),
  );
}
