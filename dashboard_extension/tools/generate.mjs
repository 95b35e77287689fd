// Types and query texts from the GraphQL documents beside the components, checked against the staff schema.
// `--check` writes nothing and fails when a generated file is missing, stale or left over.
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, Kind, parse, print, stripIgnoredCharacters, validate } from "graphql";

const home = join(import.meta.dirname, "..");
const target = join(home, "src/generated");
const sdl = readFileSync(join(home, "../graphql/support/staff.graphql"), "utf8");
const schema = buildSchema(sdl);
const schemaDocument = parse(sdl);

const settings = {
  // All travel as text: an instant, a day and a time in ISO 8601, an amount such as "129.90", an object as JSON within JSON.
  scalars: { Date: "string", DateTime: "string", Decimal: "string", JSONString: "string", Time: "string" },
  skipTypename: true,
  immutableTypes: true,
  inlineFragmentTypes: "combine",
};

function readDocument(path) {
  const document = parse(readFileSync(join(home, path), "utf8"));
  const faults = validate(schema, document);
  if (faults.length > 0) throw new Error(`${path}: ${faults.map((fault) => fault.message).join(" ")}`);
  const found = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (found.length !== 1 || found[0].name?.value !== basename(path, ".graphql")) {
    throw new Error(`${path}: one operation named like the file is expected`);
  }
  const [{ name, operation }] = found;
  return { document, name: name.value, types: `${name.value}${operation === "mutation" ? "Mutation" : "Query"}` };
}

async function typesOf(path, document) {
  return codegen({
    filename: path,
    schema: schemaDocument,
    documents: [{ location: path, document }],
    config: settings,
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
}

async function render(path) {
  const { document, name, types } = readDocument(path);
  const written = await typesOf(path, document);
  const text = JSON.stringify(stripIgnoredCharacters(print(document)));
  return `// Written by \`npm run generate\` from ${path}. Do not edit.
import type { StaffDocument } from "../api/ask";

${written.trim()}

export const ${name}: StaffDocument<${types}, ${types}Variables> = {
  operationName: "${name}",
  query: ${text},
};
`;
}

function present() {
  mkdirSync(target, { recursive: true });
  return new Map(readdirSync(target).map((name) => [name, readFileSync(join(target, name), "utf8")]));
}

const wanted = new Map();
for (const path of globSync("src/**/*.graphql", { cwd: home }).sort()) {
  wanted.set(`${basename(path, ".graphql")}.ts`, await render(path.replaceAll("\\", "/")));
}
const before = present();
const stale = [...new Set([...wanted.keys(), ...before.keys()])].filter(
  (name) => wanted.get(name) !== before.get(name),
);

if (process.argv.includes("--check")) {
  for (const name of stale) console.error(`src/generated/${name} is stale: run \`npm run generate\``);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const name of stale) {
    if (wanted.has(name)) writeFileSync(join(target, name), wanted.get(name));
    else rmSync(join(target, name));
    console.log(`src/generated/${name}`);
  }
}
