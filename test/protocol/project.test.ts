// A file of a project → where the project lies, and what it is read from.
import { expect, test } from "vitest";
import { type ProjectResult, projectRequest } from "../../server/protocol.ts";
import { start } from "../session.ts";

test("the folder of a project, its files, its configuration and the data that it reads", async () => {
  const client = await start({
    "it/strategy.config.json": "{}",
    "it/plan.strategy": 'kpi churn "Churn" {\n  actuals: "data/churn.csv"\n}\n',
    "it/more.strategy": "theme growth\n",
    "it/data/churn.csv": "date,value\n2026-01-01,3\n",
    "it/data/other.csv": "date,value\n",
    "other/plan.strategy": "theme growth\n",
  });
  const project = await client.connection.sendRequest<ProjectResult>(projectRequest, {
    textDocument: { uri: client.uri("it/plan.strategy") },
  });
  expect(project?.root).toBe(client.uri("it"));
  expect(project?.reads.toSorted()).toEqual(
    ["data/churn.csv", "more.strategy", "plan.strategy", "strategy.config.json"].map((file) =>
      client.uri(`it/${file}`),
    ),
  );
});
