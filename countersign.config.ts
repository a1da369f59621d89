import { defineConfig } from './harness/config/define-config.ts';

/** The rollout that is proved by default: every integration, every party a double. */
export default defineConfig({
  integrations: {
    '1kosmos-identity-center': {},
    '1kosmos-aws-iam': {},
    kpow: {},
  },
});
