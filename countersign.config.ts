import { defineConfig } from './harness/config/define-config.ts';

/** The rollouts that are proved by default, every party a double. */
export default defineConfig({
  integrations: {
    '1kosmos-identity-center': {},
    '1kosmos-aws-iam': {},
    idemeum: {},
    kpow: {},
    'cognito-user-pool': {},
    'cognito-identity-pool': {},
  },
});
