import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { encryptAssertion } from './_encrypt.ts';

export default defineMutation({
  id: 'encryption/key-by-pkcs-1',
  title: 'The content key is encrypted by RSA of PKCS #1 v1.5',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => encryptAssertion(xml, { key: ALG.rsa15 }) },
  breaks: ['encryption/key-transport', 'encryption/recipient-key'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'xmlenc',
      section: 'Version 1.1, 6.1',
      says: 'Key transport by RSA v1.5 is open to attacks by chosen ciphertexts.',
    },
  ],
});
