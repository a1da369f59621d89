import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';

export default defineCheck({
  id: 'aws/provider-exists',
  title: {
    holds: 'IAM has the SAML provider that is in use',
    fails: 'IAM does not have the SAML provider that is in use',
  },
  why: 'AWS answers “Specified provider doesn’t exist”, for every role and everybody.',
  fix: {
    console: 'IAM',
    field: 'Identity providers → Add provider',
    change: 'Create the provider from the metadata under exactly this name, or correct the ARN.',
  },
  judges: 'setup',
  needs: ['account'],
  refs: [
    refs.troubleshooting('The provider that the response names exists, under this very name.'),
    {
      document: '1kosmos',
      section: 'Integration notes',
      says: 'A provider is created from 1Kosmos metadata.',
    },
  ],
  messages: { absent: 'The account has no provider {arn}; it has {others}.' },
  applies: ({ account }) => account.inUse.length > 0 || 'Which provider is in use is not known.',
  run: ({ account }) => {
    const known = account.providers.map(({ arn }) => arn);
    const others = quoteAll(known);
    return account.inUse.flatMap((arn, index) =>
      known.includes(arn)
        ? []
        : [
            {
              message: 'absent' as const,
              data: { arn, others },
              expected: arn,
              observed: others,
              where: { artifact: 'account' as const, path: `/inUse/${index}` },
            },
          ],
    );
  },
});
