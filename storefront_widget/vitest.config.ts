import { createRequire } from "node:module";
import { dirname } from "node:path";
import { defineConfig } from "vitest/config";

/** Where a package is, seen from a workspace: the Dashboard extension has React 18, this one 19. */
function folderOf(name: string, workspace: string): string {
  return dirname(createRequire(new URL(workspace, import.meta.url)).resolve(`${name}/package.json`));
}

function withReact(version: string, workspace: string) {
  return {
    extends: true as const,
    resolve: {
      alias: { "react-dom": folderOf("react-dom", workspace), react: folderOf("react", workspace) },
    },
    define: { REACT: JSON.stringify(version) },
    test: { name: `react ${version}`, include: ["tests/react/**/*.test.ts"] },
  };
}

export default defineConfig({
  define: {
    CHUNKS: JSON.stringify({
      delivery: "support-delivery-test.js",
      reviews: "r.js",
      questions: "q.js",
      contact: "w.js",
      chat: "c.js",
      signals: "s.js",
    }),
  },
  test: {
    environment: "happy-dom",
    environmentOptions: {
      happyDOM: { settings: { disableJavaScriptFileLoading: true, handleDisabledFileLoadingAsSuccess: true } },
    },
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: "widget", include: ["tests/*.test.ts"] } },
      withReact("18", "../dashboard_extension/package.json"),
      withReact("19", "package.json"),
    ],
  },
});
