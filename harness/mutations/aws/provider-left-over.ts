import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'aws/provider-left-over',
  title: 'A second provider with the same entity ID is left over',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) => ({
      ...account,
      providers: account.providers.flatMap((one) => [one, { ...one, arn: `${one.arn}-old` }]),
    }),
  },
  breaks: ['aws/provider-alike'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.trust('A role trusts the provider that its policy names, by ARN.')],
  needsArtifacts: ['account'],
});
