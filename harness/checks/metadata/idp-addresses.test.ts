import { expect, test } from 'vitest';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import { runCheck } from '../../judge/run-check.ts';
import { elementText, insertBefore } from '../../mutations/kit/edit.ts';
import { makeGenuineLogin } from '../../mutations/kit/genuine.ts';
import { endpoint } from '../../mutations/metadata/_parts.ts';
import entityTwice from '../../mutations/metadata/idp-entity-twice.ts';
import unknownBinding from '../../mutations/metadata/idp-logout-by-unknown-binding.ts';
import ssoGone from '../../mutations/metadata/idp-sso-gone.ts';
import { BINDING, NS } from '../../saml/namespaces.ts';
import { changed, changedAll, checkTester, genuine, testNow } from '../check-tester.ts';
import { readArtifacts } from '../read.ts';
import entityUnique from './idp-entity-unique.ts';
import singleLogout from './idp-single-logout.ts';
import ssoAnswers from './idp-sso-answers.ts';

const metadata = (apply: (xml: string) => string) => changed({ on: 'idp-metadata', apply });

checkTester(entityUnique, {
  passes: [
    {
      name: 'a federation has other entities beside it',
      given: metadata((xml) => {
        const one = elementText(xml, 'EntityDescriptor');
        const other = one.replace(/entityID="[^"]*"/, 'entityID="https://other.example/saml"');
        return `<md:EntitiesDescriptor xmlns:md="${NS.md}">${one}${other}</md:EntitiesDescriptor>`;
      }),
    },
  ],
  fails: [{ given: entityTwice, message: 'twice', where: { artifact: 'idp-metadata' } }],
});

const location = 'https://acme.1kosmos.net/saml/logout';
const withLogout = metadata((xml) =>
  insertBefore(
    xml,
    'NameIDFormat',
    [BINDING.redirect, BINDING.soap].map((one) => endpoint('SingleLogoutService', one, location)).join(''),
  ),
);
const triedWith = (status: number) =>
  changedAll(
    withLogout,
    changed({
      on: 'exchanges',
      apply: (all) => [
        ...all,
        ...all.slice(-1).map((last) => ({
          ...last,
          index: last.index + 1,
          url: `${location}?SAMLRequest=logout-message`,
          status,
        })),
      ],
    }),
  );

checkTester(singleLogout, {
  passes: [{ name: 'a logout was tried and answered', given: triedWith(302) }],
  fails: [
    { given: unknownBinding, message: 'binding', where: { artifact: 'idp-metadata' } },
    {
      name: 'a logout was tried in vain',
      given: triedWith(404),
      message: 'failed',
      where: { artifact: 'exchanges' },
    },
    { name: 'a logout was tried and nobody answered', given: triedWith(0), message: 'failed' },
  ],
  notApplicable: [genuine],
});

test('single logout that nobody tried is for a person to try', async () => {
  const login = makeGenuineLogin({ now: testNow, initiatedBy: 'sp', keys: await makeSelftestKeys(testNow) });
  const run = runCheck(singleLogout, readArtifacts(withLogout(login)), { now: testNow, skewMs: 0 });
  expect(run).toEqual({ outcome: 'manual', reason: expect.stringContaining(location) });
});

const answeredWith = (status: number) =>
  changed({
    on: 'exchanges',
    apply: (all) => all.map((one) => (one.url.includes('?SAMLRequest=') ? { ...one, status } : one)),
  });

checkTester(ssoAnswers, {
  passes: [
    genuine,
    { name: 'it refuses this very request', given: answeredWith(400) },
    { name: 'it refuses this person', given: answeredWith(403) },
    { name: 'it redirects to a page of login', given: answeredWith(302) },
  ],
  fails: [
    { given: ssoGone, message: 'refused', where: { artifact: 'idp-metadata' } },
    { name: 'it takes no requests by redirect', given: answeredWith(405), message: 'refused' },
  ],
  notApplicable: [{ name: 'it was not asked', given: genuine, login: 'idp' }],
});
