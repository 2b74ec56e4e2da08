// What a run of the tests has built → the programs that a test starts; the sources where nothing is built.
import path from "node:path";
import process from "node:process";

/** Where the path of each program that is built is told. */
export const variables = {
  "cli.js": "STRATEGY_TEST_CLI",
  "server.js": "STRATEGY_TEST_SERVER",
  "page.js": "STRATEGY_TEST_PAGE",
} as const;

/** The command line, for Node to run. */
export const cli = process.env[variables["cli.js"]] ?? path.resolve("client/cli/main.ts");

/** The language server, for Node to run. */
export const server = process.env[variables["server.js"]] ?? path.resolve("server/main.ts");
