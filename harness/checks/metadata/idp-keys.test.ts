import { insertAfter, replaceElement, setAttribute } from '../../mutations/kit/edit.ts';
import { leftOverCertificate } from '../../mutations/metadata/_certificates.ts';
import { signingKey } from '../../mutations/metadata/_parts.ts';
import { withValidity } from '../../mutations/metadata/_validity.ts';
import endsSoon from '../../mutations/metadata/idp-certificate-ends-soon.ts';
import expired from '../../mutations/metadata/idp-certificate-expired.ts';
import extensionTwice from '../../mutations/metadata/idp-certificate-extension-twice.ts';
import garbled from '../../mutations/metadata/idp-certificate-garbled.ts';
import notYetValid from '../../mutations/metadata/idp-certificate-not-yet-valid.ts';
import notImported from '../../mutations/metadata/idp-key-not-imported.ts';
import useUnstated from '../../mutations/metadata/idp-key-use-unstated.ts';
import weak from '../../mutations/metadata/idp-key-weak.ts';
import withdrawn from '../../mutations/metadata/idp-key-withdrawn.ts';
import noKey from '../../mutations/metadata/idp-no-key.ts';
import threeKeys from '../../mutations/metadata/idp-three-keys.ts';
import { changed, changedAll, checkTester, genuine, testNow } from '../check-tester.ts';
import certificateCurrent from './idp-certificate-current.ts';
import certificateExtensions from './idp-certificate-extensions.ts';
import certificateRenewal from './idp-certificate-renewal.ts';
import keyRollover from './idp-key-rollover.ts';
import keyStrength from './idp-key-strength.ts';
import keyUse from './idp-key-use.ts';
import keysImported from './idp-keys-imported.ts';
import keysWithdrawn from './idp-keys-withdrawn.ts';
import signingKeyCheck from './idp-signing-key.ts';

const dayMs = 86_400_000;
const metadata = (apply: (xml: string) => string) => changed({ on: 'idp-metadata', apply });

const twoKeys = metadata((xml) => insertAfter(xml, 'KeyDescriptor', signingKey(leftOverCertificate)));
const encryptionKeyBeside = metadata((xml) =>
  insertAfter(xml, 'KeyDescriptor', signingKey(leftOverCertificate).replace('signing', 'encryption')),
);
const bothImported = changed({
  on: 'setup',
  apply: (setup) => ({
    ...setup,
    idp: { ...setup.idp, certificates: [...(setup.idp?.certificates ?? []), leftOverCertificate] },
  }),
});
/** The same key in a certificate that lasts for `days` from now. */
const lasting = (days: number) =>
  metadata((xml) =>
    replaceElement(xml, 'X509Certificate', (element) =>
      element.replace(
        />([^<]+)</,
        (_, der: string) => `>${withValidity(der, { notAfter: testNow + days * dayMs })}<`,
      ),
    ),
  );
const brokenIntoLines = metadata((xml) =>
  replaceElement(xml, 'X509Certificate', (element) =>
    element.replace(/>([^<]+)</, (_, der: string) => `>\n${der.replace(/.{64}/g, '$&\n')}\n<`),
  ),
);

checkTester(signingKeyCheck, {
  passes: [
    genuine,
    { name: 'the use is not stated', given: useUnstated },
    { name: 'the base64 is broken into lines', given: brokenIntoLines },
  ],
  fails: [
    { given: noKey, message: 'absent' },
    { given: garbled, message: 'unreadable', where: { artifact: 'idp-metadata' } },
    {
      name: 'the only key is for encryption',
      given: metadata((xml) => setAttribute(xml, 'KeyDescriptor', 'use', 'encryption')),
      message: 'absent',
    },
  ],
});

checkTester(keyStrength, {
  passes: [
    genuine,
    { name: 'the profile is content with 1024 bits', given: weak, options: { minRsaBits: 1024 } },
  ],
  fails: [{ given: weak, message: 'weak' }],
  notApplicable: [noKey],
});

checkTester(certificateCurrent, {
  passes: [genuine, { name: 'there is a second one that is valid', given: twoKeys }],
  fails: [
    { given: expired, message: 'expired' },
    { given: notYetValid, message: 'not-yet-valid' },
  ],
  notApplicable: [noKey, garbled],
});

checkTester(certificateRenewal, {
  passes: [
    genuine,
    { name: 'it has 91 days to go', given: lasting(91) },
    { name: 'it ends soon and its successor is published', given: changedAll(twoKeys, lasting(10)) },
  ],
  fails: [
    { given: endsSoon, message: 'soon' },
    { name: 'it has 89 days to go', given: lasting(89), message: 'soon' },
  ],
  notApplicable: [expired],
});

checkTester(certificateExtensions, {
  passes: [genuine],
  fails: [{ given: extensionTwice, message: 'repeated' }],
  notApplicable: [noKey],
});

checkTester(keyUse, {
  passes: [genuine, { name: 'an encryption key is there too', given: encryptionKeyBeside }],
  fails: [{ given: useUnstated, message: 'unstated' }],
  notApplicable: [noKey],
});

checkTester(keyRollover, {
  passes: [
    genuine,
    { name: 'two keys are published, the old one and the new one', given: twoKeys },
    { name: 'the second key is for encryption', given: encryptionKeyBeside },
  ],
  fails: [{ given: threeKeys, message: 'many' }],
});

checkTester(keysImported, {
  passes: [
    genuine,
    { name: 'both keys of a rollover were imported', given: changedAll(twoKeys, bothImported) },
    { name: 'the certificate was renewed with the same key', given: lasting(400) },
    { name: 'the other key is for encryption', given: encryptionKeyBeside },
  ],
  fails: [{ given: notImported, message: 'missing', where: { artifact: 'idp-metadata' } }],
  notApplicable: [noKey, changed({ on: 'setup', apply: ({ idp: _, ...setup }) => setup })],
});

checkTester(keysWithdrawn, {
  passes: [
    genuine,
    { name: 'both keys of a rollover are still published', given: changedAll(twoKeys, bothImported) },
  ],
  fails: [
    { given: withdrawn, message: 'withdrawn', where: { path: '/idp/certificates/1' } },
    {
      name: 'the rollover is over and the old key is still there',
      given: bothImported,
      message: 'withdrawn',
    },
  ],
  notApplicable: [noKey],
});
