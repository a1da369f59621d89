import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Check } from '../model/check.ts';
import { idpFixes } from './aws-identity-center/fixes-idp.ts';
import { loginFixes } from './aws-identity-center/fixes-login.ts';
import { setupFixes } from './aws-identity-center/fixes-setup.ts';
import { awsIdentityCenter } from './aws-identity-center.ts';
import { profiles } from './index.ts';

const folder = new URL('../checks/', import.meta.url);
/** Areas of the catalogue that a SAML login into IAM Identity Center has something to do with. */
const areas = [
  ...[
    'metadata',
    'request',
    'response',
    'assertion',
    'subject',
    'conditions',
    'authn-statement',
    'attributes',
  ],
  ...['signature', 'algorithms', 'encryption', 'transport', 'session', 'outcome', 'authenticator'],
  ...['identity-center', 'setup', 'replay'],
];

const ids = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(new URL(`${name}/`, folder)).map((file) => `${name}/${file}`))
  .filter((path) => /\/[a-z][a-z0-9-]*\.ts$/.test(path))
  .map((path) => path.replace(/\.ts$/, ''));

const load = async (id: string): Promise<Check> => (await import(new URL(`${id}.ts`, folder).href)).default;

describe('the profiles', () => {
  it('have an id of their own each and extend known ones', () => {
    const known = profiles.map(({ id }) => id);
    expect(new Set(known).size).toBe(known.length);
    for (const { extends: bases } of profiles) for (const base of bases) expect(known).toContain(base);
  });

  it.each(profiles.map(({ id, checks }) => [id, Object.keys(checks)] as const))(
    '%s names only checks of the catalogue',
    (_id, named) => {
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    },
  );

  it('aws-identity-center lists every check that applies', () => {
    const applying = ids.filter((id) => areas.includes(id.split('/')[0] ?? ''));
    expect(applying.length).toBeGreaterThan(90);
    expect(applying.filter((id) => !(id in awsIdentityCenter.checks))).toEqual([]);
  });

  it('set only options that their checks have', async () => {
    for (const { checks } of profiles)
      for (const [id, rule] of Object.entries(checks)) {
        if (rule === 'off' || rule.options === undefined) continue;
        const { options } = await load(id);
        expect(Object.keys(options), id).toEqual(expect.arrayContaining(Object.keys(rule.options)));
      }
  });

  it('name the console field only for checks that exist', () => {
    const fixed = Object.keys({ ...idpFixes, ...setupFixes, ...loginFixes });
    expect(fixed.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('give a console field of the guide for every value that the guide names', () => {
    const named = [
      ...['setup/idp-entity-id', 'setup/sso-url', 'setup/certificate', 'setup/acs-url', 'setup/issuer-url'],
      ...['subject/name-id-format', 'subject/user-name', 'attributes/required', 'identity-center/assignment'],
    ];
    const consoles = /^(1Kosmos AdminX|IAM Identity Center)$/;
    for (const id of named) {
      const rule = awsIdentityCenter.checks[id];
      expect(rule === 'off' ? undefined : rule?.fix?.console, id).toMatch(consoles);
    }
  });
});
