// Strategies with risks of every kind, to be drawn.
/** A risk by its probability and impact, before and today. */
export function risk(
  name: string,
  title: string,
  before: string,
  today?: string,
  rest = "",
): string {
  const [probability, impact] = before.split(" ");
  const [left, leftImpact] = today?.split(" ") ?? [];
  const residual = today ? `residual { probability: ${left} impact: ${leftImpact} }` : "";
  const done = today ? 'response: mitigate mitigation: "Done"' : "";
  return `risk ${name} "${title}" { affects: cloud probability: ${probability} impact: ${impact} ${done} ${residual} ${rest} }`;
}

export const head = `strategy shop "Shop" { currency: EUR appetite: medium }
role cfo "CFO" {}
initiative cloud "Move 120 workloads to the cloud" {}
`;
export const ten = `${head}${[
  risk("a", "Cloud engineers leave", "very-high high", "high high", "loss: 1.4M owner: cfo"),
  risk("b", "One region fails, no second one yet", "medium very-high", undefined, "loss: 4M"),
  risk("c", "Ransomware stops the stores", "high very-high", "low very-high", "loss: 6M"),
  risk("d", "Migration costs run away", "high high", "medium medium", "loss: 1.2M"),
  risk("e", "Old ERP blocks automation", "medium medium", undefined, "loss: 500k response: accept"),
  risk("f", "Dependency on one CRM vendor", "medium high", "low medium", "loss: 800k"),
  risk(
    "g",
    "Customer data leaks from the hub",
    "medium very-high",
    "very-low very-high",
    "loss: 4M",
  ),
  risk("h", "Stores do not take to the app", "medium low", "low low", "loss: 300k"),
  risk("i", "Data centre lease cannot end early", "low medium", "very-low medium", "loss: 500k"),
  risk("j", "Hardware prices rise", "low low", undefined, "loss: 200k response: accept"),
].join("\n")}`;

export const strange = `${head}${[
  risk("long", "A very long title ".repeat(12), "high high", "low low", "loss: 12.5k"),
  risk(
    "cjk",
    "顧客データがハブから漏れる可能性があるので早急に対策を講じる必要がある".repeat(2),
    "high high",
  ),
  risk("rtl", "عنوان طويل جدا بالعربية لخطر لا يعرفه أحد بعد ويجب أن يقص في نهايته", "low low"),
  risk(
    "hostile",
    "<script>alert(1)</script>",
    "very-low very-low",
    undefined,
    "owner: somebody-with-quite-a-long-name-in-a-long-department",
  ),
  risk("past", "It happened", "medium medium", undefined, "status: occurred"),
  'risk empty "" { }',
  'risk half "Half of it" { probability: high }',
].join("\n")}`;

const words = ["very-low", "low", "medium", "high", "very-high"];

/** So many risks, which are today in one of some squares. */
export function crowd(count: number, squares: number): string {
  const word = (index: number) => words[index % 5] ?? "";
  return `${head}${Array.from({ length: count }, (_, index) => {
    const square = index % squares;
    const before = `${word(index >> 1)} ${word(index >> 3)}`;
    const today = `${word(square)} ${word(square >> 1)}`;
    return risk(`r${index}`, `Risk ${index}`, before, today, `loss: ${index + 1}k`);
  }).join("\n")}`;
}

export const plans = {
  ten,
  strange,
  "a low appetite": ten.replace("appetite: medium", "appetite: low"),
  "a high appetite": ten.replace("appetite: medium", "appetite: high"),
  "an appetite that is not understood": ten.replace("appetite: medium", "appetite: tiny"),
  "no appetite": strange.replace("appetite: medium", ""),
  "a hundred in one square": crowd(100, 1),
  "two hundred in five": crowd(200, 5),
};
