import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { encryptedParts } from './_encrypted.ts';

export default defineCheck({
  id: 'encryption/recipient-key',
  title: {
    holds: 'Nothing is encrypted for a service provider that publishes no key for it',
    fails: 'Something is encrypted, although the service provider publishes no key for it',
  },
  why: 'The service provider cannot read it, and refuses the login with a general error.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion encryption',
    change: 'Switch the encryption off, or have the service provider publish an encryption key first.',
  },
  judges: 'idp',
  needs: ['response', 'sp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor tells by which keys an entity receives encrypted keys.',
    },
    {
      document: 'saml-errata',
      section: 'E62',
      says: 'A key of the use "encryption", or of no stated use, is for encrypting to the role.',
    },
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'Encrypted assertions are not supported.',
    },
  ],
  messages: {
    unreadable: '{name} is encrypted; the metadata of the service provider has no encryption key.',
  },
  applies: ({ 'sp-metadata': metadata }) => {
    const roles = metadata.roles.filter(({ kind }) => kind === 'sp');
    if (roles.length === 0) return 'The metadata has no SPSSODescriptor.';
    const keys = roles.flatMap(({ certificates }) => certificates).filter(({ use }) => use !== 'signing');
    return keys.length === 0 || 'The service provider publishes a key for encryption.';
  },
  run: ({ response }) =>
    encryptedParts(response).map((element) => ({
      message: 'unreadable',
      data: { name: element.local },
      expected: 'plain text',
      observed: element.local,
      where: at(response, element),
    })),
});
