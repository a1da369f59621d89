// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import type { MappingLine } from '../../harness/aws/mapping-expressions-records.ts';
import type { ControlClient } from '../../harness/model/double.ts';
import type { DirectoryUser } from '../../harness/model/records.ts';
import { instanceId } from './parties.ts';

/** Brings about a state at IAM Identity Center before a login; everything is put back after the case. */
export type Arrangement = (idp: ControlClient) => Promise<void>;

const application = `/applications/${instanceId}`;

/** Applications → Kpow → Edit configuration: some fields otherwise. */
export const configured =
  (change: Readonly<Record<string, unknown>>): Arrangement =>
  (idp) =>
    idp.send('PATCH', application, change);

/** Applications → Kpow → Actions → Edit attribute mappings: what has this value otherwise, or away. */
const mapped =
  (value: string, change: (line: MappingLine) => MappingLine | undefined): Arrangement =>
  async (idp) => {
    const { mappings } = await idp.get<{ mappings: readonly MappingLine[] }>(application);
    const lines = mappings.flatMap((line) => (line.value === value ? (change(line) ?? []) : [line]));
    await idp.send('PATCH', application, { mappings: lines });
  };

/** The line of the roles, whatever the application calls them. */
export const rolesMapped = (change: (line: MappingLine) => MappingLine | undefined): Arrangement =>
  mapped('${user:groups}', change);

export const subjectMapped = (change: (line: MappingLine) => MappingLine): Arrangement =>
  mapped('${user:subject}', change);

/** Groups → the group: these members. */
export const members =
  (group: string, ...userNames: readonly string[]): Arrangement =>
  (idp) =>
    idp.send('PUT', `/groups/${encodeURIComponent(group)}`, { members: userNames });

/** Applications → Kpow → Assign users and groups: these alone. */
export const assigned =
  (...principals: readonly { readonly type: 'user' | 'group'; readonly id: string }[]): Arrangement =>
  (idp) =>
    idp.send('PUT', `${application}/assignments`, principals);

/** Applications → Kpow → Manage certificate: the next one is in force. */
export const rotated: Arrangement = (idp) => idp.send('POST', `${application}/rotate`);

/** Applications → Kpow → Edit configuration → Application ACS URL. */
export const acsUrl =
  (change: (url: string) => string): Arrangement =>
  async (idp) => {
    const before = await idp.get<{ acsUrl: string }>(application);
    await idp.send('PATCH', application, { acsUrl: change(before.acsUrl) });
  };

/** Applications → Kpow → Edit configuration → Application start URL, made from the origin of the application. */
export const startUrl =
  (make: (origin: string) => string): Arrangement =>
  async (idp) => {
    const before = await idp.get<{ acsUrl: string }>(application);
    await idp.send('PATCH', application, { startUrl: make(new URL(before.acsUrl).origin) });
  };

/** Settings → Identity source: an Active Directory. */
export const activeDirectory: Arrangement = (idp) =>
  idp.send('PUT', '/identity-source', { identitySource: 'active-directory' });

/** Users → the person → Disable user access. */
export const disabled =
  ({ userName, email, givenName, familyName }: DirectoryUser): Arrangement =>
  (idp) =>
    idp.send('PUT', `/users/${encodeURIComponent(userName)}`, {
      email,
      givenName,
      familyName,
      active: false,
    });
