import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertAfter } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/encrypted-beside-plain',
  title: 'An EncryptedID stands beside the NameID',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      insertAfter(
        xml,
        'Subject/NameID',
        `<saml:EncryptedID xmlns:saml="${NS.saml}"><xenc:EncryptedData xmlns:xenc="${NS.xenc}"><xenc:CipherData>` +
          '<xenc:CipherValue>AAAAAAAAAAAAAAAAAAAAAA==</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedID>',
      ),
  },
  breaks: ['encryption/recipient-key', 'response/schema'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '2.4.1', says: 'A Subject contains one identifier at most.' }],
  attack: {
    against: 'sp',
    mechanism: 'A target that decrypts and one that does not see two different persons.',
    weakness: ['several-names-accepted'],
  },
});
