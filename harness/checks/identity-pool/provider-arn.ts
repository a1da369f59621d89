import { parseProviderArn } from '../../aws/arn.ts';
import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { at, fixes, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/provider-arn',
  title: {
    holds: 'Every SAML provider of the pool is the ARN of one',
    fails: 'A SAML provider of the pool is no ARN of one',
  },
  why: 'People of that provider are refused, whatever they send.',
  fix: fixes.provider('Remove the entry, and choose the provider from the list of IAM.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.api('SamlProviderARNs has the ARNs of SAML providers of IAM.')],
  messages: {
    malformed: '{found} is no ARN of a SAML provider.',
  },
  run: ({ 'identity-pool': { pool } }) =>
    pool.samlProviders.flatMap((arn, index) =>
      parseProviderArn(arn) !== undefined
        ? []
        : [
            {
              message: 'malformed' as const,
              data: { found: quote(arn) },
              expected: 'arn:aws:iam::<account>:saml-provider/<name>',
              observed: quote(arn),
              where: at(`/pool/samlProviders/${index}`),
            },
          ],
    ),
});
