// What the system says of a path → whether nothing is there.

/** Codes that say that there is no such thing, or that a path can be none. */
export const absent: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "ERR_INVALID_ARG_VALUE"]);

/** The code of an error of the system. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}
