// `exclude` and `.gitignore` files → which paths of a project are left out.
import ignore, { type Ignore } from "ignore";

/** The patterns of one folder, which hold for what lies below it. */
export interface Patterns {
  /** Absolute, without a slash at its end. */
  readonly folder: string;
  readonly lines: readonly string[];
}

/**
 * A test for absolute paths: true where some pattern leaves the path out. As in git, a deeper file
 * may take back (`!`) what a higher one leaves out.
 */
export function ignored(patterns: readonly Patterns[]): (path: string) => boolean {
  const deepestLast = [...patterns].sort((a, b) => a.folder.length - b.folder.length);
  const tests: { readonly folder: string; readonly test: Ignore }[] = deepestLast.map((one) => ({
    folder: one.folder,
    test: ignore({ allowRelativePaths: true }).add([...one.lines]),
  }));
  return (path) => {
    let out = false;
    for (const { folder, test } of tests) {
      if (!path.startsWith(`${folder}/`)) continue;
      const verdict = test.test(path.slice(folder.length + 1));
      if (verdict.ignored) out = true;
      else if (verdict.unignored) out = false;
    }
    return out;
  };
}
