// The configuration's shape and the rules → its JSON schema, and the table of rules in the README.
import * as z from "zod";
import { configSchema } from "../server/project/config.ts";
import { rules } from "../server/rules/index.ts";
import type { Rule } from "../server/rules/rule.ts";

/** `schemas/config.json`: the editor completes and checks `strategy.config.json` with it. */
export function configurationSchema(): unknown {
  const { properties, ...schema } = z.toJSONSchema(configSchema, {
    target: "draft-7",
    io: "input",
  });
  const byId = Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]));
  const described = properties?.rules;
  const description = typeof described === "object" ? described.description : undefined;
  return {
    ...schema,
    title: "Strategy as Code",
    properties: {
      ...properties,
      rules: { type: "object", description, properties: byId, additionalProperties: false },
    },
  };
}

/** The rules by group, each with its default, what it says and the fix it offers. */
export function ruleTable(): string {
  const groups = Map.groupBy(rules, (rule) => rule.group);
  return [...groups]
    .map(([group, members]) => {
      const rows = members.map(
        ({ id, severity, says, fix }) =>
          `| [\`${id}\`](docs/rules/${id}.md) | ${severity} | ${says} | ${fix ?? ""} |`,
      );
      return [
        `### ${group}`,
        "",
        "| rule | default | says | quick fix |",
        "| --- | --- | --- | --- |",
        ...rows,
      ].join("\n");
    })
    .join("\n\n");
}

function ruleSchema(rule: Rule): unknown {
  const level = { enum: ["error", "warning", "info", "hint", "off"], default: rule.severity };
  const options = Object.entries(rule.options ?? {});
  const properties = Object.fromEntries(
    options.map(([name, option]) => [
      name,
      { type: "number", default: option.default, description: option.doc },
    ]),
  );
  const withOptions = {
    type: "array",
    items: [level, { type: "object", properties, additionalProperties: false }],
    minItems: 1,
    maxItems: 2,
  };
  const says = rule.says.slice(0, 1).toUpperCase() + rule.says.slice(1);
  const description = `${says}. Default: ${rule.severity}.`;
  return {
    description,
    anyOf:
      options.length > 0
        ? [level, withOptions]
        : [level, { ...withOptions, items: [level], maxItems: 1 }],
  };
}
