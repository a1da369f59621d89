import { defineConfig } from './harness/config/define-config.ts';

/**
 * The rollout that is proved by default, every party a double. `kpow` and `idemeum` can be named too; they are left out as long
 * as a run of all would take more than a minute.
 */
export default defineConfig({
  integrations: {
    '1kosmos-identity-center': {},
    '1kosmos-aws-iam': {},
  },
});
