import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { providersNamed } from './_providers.ts';

export default defineCheck({
  id: 'aws/provider-issuer',
  title: {
    holds: 'The provider in IAM has the entity ID of the assertion’s issuer',
    fails: 'The provider in IAM has another entity ID than the assertion’s issuer',
  },
  why: 'AWS answers “Issuer not present in specified provider”.',
  fix: {
    console: 'IAM',
    field: 'Identity providers → the provider → Replace metadata',
    change: 'Upload the metadata of the identity provider that issues the assertions.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [refs.troubleshooting('The issuer equals the entity ID in the metadata of the provider.')],
  messages: { other: 'The assertion is issued by {issuer}; the provider {arn} has {entityId}.' },
  applies: ({ response, account }) => {
    if (response.assertions[0]?.issuer === undefined) return 'The assertion has no Issuer.';
    return (
      providersNamed({ response, account }).some(({ provider }) => provider.entityId !== undefined) ||
      'The entity ID of no provider that the response names is known.'
    );
  },
  run: ({ response, account }) => {
    const issuer = response.assertions[0]?.issuer?.text ?? '';
    return providersNamed({ response, account }).flatMap(({ provider: { arn, entityId }, path }) => {
      if (entityId === undefined || entityId === issuer) return [];
      return [
        {
          message: 'other' as const,
          data: { issuer: quote(issuer), arn, entityId: quote(entityId) },
          expected: quote(issuer),
          observed: quote(entityId),
          where: { artifact: 'account' as const, path: `${path}/entityId` },
        },
      ];
    });
  },
});
