import type { z } from 'zod';
import type { ControlClient } from '../../harness/model/double.ts';
import type { ScimDirectory } from '../../harness/model/scim-records.ts';
import { createIdpClient } from '../idp/client.ts';
import type { Added } from './applications.ts';
import type { entitlementSchema, Person, personSchema, Team, teamSchema } from './config.ts';
import type { SamlValues } from './load-config.ts';
import type { PushReport } from './provisioning/report.ts';
import type { ProvisioningSettings, provisioningSchema } from './provisioning/settings.ts';
import type { Template } from './templates.ts';

type PersonInput = z.input<typeof personSchema>;

/** The control API of the idemeum double, with its shapes; what it shares with `mocks/idp` is under `login`. */
export function createIdemeumClient(control: ControlClient) {
  const { get, send } = control;
  const person = (id: string) => `/people/${encodeURIComponent(id)}`;
  const group = (id: string) => `/groups/${encodeURIComponent(id)}`;
  const added = (id: string, rest = '') => `/catalog/added/${encodeURIComponent(id)}${rest}`;
  return {
    login: createIdpClient(control),
    people: () => get<readonly Person[]>('/people'),
    putPerson: ({ id, ...rest }: PersonInput) => send<Person>('PUT', person(id), rest),
    importPeople: (people: readonly PersonInput[]) => send<{ count: number }>('POST', '/people', { people }),
    changePerson: (id: string, change: Partial<Omit<PersonInput, 'id'>>) =>
      send<Person>('PATCH', person(id), change),
    deletePerson: (id: string) => send('DELETE', person(id)),
    groups: () => get<readonly Team[]>('/groups'),
    putGroup: ({ id, ...rest }: z.input<typeof teamSchema>) => send<Team>('PUT', group(id), rest),
    deleteGroup: (id: string) => send('DELETE', group(id)),
    catalog: () => get<readonly Template[]>('/catalog'),
    applications: () => get<readonly Added[]>('/catalog/added'),
    addApplication: (template: string, id?: string) =>
      send<Added>('POST', '/catalog/added', { template, ...(id === undefined ? {} : { id }) }),
    removeApplication: (id: string) => send('DELETE', added(id)),
    /** What "Load Config" would fill in; nothing is saved. */
    loadConfig: (id: string, metadata: string) =>
      send<SamlValues>('POST', added(id, '/load-config'), { metadata }),
    /** "Load Config" and "SAVE". */
    saveSaml: (id: string, metadata: string) => send<Added>('PUT', added(id, '/saml'), { metadata }),
    entitle: (id: string, to: z.input<typeof entitlementSchema>) =>
      send<Added>('PUT', added(id, '/entitlements'), to),
    /** "SCIM Base URL" and "Access Token", entered and saved. */
    provision: (id: string, settings: z.input<typeof provisioningSchema>) =>
      send<Omit<ProvisioningSettings, 'accessToken'>>('PUT', added(id, '/provisioning'), settings),
    push: (id: string) => send<PushReport>('POST', added(id, '/provisioning/push')),
    /** Who and what is to be at the service. */
    expected: (id: string) => get<ScimDirectory>(added(id, '/provisioning/expected')),
  };
}
export type IdemeumClient = ReturnType<typeof createIdemeumClient>;
