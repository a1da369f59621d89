import type { z } from 'zod';
import type { ControlClient } from '../../harness/model/double.ts';
import type { ScimDirectory, ScimRecord } from '../../harness/model/scim-records.ts';
import type { ScimAuditRecord } from './audit.ts';
import type { ScimRate, scimFault } from './faults.ts';
import type { TokenRecord } from './tokens.ts';

/** Typed calls of a SCIM endpoint's control API, whichever double hosts it. */
export interface ScimControlClient {
  readonly endpoint: () => Promise<{ host: string; baseUrl: string }>;
  /** @param token a secret of the test's own; a random one when not given */
  readonly createToken: (token?: string) => Promise<TokenRecord & { token: string; baseUrl: string }>;
  readonly tokens: () => Promise<readonly TokenRecord[]>;
  readonly revokeToken: (id: string) => Promise<void>;
  readonly setFaults: (faults: readonly z.input<typeof scimFault>[]) => Promise<void>;
  readonly setRate: (rate: ScimRate | null) => Promise<void>;
  readonly exchanges: () => Promise<ScimRecord>;
  readonly clearExchanges: () => Promise<void>;
  readonly audit: () => Promise<readonly ScimAuditRecord[]>;
  /** The latest reason for a refusal. */
  readonly lastRefusal: () => Promise<string | undefined>;
  readonly directory: () => Promise<ScimDirectory>;
}

export function createScimControlClient({ get, send }: ControlClient): ScimControlClient {
  const audit = () => get<readonly ScimAuditRecord[]>('/scim/audit');
  return {
    endpoint: () => get('/scim'),
    createToken: (token) => send('POST', '/scim/tokens', token === undefined ? {} : { token }),
    tokens: () => get('/scim/tokens'),
    revokeToken: (id) => send('DELETE', `/scim/tokens/${encodeURIComponent(id)}`),
    setFaults: (faults) => send('PUT', '/scim/faults', faults),
    setRate: (rate) => send('PUT', '/scim/rate', rate),
    exchanges: () => get('/scim/exchanges'),
    clearExchanges: () => send('DELETE', '/scim/exchanges'),
    audit,
    lastRefusal: async () => (await audit()).findLast((one) => one.errorMessage !== undefined)?.errorMessage,
    directory: () => get('/scim/directory'),
  };
}
