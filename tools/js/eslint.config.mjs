// The recommended rules for the scripts of ui/. A component is a module; the parts that are joined before it are not, and what they
// declare is used elsewhere. Names that nobody declares are found by tsc, which sees all of them together.
import { readdirSync, readFileSync } from "node:fs";
import js from "@eslint/js";

const all = readdirSync("ui", { recursive: true }).filter((path) => path.endsWith(".js")).map((path) => `ui/${path}`);
const scripts = all.filter((path) => !/^export /m.test(readFileSync(path, "utf8")));

export default [
  js.configs.recommended,
  {
    rules: {
      "no-undef": "off",
      "no-unused-vars": ["error", { vars: "local" }],
      "no-irregular-whitespace": ["error", { skipTemplates: true }], // the wide space is a sign of Chinese typography
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
  { files: scripts, languageOptions: { sourceType: "script" } },
];
