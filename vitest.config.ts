import { defineConfig } from "vitest/config";

// Unit tests only: the editor suite has its own runner, test/editor/run.ts.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["**/node_modules/**", "test/editor/**"],
    environment: "node",
    testTimeout: 60_000,
    passWithNoTests: true,
  },
});
