import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'aws/provider-after-cutover',
  title: 'Another provider with the same entity ID was put in use',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) => {
      const [provider] = account.providers;
      const arn = `${provider?.arn}-2026`;
      return {
        ...account,
        inUse: [arn],
        providers: [...account.providers, ...(provider ? [{ ...provider, arn }] : [])],
      };
    },
  },
  breaks: ['aws/role-provider', 'aws/provider-alike'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.trust('A role trusts the provider that its policy names, by ARN.')],
  needsArtifacts: ['account'],
});
