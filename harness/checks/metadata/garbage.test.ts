import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import { runCheck } from '../../judge/run-check.ts';
import type { Check } from '../../model/check.ts';
import { textArtifact, withArtifacts } from '../../mutations/kit/artifact.ts';
import { makeGenuineLogin } from '../../mutations/kit/genuine.ts';
import { NS } from '../../saml/namespaces.ts';
import { testNow } from '../check-tester.ts';
import { readArtifacts } from '../read.ts';

const areas = ['metadata', 'request', 'response'];
const files = areas.flatMap((area) =>
  readdirSync(join(import.meta.dirname, '..', area))
    .filter((file) => /^[a-z][a-z-]*\.ts$/.test(file))
    .map((file) => `../${area}/${file}`),
);

/** Documents of the right names with nothing in them, of the wrong names, and none at all. */
const garbage = [
  '',
  '<a/>',
  `<EntityDescriptor xmlns="${NS.md}"/>`,
  `<EntityDescriptor xmlns="${NS.md}"><IDPSSODescriptor/><SPSSODescriptor/></EntityDescriptor>`,
  `<EntityDescriptor xmlns="${NS.md}"><IDPSSODescriptor><KeyDescriptor/><SingleSignOnService/></IDPSSODescriptor>` +
    `<SPSSODescriptor><AssertionConsumerService/><AssertionConsumerService/></SPSSODescriptor></EntityDescriptor>`,
  `<AuthnRequest xmlns="${NS.samlp}"><NameIDPolicy/><RequestedAuthnContext/></AuthnRequest>`,
  `<Response xmlns="${NS.samlp}"/>`,
  `<Response xmlns="${NS.samlp}"><Status/><Extensions/><Assertion xmlns="${NS.saml}"/></Response>`,
];

describe.each(garbage)('on %s', async (text) => {
  const keys = await makeSelftestKeys(testNow);
  const { evidence } = makeGenuineLogin({ now: testNow, initiatedBy: 'sp', keys });
  const artifact = textArtifact(text);
  const reads = readArtifacts(
    withArtifacts(evidence, {
      'idp-metadata': artifact,
      'sp-metadata': artifact,
      request: artifact,
      response: artifact,
      setup: textArtifact('{}', 'application/json'),
    }),
  );

  it.each(files)('%s comes to a result', async (file) => {
    // Each file of these folders has a check as its default export; the generated index relies on the same.
    const check = (await import(file)).default as Check;
    const run = runCheck(check, reads, { now: testNow, skewMs: 180_000 });
    expect(run.outcome, JSON.stringify(run)).not.toBe('error');
  });
});
