import { defineConfig } from "vitest/config";
import { oneFont } from "./tools/oneFont.ts";

/** The pages that stand within Dashboard's own: small, so on Preact. The app's page has macaw-ui, which needs React. */
const CARDS = ["order.html", "popup.html", "customer.html", "home.html", "product.html"];
const ON_PREACT = [
  { find: /^react(-dom)?$/, replacement: "preact/compat" },
  { find: /^react-dom\/(client|test-utils)$/, replacement: "preact/compat/$1" },
  { find: /^react\/jsx(-dev)?-runtime$/, replacement: "preact/jsx-runtime" },
];
const CARD_TESTS = "tests/cards/**/*.test.tsx";

// `vite build --mode app` comes first, and empties the folder for both.
export default defineConfig(({ mode }) => {
  const isCards = mode === "cards";
  return {
    plugins: [oneFont()],
    resolve: { alias: isCards ? ON_PREACT : [] },
    // The service serves the built files here, and order.html itself at /dashboard/order.
    base: "/static/dashboard_extension/",
    build: {
      outDir: "../saleor_support_plugin/built/dashboard_extension",
      emptyOutDir: !isCards,
      // Not .vite/manifest.json: a folder with a leading dot is left out of the wheel.
      manifest: isCards ? "cards.json" : "app.json",
      // The page's Content-Security-Policy allows neither inline scripts nor data: URLs.
      assetsInlineLimit: 0,
      modulePreload: {
        polyfill: false,
        // Only the style sheets of what is loaded later: the names of all its scripts would weigh on the first look.
        resolveDependencies: (_, files) => files.filter((file) => file.endsWith(".css")),
      },
      rolldownOptions: { input: isCards ? CARDS : ["app.html"] },
    },
    test: {
      environment: "happy-dom",
      // A script of another page's is asked for and never run.
      environmentOptions: { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: true } } },
      setupFiles: ["tests/patience.ts"],
      testTimeout: 30_000,
      restoreMocks: true,
      projects: [
        { extends: true, test: { name: "app", include: ["tests/**/*.test.{ts,tsx}"], exclude: [CARD_TESTS] } },
        {
          extends: true,
          // Testing Library's module, not its CommonJS: only what Vite reads is put on Preact.
          resolve: { alias: ON_PREACT, mainFields: ["module", "main"] },
          test: { name: "cards", include: [CARD_TESTS], server: { deps: { inline: true } } },
        },
      ],
    },
  };
});
