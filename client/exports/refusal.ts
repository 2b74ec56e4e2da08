// What keeps an export from being written, as a sentence for those who asked for it: why, and what to do.
export class ExportRefusal extends Error {}
