// Builds everything that a shop loads, and the playground, into the package: saleor_support_plugin/built/storefront_widget.
//   NAME-HASH.js        the chunks of the elements, modules, immutable
//   widget.js           the loader, a classic script that knows the chunks' names; the service answers it at /widget.js
//   playground.html     every element to try; the service answers it at /playground
//   react/              the package for shops in React
// A file that is compressed beside itself is served so.
import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "vite";

const ROOT = join(import.meta.dirname, "..");
const BUILT = join(ROOT, "../saleor_support_plugin/built/storefront_widget");
const ADDRESS = "static/storefront_widget/";
// Element, or part of one → what is in its chunk. Each is built by itself: what two of them share is small, and one request more is not.
const CHUNKS = {
  delivery: "src/delivery/support-delivery.ts",
  reviews: "src/reviews/support-reviews.ts",
  questions: "src/questions/support-questions.ts",
  contact: "src/contact/support-contact.ts",
  chat: "src/chat/support-chat.ts",
  signals: "src/signals/support-signals.ts",
};

const common = {
  configFile: false,
  root: ROOT,
  logLevel: "warn",
  publicDir: false,
};
const settings = {
  outDir: BUILT,
  emptyOutDir: false,
  // Browsers that know constructable stylesheets, container queries and color-mix.
  target: ["chrome111", "firefox113", "safari16.4"],
  cssTarget: ["chrome123", "firefox128", "safari17.5"],
  modulePreload: false,
  assetsInlineLimit: 0,
  reportCompressedSize: false,
};

async function buildChunk(name, input) {
  const built = await build({
    ...common,
    build: {
      ...settings,
      // Or every chunk that fetches another later would carry what preloads it.
      ssr: true,
      minify: "oxc",
      cssMinify: true,
      rolldownOptions: {
        input: { [name]: input },
        // What a chunk fetches later takes from it what both need.
        preserveEntrySignatures: "allow-extension",
        output: { entryFileNames: "[name]-[hash].js", chunkFileNames: `${name}-[name]-[hash].js` },
      },
    },
  });
  const [chunk] = built.output.filter((one) => one.isEntry);
  return chunk.fileName;
}

/** Each chunk's name, in place of the expression that the sources have for it. */
async function buildChunks() {
  const addresses = {};
  for (const [name, input] of Object.entries(CHUNKS))
    addresses[`CHUNKS.${name}`] = JSON.stringify(await buildChunk(`support-${name}`, input));
  return addresses;
}

async function buildLoader(addresses) {
  await build({
    ...common,
    define: addresses,
    build: {
      ...settings,
      rolldownOptions: { input: "src/widget.ts", output: { format: "iife", entryFileNames: "widget.js" } },
    },
  });
}

async function buildPlayground() {
  await build({
    ...common,
    root: join(ROOT, "playground"),
    base: `/${ADDRESS}`,
    build: {
      ...settings,
      assetsDir: "",
      rolldownOptions: { input: join(ROOT, "playground/playground.html") },
    },
  });
}

async function buildPackage(name, banner) {
  await build({
    ...common,
    build: {
      ...settings,
      minify: false,
      rolldownOptions: {
        input: `react/${name}.ts`,
        external: ["react"],
        preserveEntrySignatures: "strict",
        output: { entryFileNames: `react/${name}.js`, banner },
      },
    },
  });
}

async function buildReact() {
  // Next.js renders a component with effects on the client only when its file says so; what its server calls must not.
  await buildPackage("index", '"use client";');
  await buildPackage("server/index", "");
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const declare = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--skipLibCheck", "--strict"];
  const modules = ["--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--ignoreConfig"];
  const where = ["--rootDir", join(ROOT, "react"), "--outDir", join(BUILT, "react")];
  const entries = ["index.ts", "server/index.ts"].map((entry) => join(ROOT, "react", entry));
  execFileSync(process.execPath, [tsc, ...declare, ...modules, ...where, ...entries], { stdio: "inherit", cwd: ROOT });
  copyFileSync(join(ROOT, "react/package.json"), join(BUILT, "react/package.json"));
}

function compress() {
  for (const name of readdirSync(BUILT)) {
    if (!/\.(js|css)$/.test(name)) continue;
    const content = readFileSync(join(BUILT, name));
    writeFileSync(join(BUILT, `${name}.br`), brotliCompressSync(content));
    writeFileSync(join(BUILT, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}

rmSync(BUILT, { recursive: true, force: true });
await buildLoader(await buildChunks());
await buildPlayground();
await buildReact();
compress();
