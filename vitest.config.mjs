import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Slow machines are honest too: a test hangs or it does not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: { include: ['core/**', 'ooxml/**', 'xlsx/**', 'word/**', 'cli/**'] },
  },
});
