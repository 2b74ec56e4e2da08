// What the sources generate → the committed files, which must hold just that.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generated } from "../scripts/generate.ts";

for (const [path, text] of await generated())
  test(`${path} is fresh (else run: node scripts/generate.ts)`, () => {
    expect(existsSync(path) ? readFileSync(path, "utf8") : "").toBe(text);
  });
