// Weighs what a page loads of each widget, brotli, into weights.json. Papercups is built as its users load it, with the
// React it needs; what others publish as one file for a page is taken as it is.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";

const ENTRY = `
import { createElement } from "react";
import { render } from "react-dom";
import { ChatWidget } from "@papercups-io/chat-widget";
render(createElement(ChatWidget, { accountId: "x" }), document.body.appendChild(document.createElement("div")));
`;
writeFileSync("papercups.js", ENTRY);
await build({
  configFile: false,
  logLevel: "error",
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: "papercups",
    rolldownOptions: { input: "papercups.js", output: { format: "iife", entryFileNames: "papercups.js" } },
  },
});

const FILES = {
  papercups: "papercups/papercups.js",
  "deep-chat": "node_modules/deep-chat/dist/deepChat.bundle.js",
  typebot: "node_modules/@typebot.io/js/dist/web.js",
};
const weights = Object.entries(FILES).map(([name, file]) => [name, brotliCompressSync(readFileSync(file)).length]);
writeFileSync("weights.json", JSON.stringify(Object.fromEntries(weights)));
