import { defineMutation } from '../../model/mutation.ts';
import { encryptAssertion } from './_encrypt.ts';

export default defineMutation({
  id: 'encryption/assertion-encrypted',
  title: 'The assertion is encrypted, though the service provider has no key for it',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => encryptAssertion(xml) },
  breaks: ['encryption/recipient-key'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'Encrypted assertions are not supported.',
    },
  ],
});
