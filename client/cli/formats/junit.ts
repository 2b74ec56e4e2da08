// A report → JUnit XML: a suite for each file, a failed case for each diagnostic.
import builder from "junit-report-builder";
import { disarmed } from "../../../server/words/disarmed.ts";
import type { Report } from "../report.ts";

/**
 * Errors and warnings fail; infos and hints are cases that pass, with their text as output. XML has
 * no way to write most control characters.
 */
export function junitOf(report: Report): string {
  const report_ = builder.newBuilder();
  const byFile = Map.groupBy(report.diagnostics, (one) => disarmed(one.file));
  for (const [file, diagnostics] of byFile) {
    const suite = report_.testSuite().name(file);
    for (const one of diagnostics) {
      const place = `${file}:${one.range.start.line + 1}:${one.range.start.character + 1}`;
      const test = suite.testCase().className(one.rule).name(place).file(file);
      const text = `${place} ${disarmed(one.message)}`;
      if (one.severity === "error" || one.severity === "warning") test.failure(text, one.severity);
      else test.standardOutput(text);
    }
  }
  if (byFile.size === 0) {
    report_
      .testSuite()
      .name("strategy check")
      .testCase()
      .className("strategy")
      .name(`${report.files} files`);
  }
  return `${report_.build()}\n`;
}
