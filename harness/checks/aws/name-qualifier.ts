import { refs } from '../../aws/spec-refs.ts';
import { nameQualifier } from '../../aws/subject.ts';
import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { answeredBy } from './_attempts.ts';
import { providerOf } from './_trust.ts';

export default defineCheck({
  id: 'aws/name-qualifier',
  title: {
    holds: 'STS’s NameQualifier is that of issuer, account and provider',
    fails: 'STS’s NameQualifier is not that of issuer, account and provider',
  },
  why: 'Policies that tell people apart by saml:namequalifier and saml:sub match nobody, or the wrong person.',
  fix: {
    console: 'IAM',
    field: 'Policies with saml:namequalifier',
    change: 'Compute it as base64 of SHA-1 over issuer, account ID, “/” and the name of the provider.',
  },
  judges: 'sp',
  needs: ['sts'],
  refs: [refs.api('NameQualifier is a hash of the issuer, the account and the name of the provider.')],
  messages: { other: 'STS answers with {answered}; by issuer, account and provider it is {expected}.' },
  applies: ({ sts }) =>
    answeredBy(sts, 'credentials').some(
      ({ attempt, answer }) =>
        answer.nameQualifier !== undefined &&
        answer.issuer !== undefined &&
        providerOf(attempt.principalArn) !== undefined,
    ) || 'STS gave no NameQualifier with issuer and provider.',
  run: ({ sts }) =>
    answeredBy(sts, 'credentials').flatMap(
      ({ attempt, answer: { nameQualifier: answered, issuer }, path }) => {
        const provider = providerOf(attempt.principalArn);
        if (answered === undefined || issuer === undefined || provider === undefined) return [];
        const expected = nameQualifier(issuer, provider.account, provider.name);
        if (answered === expected) return [];
        return [
          {
            message: 'other' as const,
            data: { answered: quote(answered), expected: quote(expected) },
            expected,
            observed: answered,
            where: { artifact: 'sts' as const, path: `${path}/answer/nameQualifier` },
          },
        ];
      },
    ),
});
