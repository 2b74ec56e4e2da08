// What keeps an export from being written, as a sentence for those who asked for it: why, and what to do.
const called = "ExportRefusal";

export class ExportRefusal extends Error {
  override readonly name = called;
}

/** Whether an error is one, also where writers are a program of their own with a class of their own. */
export function isExportRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === called;
}
