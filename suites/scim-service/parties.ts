import type { ScimServiceConfig } from '../../harness/config/schema.ts';
import type { ExistingScimService } from '../../harness/config/scim-service-schema.ts';
import type { TargetRecord } from '../../harness/model/evidence.ts';
import type { StackPart } from '../../harness/stack/start-stack.ts';
import { scimAddresses, scimConfig } from '../../mocks/scim/config.ts';
import { createScimFromConfig } from '../../mocks/scim/main-config.ts';
import { existingEndpoint } from './existing.ts';

/** The service under test: one part of the stack, or none where it exists already. */
export interface Parties {
  readonly parts: readonly StackPart[];
  readonly targets: readonly TargetRecord[];
  readonly existing: ExistingScimService | undefined;
  readonly withoutBrowser: true;
}

export function describeParties({ region, existing }: ScimServiceConfig): Parties {
  const { host } = scimAddresses(region, scimConfig.parse({}).tenantId);
  return {
    withoutBrowser: true,
    existing,
    parts: existing === undefined ? [service(region, host)] : [],
    targets: [
      existing === undefined
        ? {
            role: 'scim',
            mode: 'double',
            product: 'IAM Identity Center automatic provisioning',
            origins: [`https://${host}`],
          }
        : {
            role: 'scim',
            mode: 'real',
            product: existing.product,
            origins: originsOf(existing),
          },
    ],
  };
}

/** Where the variables are not set, whoever starts the run says so. */
function originsOf(existing: ExistingScimService): readonly string[] {
  return [new URL(existingEndpoint(existing, process.env).baseUrl).origin];
}

export function service(region: string, host: string): StackPart {
  return {
    name: 'scim',
    hosts: [host],
    entry: 'mocks/scim/main.ts',
    config: () => ({ region }),
    create: createScimFromConfig,
  };
}
