import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { duration, instant } from '../metadata/_show.ts';
import { providersInUse } from './_providers.ts';

export default defineCheck({
  id: 'aws/provider-expiry',
  title: {
    holds: 'The provider in IAM does not expire soon',
    fails: 'The provider in IAM has expired or expires soon',
  },
  why: 'Nobody is told when it ends; on that day no login works.',
  fix: {
    console: 'IAM',
    field: 'Identity providers → the provider → Replace metadata',
    change: 'Upload metadata that is valid longer, and note the date.',
  },
  judges: 'setup',
  needs: ['account'],
  refs: [
    {
      document: 'aws-iam',
      section: 'GetSAMLProvider',
      says: 'ValidUntil is the expiration of the provider.',
    },
    refs.provider('Metadata is uploaded again before it expires.'),
  ],
  options: { leadMs: 30 * 86_400_000 },
  messages: {
    over: 'The provider {arn} expired on {until}.',
    soon: 'The provider {arn} expires on {until}, in {left}.',
  },
  applies: ({ account }) =>
    providersInUse(account).some(({ provider }) => parseInstant(provider.validUntil) !== undefined) ||
    'Until when the provider is valid is not known.',
  run: ({ account }, { now, options: { leadMs } }) =>
    providersInUse(account).flatMap(({ provider: { arn, validUntil }, path }) => {
      const end = parseInstant(validUntil)?.ms;
      if (end === undefined || end - now > leadMs) return [];
      return [
        {
          message: end <= now ? ('over' as const) : ('soon' as const),
          data: { arn, until: instant(end), left: duration(end - now) },
          expected: `after ${instant(now + leadMs)}`,
          observed: instant(end),
          where: { artifact: 'account' as const, path: `${path}/validUntil` },
        },
      ];
    }),
});
