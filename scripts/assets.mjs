// The files that are packed as they come: from a package, into dist/.

const inter = "node_modules/@expo-google-fonts/inter";

/** One row a file: where it comes from, and where it goes. */
export const assets = [
  // The font of exports, in the three weights that drawings have.
  { from: `${inter}/400Regular/Inter_400Regular.ttf`, to: "dist/fonts/Inter-400.ttf" },
  { from: `${inter}/500Medium/Inter_500Medium.ttf`, to: "dist/fonts/Inter-500.ttf" },
  { from: `${inter}/600SemiBold/Inter_600SemiBold.ttf`, to: "dist/fonts/Inter-600.ttf" },
  // What draws pictures as pixels.
  { from: "node_modules/@resvg/resvg-wasm/index_bg.wasm", to: "dist/resvg.wasm" },
];
