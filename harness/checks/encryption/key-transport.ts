import { defineCheck } from '../../model/check.ts';
import { ALG } from '../../saml/namespaces.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { encryptedParts, hasEncryptedPart, methodsOf } from './_encrypted.ts';

export default defineCheck({
  id: 'encryption/key-transport',
  title: {
    holds: 'The content key is not carried by RSA of PKCS #1 v1.5',
    fails: 'The content key is carried by RSA of PKCS #1 v1.5',
  },
  why: 'A service provider that answers differently to bad padding gives the key away to an attacker who asks often enough.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → key transport algorithm',
    change: 'Choose RSA-OAEP.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'xmlenc',
      section: 'Version 1.1, 6.1',
      says: 'Key transport by RSA v1.5 is open to attacks by chosen ciphertexts.',
    },
    {
      document: 'saml-errata',
      section: 'E93',
      says: 'RSA-OAEP is recommended in the place of PKCS #1 v1.5.',
    },
  ],
  messages: { weak: 'The EncryptionMethod of the key is {algorithm}; RSA-OAEP is wanted.' },
  applies: hasEncryptedPart,
  run: ({ response }) =>
    methodsOf(encryptedParts(response), 'EncryptedKey')
      .filter(({ algorithm }) => algorithm === ALG.rsa15)
      .map(({ element, algorithm }) => ({
        message: 'weak',
        data: { algorithm },
        expected: ALG.rsaOaep,
        observed: quote(algorithm),
        where: at(response, element, 'Algorithm'),
      })),
});
