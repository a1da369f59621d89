import assertionEncrypted from '../../mutations/encryption/assertion-encrypted.ts';
import contentByCbc from '../../mutations/encryption/content-by-cbc.ts';
import keyByPkcs1 from '../../mutations/encryption/key-by-pkcs-1.ts';
import { applyMutation } from '../../mutations/kit/apply.ts';
import { insertBefore, replaceElement } from '../../mutations/kit/edit.ts';
import type { GenuineLogin } from '../../mutations/kit/genuine.ts';
import { changed, checkTester, genuine } from '../check-tester.ts';
import content from './content.ts';
import keyTransport from './key-transport.ts';
import recipientKey from './recipient-key.ts';

const data = '/samlp:Response/saml:EncryptedAssertion[1]/xenc:EncryptedData[1]';

/** The assertion encrypted for a service provider that publishes a key without a stated use. */
function encryptedForKey(login: GenuineLogin) {
  const encrypted = { ...login, evidence: applyMutation(assertionEncrypted, login) };
  const key =
    '<KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>' +
    `${login.context.strangerCertificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>`;
  return changed({ on: 'sp-metadata', apply: (xml) => insertBefore(xml, 'NameIDFormat', key) })(encrypted);
}

checkTester(recipientKey, {
  passes: [genuine],
  fails: [
    {
      given: assertionEncrypted,
      message: 'unreadable',
      where: { path: '/samlp:Response/saml:EncryptedAssertion[1]' },
    },
    {
      name: 'the NameID alone is encrypted',
      given: changed({
        on: 'response',
        apply: (xml) => replaceElement(xml, 'Subject/NameID', () => '<saml:EncryptedID/>'),
      }),
      message: 'unreadable',
    },
  ],
  notApplicable: [{ name: 'the service provider publishes a key', given: encryptedForKey }],
});

checkTester(content, {
  passes: [assertionEncrypted],
  fails: [
    { given: contentByCbc, message: 'other', where: { path: `${data}/xenc:EncryptionMethod[1]/@Algorithm` } },
  ],
  notApplicable: [genuine],
});

checkTester(keyTransport, {
  passes: [assertionEncrypted],
  fails: [
    {
      given: keyByPkcs1,
      message: 'weak',
      where: {
        path: `${data}/ds:KeyInfo[1]/xenc:EncryptedKey[1]/xenc:EncryptionMethod[1]/@Algorithm`,
      },
    },
  ],
  notApplicable: [genuine],
});
