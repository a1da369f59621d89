import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { at, fixes, hasCalls, refs } from './_pool.ts';

/** The endpoints of a region: the plain one and that of FIPS. */
function endpointsOf(region: string): readonly string[] {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return [
    `https://cognito-identity.${region}.${domain}`,
    `https://cognito-identity-fips.${region}.${domain}`,
  ];
}

export default defineCheck({
  id: 'identity-pool/endpoint',
  title: {
    holds: 'Every call goes to the region of the pool',
    fails: 'A call goes to another place than the region of the pool',
  },
  why: 'The pool is not found there; over plain HTTP the assertion is read on the way.',
  fix: fixes.application(
    'Call https://cognito-identity.<region>.amazonaws.com of the region before the colon in the pool’s ID.',
  ),
  judges: 'sp',
  needs: ['identity-pool'],
  refs: [refs.api('The ID of a pool begins with its region; each region has an endpoint of its own.')],
  messages: {
    other: '{operation} goes to {found}.',
  },
  applies: hasCalls,
  run: ({ 'identity-pool': record }) =>
    record.calls.flatMap((call, index) => {
      const [region = ''] = record.pool.identityPoolId.split(':');
      const wanted = endpointsOf(region);
      const found = URL.parse(call.url);
      if (found !== null && wanted.includes(found.origin)) return [];
      return [
        {
          message: 'other' as const,
          data: { operation: call.operation, found: quote(call.url) },
          expected: wanted.join(' or '),
          observed: quote(call.url),
          where: at(`/calls/${index}/url`),
        },
      ];
    }),
});
