import { defineMutation } from '../../model/mutation.ts';
import { instant } from '../kit/genuine-facts.ts';
import { changeProvider } from './_account.ts';

export default defineMutation({
  id: 'aws/provider-expires-soon',
  title: 'The provider expires in a week',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account, { now }) =>
      changeProvider(account, (provider) => ({ ...provider, validUntil: instant(now + 7 * 86_400_000) })),
  },
  breaks: ['aws/provider-expiry'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-iam',
      section: 'GetSAMLProvider',
      says: 'ValidUntil is the expiration of the provider.',
    },
  ],
  needsArtifacts: ['account'],
});
