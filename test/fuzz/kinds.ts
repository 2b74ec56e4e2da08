// The files beside this one → the kinds of random input there are, each with what checks one seed of it.
import { readdirSync } from "node:fs";

export interface Kind {
  readonly name: string;
  /** Throws, in words that a person can read, where something does not hold. */
  run(seed: number): Promise<void>;
}

/** All kinds in the order of their names: every file here that exports `run`. */
export async function kindsOfInput(): Promise<readonly Kind[]> {
  const names = readdirSync(import.meta.dirname)
    .flatMap((file) => /^([a-z-]+)\.ts$/.exec(file)?.[1] ?? [])
    .filter((name) => !["run", "worker", "kinds"].includes(name))
    .toSorted();
  const found: Kind[] = [];
  for (const name of names) {
    const module: unknown = await import(/* @vite-ignore */ `./${name}.ts`);
    if (isKind(module)) found.push({ name, run: (seed) => module.run(seed) });
  }
  return found;
}

function isKind(module: unknown): module is Pick<Kind, "run"> {
  return typeof module === "object" && module !== null && "run" in module;
}
