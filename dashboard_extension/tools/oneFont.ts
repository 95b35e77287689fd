import type { Plugin } from "vite";

const KEPT = "./Inter-roman.var.woff2";

/** Of the 48 fonts that macaw-ui's style sheet names, keep the one that our pages use. */
export function oneFont(): Plugin {
  return {
    name: "one-font",
    enforce: "pre",
    transform: {
      filter: { id: /macaw-ui.*style\.css/ },
      handler: (css) => css.replace(/@font-face\{[^}]*\}/g, (face) => (face.includes(KEPT) ? face : "")),
    },
  };
}
