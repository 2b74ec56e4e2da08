import { defineConfig } from "vitest/config";

// Unit tests only: the editor suite has its own runner, test/editor/run.ts.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["**/node_modules/**", "test/editor/**"],
    globalSetup: "test/build.ts",
    environment: "node",
    maxWorkers: 2,
    // The core keeps no state, so files share what is loaded; it is most of what a small one costs.
    isolate: false,
    testTimeout: 60_000,
    passWithNoTests: true,
  },
});
