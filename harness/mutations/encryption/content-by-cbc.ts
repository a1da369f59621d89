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
      section: 'Security considerations, chosen-ciphertext attacks',
      says: 'CBC without authentication lets a decrypting party be used as an oracle.',
    },
  ],
});
