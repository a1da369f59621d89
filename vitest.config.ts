import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{harness,mocks,reports,suites,docs}/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
