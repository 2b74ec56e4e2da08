// The formats of an export, one row each: light enough for a command line that only lists them.
import type { ExportFormat } from "./format.ts";

export const formats: readonly ExportFormat[] = [
  {
    name: "html",
    extension: "html",
    words: "a page that needs no network",
    board: true,
    text: true,
  },
  { name: "pdf", extension: "pdf", words: "pages to print", board: true },
  { name: "png", extension: "png", words: "a picture for slides and mails" },
  { name: "svg", extension: "svg", words: "a picture", text: true },
  { name: "pptx", extension: "pptx", words: "slides, with shapes and charts to edit", board: true },
  {
    name: "xlsx",
    extension: "xlsx",
    words: "a workbook: dates are dates, money is numbers",
    board: true,
  },
  { name: "csv", extension: "csv", words: "a table for any spreadsheet", text: true },
  {
    name: "md",
    extension: "md",
    words: "Markdown, for a wiki or a pull request",
    board: true,
    text: true,
  },
  { name: "json", extension: "json", words: "the same facts for programs", text: true },
  {
    name: "mermaid",
    extension: "mmd",
    words: "a Mermaid diagram, for Markdown",
    only: ["roadmap", "alignment"],
    text: true,
  },
  {
    name: "ics",
    extension: "ics",
    words: "a calendar of milestones, reviews, targets and ends",
    only: ["roadmap"],
    text: true,
  },
];

/** The formats in which a view can be written, or all views as one. */
export function formatsOf(view: string | "board"): readonly ExportFormat[] {
  return formats.filter(({ only, board }) =>
    view === "board" ? board === true : only === undefined || only.includes(view),
  );
}
