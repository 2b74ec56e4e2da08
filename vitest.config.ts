import { defineConfig, type TestUserConfig } from "vitest/config";

/** Files that put other modules in the place of ours, which no other file may meet. */
const alone = ["test/serve/sheets.test.ts", "test/unjudged.test.ts"];

// Unit tests only: the editor suite has its own runner, test/editor/run.ts.
const excluded = ["**/node_modules/**", "test/editor/**"];
const unit: TestUserConfig = {
  include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
  exclude: excluded,
  environment: "node",
  testTimeout: 60_000,
};

export default defineConfig({
  test: {
    globalSetup: "test/build.ts",
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      // The core keeps no state, so files share what is loaded: to load it is most of what a small one costs.
      { test: { ...unit, name: "unit", exclude: [...excluded, ...alone], isolate: false } },
      { test: { ...unit, name: "alone", include: alone } },
    ],
  },
});
