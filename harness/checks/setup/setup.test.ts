import type { Setup } from '../../model/records.ts';
import acsUrlOfOtherInstance from '../../mutations/setup/acs-url-of-other-instance.ts';
import certificateOfOtherTenant from '../../mutations/setup/certificate-of-other-tenant.ts';
import entityIdWithSlash from '../../mutations/setup/idp-entity-id-with-slash.ts';
import issuerUrlWithSlash from '../../mutations/setup/issuer-url-with-slash.ts';
import ssoUrlOfOldTenant from '../../mutations/setup/sso-url-of-old-tenant.ts';
import { changed, checkTester, genuine, without } from '../check-tester.ts';
import acsUrl from './acs-url.ts';
import certificate from './certificate.ts';
import idpEntityId from './idp-entity-id.ts';
import issuerUrl from './issuer-url.ts';
import ssoUrl from './sso-url.ts';

const setup = (apply: (record: Setup) => Setup) => changed({ on: 'setup', apply });
const nothingKnown = { name: 'what was typed is not known', given: setup(() => ({})) };
const certificates = (change: (known: readonly string[]) => readonly string[]) =>
  setup((record) => ({
    ...record,
    idp: { ...record.idp, certificates: change(record.idp?.certificates ?? []) },
  }));
const noMetadata = changed({ on: 'idp-metadata', apply: (xml) => xml.replace(/ entityID="[^"]*"/, '') });

checkTester(idpEntityId, {
  passes: [{ name: 'both are the same', given: genuine, login: 'idp' }],
  fails: [
    { given: entityIdWithSlash, message: 'differs', where: { artifact: 'setup', path: '/idp/entityId' } },
    { name: 'the metadata has none', given: noMetadata, message: 'differs' },
  ],
  notApplicable: [nothingKnown],
});

checkTester(ssoUrl, {
  passes: [{ name: 'it is one of several locations', given: genuine }],
  fails: [
    { given: ssoUrlOfOldTenant, message: 'differs', where: { path: '/idp/ssoUrl' } },
    {
      name: 'it differs in case',
      given: setup((record) => ({
        ...record,
        idp: { ...record.idp, ssoUrl: record.idp?.ssoUrl?.toUpperCase() ?? '' },
      })),
      message: 'differs',
    },
  ],
  notApplicable: [nothingKnown],
});

checkTester(certificate, {
  passes: [
    {
      name: 'the same certificate is broken into lines',
      given: certificates((known) => known.map((der) => der.replace(/(.{64})/g, '$1\n'))),
    },
    { name: 'an older one is there too', given: certificates((known) => ['MIIB', ...known]) },
  ],
  fails: [
    { given: certificateOfOtherTenant, message: 'foreign', where: { path: '/idp/certificates' } },
    { name: 'there is none', given: certificates(() => []), message: 'foreign' },
  ],
  notApplicable: [nothingKnown],
});

checkTester(acsUrl, {
  passes: [{ name: 'both are the same', given: genuine, login: 'idp' }],
  fails: [{ given: acsUrlOfOtherInstance, message: 'differs', where: { path: '/sp/acsUrl' } }],
  notApplicable: [nothingKnown],
});

checkTester(issuerUrl, {
  passes: [{ name: 'the identity provider’s metadata is not there', given: without('idp-metadata') }],
  fails: [{ given: issuerUrlWithSlash, message: 'differs', where: { path: '/sp/entityId' } }],
  notApplicable: [nothingKnown],
});
