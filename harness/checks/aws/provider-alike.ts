import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { providersInUse } from './_providers.ts';

export default defineCheck({
  id: 'aws/provider-alike',
  title: {
    holds: 'No second provider in the account has the same entity ID',
    fails: 'A second provider in the account has the same entity ID',
  },
  why: 'Responses fit both; roles that trust the old one stay open after the cutover, and mix-ups go unnoticed.',
  fix: {
    console: 'IAM',
    field: 'Identity providers',
    change: 'Delete the provider that is not in use, after its roles trust the other one.',
  },
  judges: 'setup',
  needs: ['account'],
  refs: [
    refs.trust('A role trusts the provider that its policy names, by ARN.'),
    {
      assumption: 'Two providers with one entity ID are left over from a change.',
      known: 'IAM allows it, and chooses by the ARN in the response.',
    },
  ],
  messages: { alike: 'The provider {other} has the entity ID of {arn}, {entityId}.' },
  applies: ({ account }) =>
    providersInUse(account).some(({ provider }) => provider.entityId !== undefined) ||
    'The entity ID of the provider in use is not known.',
  run: ({ account }) =>
    account.providers.flatMap(({ arn: other, entityId }, index) => {
      if (account.inUse.includes(other)) return [];
      const accountOf = (arn: string) => arn.split(':')[4];
      const used = providersInUse(account).find(
        ({ provider }) => provider.entityId === entityId && accountOf(provider.arn) === accountOf(other),
      );
      if (used === undefined || entityId === undefined) return [];
      return [
        {
          message: 'alike' as const,
          data: { other, arn: used.provider.arn, entityId },
          expected: 'one provider with this entity ID',
          observed: other,
          where: { artifact: 'account' as const, path: `/providers/${index}` },
        },
      ];
    }),
});
