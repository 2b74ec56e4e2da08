// A folder to write in → what tells a browser to write in Inter, which comes with us, so that pictures look alike wherever they are made.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a browser is started with. */
export function interAlone(root: string, folder: string): Readonly<Record<string, string>> {
  const prefer = ["sans-serif", "system-ui"].map(
    (family) =>
      `<alias binding="strong"><family>${family}</family><prefer><family>Inter</family></prefer></alias>`,
  );
  const file = join(folder, "fonts.conf");
  const fonts = ["400Regular", "500Medium", "600SemiBold", "700Bold"].map(
    (weight) => `<dir>${join(root, "node_modules/@expo-google-fonts/inter", weight)}</dir>`,
  );
  const own = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  writeFileSync(file, `<fontconfig>${own}${fonts.join("")}${prefer.join("")}</fontconfig>`);
  return { FONTCONFIG_FILE: file };
}
