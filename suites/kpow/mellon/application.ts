import type { ConfigInput } from '../../../harness/config/schema.ts';
import { giveMetadata } from './apache.ts';

/** Names of the application, which its own configuration and that of the rollout agree on. */
export const origin = 'https://mellon.acme.example';
export const entityId = `${origin}/mellon/metadata`;
export const rolesAttribute = 'Roles';

/** The rollout with Apache and mod_auth_mellon in place of the Kpow double. */
export function mellonRollout(apache: { readonly folder: string; readonly port: number }): ConfigInput {
  return {
    workers: 1,
    integrations: {
      kpow: {
        application: {
          name: 'Team wiki',
          audience: entityId,
          rolesAttribute,
          existing: {
            product: 'Apache with mod_auth_mellon',
            address: `http://127.0.0.1:${apache.port}`,
            acsUrl: `${origin}/mellon/postResponse`,
            startUrl: `${origin}/app/`,
            metadataUrl: `${origin}/mellon/metadata`,
            home: '[data-testid=application-home]',
            refusal: '[data-testid=application-refused-here]',
            whoami: { url: `${origin}/app/`, selector: '[data-testid=user-name]' },
            roles: { url: `${origin}/app/`, selector: '[data-role]' },
            setUp: ({ metadata }) => giveMetadata(apache, metadata),
          },
        },
      },
    },
  };
}
