import { beforeAll, describe, expect, it } from 'vitest';
import { parseProviderArn } from '../../aws/arn.ts';
import { readPolicy } from '../../aws/policy/read-policy.ts';
import { readRoleValue } from '../../aws/role-attribute.ts';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import type { AccountRecord, StsRecord } from '../../model/aws-records.ts';
import { readMetadata } from '../../saml/read-metadata.ts';
import { readResponse } from '../../saml/read-response.ts';
import { rawOf } from './artifact.ts';
import type { GenuineKeys } from './genuine.ts';
import { makeGenuineIamLogin } from './genuine-iam.ts';
import { iamNames } from './genuine-iam-facts.ts';

const now = Date.UTC(2026, 2, 14, 9, 26, 53);

describe('makeGenuineIamLogin', () => {
  let keys: GenuineKeys;
  beforeAll(async () => {
    keys = await makeSelftestKeys(now);
  });
  const read = (signed: 'assertion' | 'response' = 'assertion') => {
    const { evidence } = makeGenuineIamLogin({ now, keys, signed });
    const record = (name: 'account' | 'sts') => JSON.parse(rawOf(evidence, name) ?? '');
    return {
      evidence,
      response: readResponse(rawOf(evidence, 'response') ?? '', [keys.idp.certificateDer]),
      account: record('account') as AccountRecord,
      sts: record('sts') as StsRecord,
    };
  };

  it.each(['assertion', 'response'] as const)(
    'gives a response that nobody asked for, that verifies and fits the schema (%s signed)',
    (signed) => {
      const { response } = read(signed);
      expect(response.document.problems).toEqual([]);
      expect(response.schemaFaults).toEqual([]);
      expect(response.inResponseTo).toBeUndefined();
      expect(response.assertions.map(({ verified }) => verified)).toEqual([true]);
    },
  );

  it('gives metadata of the sign-in page that fits the schema', () => {
    const metadata = readMetadata(rawOf(read().evidence, 'sp-metadata') ?? '');
    expect(metadata.schemaFaults).toEqual([]);
    expect(metadata.entityId).toBe(iamNames.entityId);
  });

  it('offers roles that the account has, by its provider, with policies that can be read', () => {
    const { response, account } = read();
    const values = response.assertions[0]?.attributes[0]?.values.map(({ text }) => readRoleValue(text)) ?? [];
    expect(values.length).toBe(2);
    for (const value of values) {
      const pair = 'pair' in value ? value.pair : undefined;
      const role = account.roles.find(({ arn }) => arn === pair?.role.arn);
      expect(role).toMatchObject({ name: pair?.role.name, path: pair?.role.path });
      expect(readPolicy(role?.trustPolicy ?? '', 'trust', { as: 'new' })).toHaveProperty('policy');
      expect(account.inUse).toContain(pair?.provider.arn);
    }
    expect(account.providers.map(({ arn }) => parseProviderArn(arn)?.name)).toEqual(['1Kosmos']);
  });

  it('keeps no credentials', () => {
    const { evidence, sts } = read();
    expect(sts.attempts.map(({ answer }) => answer.outcome)).toEqual([
      'role-choice',
      'console',
      'credentials',
    ]);
    expect(JSON.stringify(evidence)).not.toMatch(/ASIA[A-Z0-9]{16}|SecretAccessKey|SessionToken/i);
  });

  it('gives the same bytes for the same options, but for the phone', () => {
    const { phone: _, ...artifacts } = read().evidence.artifacts;
    expect(read().evidence.artifacts).toMatchObject(artifacts);
  });
});
