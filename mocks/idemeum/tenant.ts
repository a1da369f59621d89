import type { IdpContext } from '../idp/context.ts';
import type { Applications } from './applications.ts';
import type { Directory } from './directory.ts';
import type { Provisioning } from './provisioning.ts';

/** What the routes work with: the login's own parts, and what idemeum adds to them. */
export interface Tenant {
  readonly context: IdpContext;
  readonly directory: Directory;
  readonly applications: Applications;
  readonly provisioning: Provisioning;
}

/** Id, among the login's applications, of the tenant's own catalog: people sign in to it as to any other. */
export const catalogId = 'user-catalog';
