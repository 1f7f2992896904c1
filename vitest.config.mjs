import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One group's tests where parts of the core are mutated (stryker.config.mjs).
    include: process.env.CCHC_TESTS?.split(' ') ?? ['tests/**/*.test.ts'],
    setupFiles: ['tests/seed.ts'],
    // Half of the time goes by waiting for a browser.
    maxWorkers: '100%',
    // Slow machines are honest too: a test hangs or it does not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      include: ['core', 'ooxml', 'xlsx', 'word', 'cli', 'pane', 'excel-addin', 'apps-script', 'desk'].map(
        (folder) => `${folder}/**/*.{ts,tsx}`,
      ),
    },
  },
});
