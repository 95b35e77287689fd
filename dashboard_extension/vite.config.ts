import { defineConfig } from "vitest/config";
import { oneFont } from "./tools/oneFont.ts";

export default defineConfig({
  plugins: [oneFont()],
  // The service serves the built files here, and order.html itself at /dashboard/order.
  base: "/static/dashboard_extension/",
  build: {
    outDir: "../saleor_support_plugin/built/dashboard_extension",
    emptyOutDir: true,
    // Not .vite/manifest.json: a folder with a leading dot is left out of the wheel.
    manifest: "manifest.json",
    // The page's Content-Security-Policy allows neither inline scripts nor data: URLs.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Only the style sheets of what is loaded later: the names of all its scripts would weigh on the first look.
      resolveDependencies: (_, files) => files.filter((file) => file.endsWith(".css")),
    },
    rolldownOptions: { input: ["order.html", "popup.html", "customer.html", "home.html", "product.html", "app.html"] },
  },
  test: {
    environment: "happy-dom",
    // A script of another page's is asked for and never run.
    environmentOptions: { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: true } } },
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/patience.ts"],
    testTimeout: 30_000,
    restoreMocks: true,
  },
});
