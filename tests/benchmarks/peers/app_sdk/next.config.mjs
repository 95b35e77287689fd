import { dirname } from "node:path";

/** @type {import("next").NextConfig} */
export default {
  // The packages stand one folder up, beside the other peer.
  outputFileTracingRoot: dirname(import.meta.dirname),
};
