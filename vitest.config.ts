import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{harness,mocks,reports,suites,docs}/**/*.test.ts'],
    // Only what hangs is to run into it: a busy machine takes several times as long as an idle one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
