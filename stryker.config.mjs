// Mutation testing of what decides: files of the core, each group against the tests that speak of it directly.
// `CCHC_MUTATE=rule npm run mutate` does one group, without it all; docs/security.md tells what came of it.
const GROUPS = {
  decimal: { files: ['decimal'], tests: ['core/decimal'] },
  rule: { files: ['condition', 'evaluate', 'form'], tests: ['core/condition'] },
  label: { files: ['label'], tests: ['core/label'] },
  code: { files: ['code'], tests: ['core/code'] },
  align: { files: ['align'], tests: ['core/align'] },
  heading: { files: ['heading'], tests: ['core/heading'] },
  locate: { files: ['locate'], tests: ['core/locate'] },
  claim: { files: ['claim', 'scope'], tests: ['claims/binding', 'claims/misfit'] },
  mention: { files: ['mention'], tests: ['claims/binding', 'claims/surroundings'] },
  check: { files: ['check'], tests: ['core/check', 'core/rules', 'core/wording'] },
  textCheck: { files: ['textCheck'], tests: ['core/wording', 'claims/wording', 'claims/tables', 'claims/hoangHop'] },
};

const chosen = process.env.CCHC_MUTATE ? [GROUPS[process.env.CCHC_MUTATE]] : Object.values(GROUPS);
const tests = chosen.flatMap((group) => group.tests.map((name) => `tests/${name}.test.ts`));
// Each test with all it imports in one file: a mutant then takes half the time. The processes that Stryker starts
// inherit the names, and vitest.config.mjs takes these tests instead of all.
process.env.CCHC_TESTS = tests.map((name) => name.replace(/ts$/, 'mjs')).join(' ');

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: chosen.flatMap((group) => group.files.map((name) => `core/${name}.ts`)),
  buildCommand: `esbuild ${tests.join(' ')} --bundle --packages=external --platform=node --format=esm --outbase=. --outdir=. --out-extension:.js=.mjs`,
  vitest: { related: false },
  // With Vitest it says little: Stryker runs the tests that reached a place, whatever stands here. What the core remembers
  // is reached by the first of them alone, so that a score is the least it may be.
  coverageAnalysis: 'perTest',
  // None: TypeScript 7 has no API by which Stryker could rewrite it, and nothing in it concerns the tests.
  tsconfigFile: 'none',
  concurrency: 2,
  timeoutMS: 20_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  jsonReporter: { fileName: `coverage/mutation-${process.env.CCHC_MUTATE ?? 'all'}.json` },
  // Below coverage/, which git, Biome and the compiler leave alone.
  tempDirName: 'coverage/mutants',
  ignorePatterns: ['dist', '.tsbuild', 'coverage'],
};
