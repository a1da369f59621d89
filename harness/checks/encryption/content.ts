import { defineCheck } from '../../model/check.ts';
import { ALG } from '../../saml/namespaces.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { encryptedParts, hasEncryptedPart, methodsOf } from './_encrypted.ts';

const authenticated: readonly string[] = [ALG.aes128Gcm, ALG.aes192Gcm, ALG.aes256Gcm];

export default defineCheck({
  id: 'encryption/content',
  title: {
    holds: 'Content is encrypted by AES-GCM',
    fails: 'Content is not encrypted by AES-GCM',
  },
  why: 'By CBC, an attacker who can ask the service provider often enough reads the assertion without the key.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion encryption algorithm',
    change: 'Choose AES-256-GCM or AES-128-GCM.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'xmlenc',
      section: 'Version 1.1, 6.1',
      says: 'A party that decrypts CBC without integrity protection can be used as an oracle for the plain text.',
    },
    {
      document: 'saml-errata',
      section: 'E93',
      says: 'With CBC, integrity is to be protected before decryption; algorithms such as GCM include that protection.',
    },
  ],
  messages: { other: 'The EncryptionMethod of the content is {algorithm}; AES-GCM is wanted.' },
  applies: hasEncryptedPart,
  run: ({ response }) =>
    methodsOf(encryptedParts(response), 'EncryptedData')
      .filter(({ algorithm }) => !authenticated.includes(algorithm))
      .map(({ element, algorithm }) => ({
        message: 'other',
        data: { algorithm: quote(algorithm) },
        expected: ALG.aes256Gcm,
        observed: quote(algorithm),
        where: at(response, element, 'Algorithm'),
      })),
});
