import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import { runCheck } from '../../judge/run-check.ts';
import type { Check } from '../../model/check.ts';
import { recordArtifact, textArtifact, withArtifacts } from '../../mutations/kit/artifact.ts';
import { makeGenuineIamLogin } from '../../mutations/kit/genuine-iam.ts';
import { NS } from '../../saml/namespaces.ts';
import { testNow } from '../check-tester.ts';
import { readArtifacts } from '../read.ts';

const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z][a-z-]*\.ts$/.test(file));
const attribute = (name: string) => `<Attribute xmlns="${NS.saml}"${name}/>`;
const statement = [
  attribute(''),
  attribute(' Name="https://aws.amazon.com/SAML/Attributes/"'),
  ...[
    'Role',
    'RoleSessionName',
    'SessionDuration',
    'SourceIdentity',
    'TransitiveTagKeys',
    'PrincipalTag:',
  ].map(
    (name) =>
      `<Attribute xmlns="${NS.saml}" Name="https://aws.amazon.com/SAML/Attributes/${name}"><AttributeValue/><AttributeValue>,<b/></AttributeValue></Attribute>`,
  ),
].join('');
const assertion = (inner: string) =>
  `<Response xmlns="${NS.samlp}"><Assertion xmlns="${NS.saml}">${inner}</Assertion></Response>`;
const junk = 'arn:aws:iam::1:x';
const odd = { partition: 'aws', inUse: [junk, ''], providers: [], roles: [] };

/** Messages with the right names and nothing in them, and records with nothing that makes sense. */
const garbage: readonly (readonly [what: string, response: string, account: object, sts: object])[] = [
  ['nothing', '<a/>', odd, { attempts: [] }],
  ['an empty assertion', assertion(''), odd, { attempts: [] }],
  [
    'empty parts',
    assertion(
      `<Issuer/><Subject><NameID/><SubjectConfirmation/></Subject><Conditions><AudienceRestriction><Audience/></AudienceRestriction></Conditions><AuthnStatement/><AttributeStatement>${statement}</AttributeStatement>`,
    ),
    {
      ...odd,
      providers: [{ arn: junk, certificates: ['no certificate'], privateKeys: -1, validUntil: 'soon' }],
      roles: [{ arn: '', name: '', path: '', maxSessionSeconds: -1, trustPolicy: '' }],
      fallbackAdministrators: [],
    },
    {
      attempts: [
        { how: 'sts', url: '', askedAt: 'now', answer: { outcome: 'refused', status: 0, message: '' } },
        {
          how: 'sts',
          url: 'x',
          askedAt: '',
          roleArn: ',',
          answer: { outcome: 'credentials', status: 200, assumedRoleArn: '', expiresAt: '' },
        },
      ],
    },
  ],
];

describe.each(garbage)('on %s', async (_what, response, account, sts) => {
  const { evidence } = makeGenuineIamLogin({ now: testNow, keys: await makeSelftestKeys(testNow) });
  const reads = readArtifacts(
    withArtifacts(evidence, {
      response: textArtifact(Buffer.from(response).toString('base64')),
      account: recordArtifact(account),
      sts: recordArtifact(sts),
      setup: recordArtifact({}),
    }),
  );

  it.each(files)('%s comes to a result', async (file) => {
    // Each file of this folder has a check as its default export; the generated index relies on the same.
    const check = (await import(`./${file}`)).default as Check;
    const run = runCheck(check, reads, { now: testNow, skewMs: 180_000 });
    expect(run.outcome, JSON.stringify(run)).not.toBe('error');
  });

  it('reads the records', () => {
    expect([reads.account.state, reads.sts.state]).toEqual(['read', 'read']);
  });
});
