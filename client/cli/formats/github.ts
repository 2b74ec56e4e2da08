// A report → workflow commands that GitHub shows as annotations in a pull request.
import type { Severity } from "../../../server/finding.ts";
import { disarmed } from "../../../server/words/disarmed.ts";
import type { Report } from "../report.ts";

const commands: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

/** One line a diagnostic; lines and columns count from 1. */
export function githubOf(report: Report): string {
  return report.diagnostics
    .map(({ file, range: { start, end }, severity, rule, message }) => {
      const columns = start.line === end.line ? `,endColumn=${end.character + 1}` : "";
      const place = `file=${property(file)},line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1}${columns}`;
      return `::${commands[severity]} ${place},title=${property(rule)}::${data(message)}\n`;
    })
    .join("");
}

/** Ends of lines as GitHub writes them; for other control characters it has no way. */
function data(text: string): string {
  return disarmed(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
