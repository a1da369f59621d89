import { describe, expect, it } from 'vitest';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import { runCheck } from '../../judge/run-check.ts';
import type { Evidence } from '../../model/evidence.ts';
import { removeElement, setAttribute } from '../../mutations/kit/edit.ts';
import { makeGenuineLogin } from '../../mutations/kit/genuine.ts';
import acsArtifact from '../../mutations/metadata/sp-acs-artifact-only.ts';
import acsHttp from '../../mutations/metadata/sp-acs-http.ts';
import indexTwice from '../../mutations/metadata/sp-acs-index-twice.ts';
import acsRedirect from '../../mutations/metadata/sp-acs-redirect.ts';
import twoDefaults from '../../mutations/metadata/sp-acs-two-defaults.ts';
import doctype from '../../mutations/metadata/sp-doctype.ts';
import noUri from '../../mutations/metadata/sp-entity-id-no-uri.ts';
import spExpired from '../../mutations/metadata/sp-metadata-expired.ts';
import saml1 from '../../mutations/metadata/sp-protocol-saml-1.ts';
import unknownElement from '../../mutations/metadata/sp-unknown-element.ts';
import { changed, checkTester, genuine, testNow } from '../check-tester.ts';
import { readArtifacts } from '../read.ts';
import acsBinding from './sp-acs-binding.ts';
import acsDefaults from './sp-acs-defaults.ts';
import acsIndexes from './sp-acs-indexes.ts';
import assertionsSigned from './sp-assertions-signed.ts';
import endpointsHttps from './sp-endpoints-https.ts';
import entityId from './sp-entity-id.ts';
import readable from './sp-readable.ts';
import role from './sp-role.ts';
import schema from './sp-schema.ts';
import validity from './sp-validity.ts';

const metadata = (apply: (xml: string) => string) => changed({ on: 'sp-metadata', apply });

checkTester(readable, {
  passes: [genuine, metadata((xml) => `<?xml version="1.0"?>\r\n<!-- ours -->\r\n${xml}`)],
  fails: [
    { given: doctype, message: 'unreadable', where: { artifact: 'sp-metadata', line: 1 } },
    { name: 'it is a web page', given: metadata(() => '<p>Sign in<br></p>'), message: 'unreadable' },
    { name: 'it is empty', given: metadata(() => ''), message: 'unreadable' },
  ],
});

checkTester(schema, {
  passes: [genuine],
  fails: [
    { given: unknownElement, message: 'violation' },
    {
      name: 'the ACS has no index',
      given: metadata((xml) => xml.replace(' index="0"', '')),
      message: 'violation',
    },
  ],
});

checkTester(entityId, {
  passes: [genuine],
  fails: [
    { given: noUri, message: 'not-a-uri', where: { artifact: 'sp-metadata' } },
    {
      name: 'there is none',
      given: metadata((xml) => xml.replace(/ entityID="[^"]*"/, '')),
      message: 'absent',
    },
  ],
});

checkTester(role, {
  passes: [genuine],
  fails: [
    { given: saml1, message: 'protocol' },
    {
      name: 'it has no role',
      given: metadata((xml) => removeElement(xml, 'SPSSODescriptor')),
      message: 'absent',
    },
  ],
});

checkTester(endpointsHttps, { passes: [genuine], fails: [{ given: acsHttp, message: 'not-https' }] });

checkTester(acsBinding, {
  passes: [genuine, { name: 'artifacts are taken too', given: indexTwice }],
  fails: [
    { given: acsRedirect, message: 'redirect' },
    { given: acsArtifact, message: 'no-post' },
  ],
  notApplicable: [metadata((xml) => removeElement(xml, 'SPSSODescriptor'))],
});

checkTester(acsDefaults, {
  passes: [genuine, { name: 'there are two endpoints and one default', given: acsRedirect }],
  fails: [{ given: twoDefaults, message: 'defaults', where: { artifact: 'sp-metadata' } }],
  notApplicable: [metadata((xml) => removeElement(xml, 'AssertionConsumerService'))],
});

checkTester(acsIndexes, {
  passes: [
    genuine,
    { name: 'there are two endpoints and one default', given: acsRedirect },
    {
      name: 'none is the default',
      given: metadata((xml) => setAttribute(xml, 'AssertionConsumerService', 'isDefault', 'false')),
    },
  ],
  fails: [{ given: indexTwice, message: 'shared' }],
  notApplicable: [metadata((xml) => removeElement(xml, 'AssertionConsumerService'))],
});

// Not by the tester alone: whether it applies depends on what the genuine login signs.
describe(assertionsSigned.id, async () => {
  const keys = await makeSelftestKeys(testNow);
  const loginOf = (signed: 'assertion' | 'response' | 'both') =>
    makeGenuineLogin({ now: testNow, initiatedBy: 'sp', keys, signed });
  const outcomeOf = (evidence: Evidence) =>
    runCheck(assertionsSigned, readArtifacts(evidence), { now: testNow, skewMs: 0 });
  const wanted = metadata((xml) => setAttribute(xml, 'SPSSODescriptor', 'WantAssertionsSigned', 'true'));

  it.each(['assertion', 'both'] as const)('passes when signed is: %s', (signed) => {
    expect(outcomeOf(loginOf(signed).evidence)).toEqual({ outcome: 'pass' });
  });

  it('fails when only the Response is signed and the metadata wants signed assertions', () => {
    expect(outcomeOf(wanted(loginOf('response')))).toMatchObject({
      outcome: 'fail',
      faults: [
        { message: 'unsigned', where: { artifact: 'response', path: '/samlp:Response/saml:Assertion[1]' } },
      ],
    });
  });

  it('does not apply when the metadata does not want signed assertions', () => {
    expect(outcomeOf(loginOf('response').evidence).outcome).toBe('not-applicable');
  });
});

const limited = (name: string, value: string) =>
  metadata((xml) => setAttribute(xml, 'EntityDescriptor', name, value));

checkTester(validity, {
  passes: [limited('validUntil', '2026-04-01T00:00:00.123456789Z'), limited('cacheDuration', 'P0Y0M1DT0H')],
  fails: [
    { given: spExpired, message: 'passed', where: { artifact: 'sp-metadata' } },
    { name: 'it ends on no day', given: limited('validUntil', 'never'), message: 'not-a-time' },
    { name: 'a copy is never kept', given: limited('cacheDuration', 'PT0S'), message: 'not-a-duration' },
  ],
  notApplicable: [genuine],
});
