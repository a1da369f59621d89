import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { valuesOfClaim } from '../../aws/identity-pool/login.ts';
import { within } from '../../aws/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { at, fixes, hasLogin, hasTagLines, loginOf, refs, tagLinesOf } from './_pool.ts';
import { isTagKey } from './_tags.ts';

export default defineCheck({
  id: 'identity-pool/tag-claim-sent',
  title: {
    holds: 'The assertion has every claim that a tag is made of',
    fails: 'The assertion lacks a claim that a tag is made of',
  },
  why: 'The session has no such tag, and policies that ask for it deny.',
  fix: fixes.claims('Send the attribute by exactly the name of the mapping; case counts.'),
  judges: 'idp',
  needs: ['response', 'identity-pool'],
  refs: [refs.tags('The attribute name is that of the provider’s token or SAML assertion.')],
  messages: {
    absent: 'The tag {key} is made of {claim}, which the assertion does not have.',
  },
  applies: (given) => (hasLogin(given) === true ? hasTagLines(given) : hasLogin(given)),
  run: (given) => {
    const login = loginOf(given);
    if (login === undefined) return [];
    return tagLinesOf(given['identity-pool']).flatMap(({ key, claim, path }) => {
      if (!isTagKey(key) || !within(claim.length, poolLimits.tagClaimLength)) return [];
      if (valuesOfClaim(login, claim).length > 0) return [];
      return [
        {
          message: 'absent' as const,
          data: { key: quote(key), claim: quote(claim) },
          expected: quote(claim),
          observed: quoteAll(login.attributes.map(({ name }) => name)),
          where: at(path),
        },
      ];
    });
  },
});
