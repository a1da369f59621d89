import { defineMutation } from '../../model/mutation.ts';
import { mistake, onRules, refs } from './_change.ts';
import { poolRoleArns } from './_genuine.ts';

export default defineMutation({
  id: 'identity-pool/rules-too-many',
  title: 'The provider has 26 rules',
  ...mistake,
  change: onRules((rules) => [
    ...rules,
    ...Array.from({ length: 24 }, (_, index) => ({
      claim: 'department',
      matchType: 'Equals',
      value: `Team ${index}`,
      roleArn: poolRoleArns.auditor,
    })),
  ]),
  breaks: ['identity-pool/rule-count'],
  refs: [refs.rules],
  needsArtifacts: ['identity-pool'],
});
