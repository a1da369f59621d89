import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { encryptAssertion } from './_encrypt.ts';

export default defineMutation({
  id: 'encryption/content-by-cbc',
  title: 'The assertion is encrypted by AES-CBC',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => encryptAssertion(xml, { content: ALG.aes128Cbc }) },
  breaks: ['encryption/content', 'encryption/recipient-key'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'xmlenc',
      section: 'Version 1.1, 6.1',
      says: 'A party that decrypts CBC without integrity protection can be used as an oracle for the plain text.',
    },
  ],
});
