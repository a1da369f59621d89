import { defineCheck } from '../../model/check.ts';
import type { OutcomeRecord } from '../../model/records.ts';

export default defineCheck({
  id: 'outcome/as-expected',
  title: {
    holds: 'The login ends as it has to',
    fails: 'The login ends otherwise than it has to',
  },
  why: 'Either people who may come in stand outside, or somebody comes in who must not.',
  fix: {
    console: 'Identity provider and service provider',
    field: 'What the other findings of this login name',
    change: 'Begin with the first finding along the login; this one sums them up.',
  },
  judges: 'setup',
  needs: ['outcome'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.6',
      says: 'At the end the service provider grants or denies access.',
    },
  ],
  messages: {
    refused: 'The login was to succeed and ended as "{actual}" at {url}.',
    admitted: 'The login was to be refused and somebody is signed in at {url}.',
    elsewhere: 'The login was to end as "{expected}" and ended as "{actual}" at {url}.',
  },
  run: ({ outcome }) => {
    if (outcome.actual === outcome.expected) return [];
    return [
      {
        message: messageFor(outcome),
        data: { expected: outcome.expected, actual: outcome.actual, url: outcome.url.split(/[?#]/)[0] ?? '' },
        expected: outcome.expected,
        observed:
          outcome.auditReason === undefined ? outcome.actual : `${outcome.actual}: ${outcome.auditReason}`,
        where: { artifact: 'outcome', path: '/actual' },
      },
    ];
  },
});

function messageFor({ expected, actual }: OutcomeRecord): 'refused' | 'admitted' | 'elsewhere' {
  if (expected === 'signed-in') return 'refused';
  return actual === 'signed-in' ? 'admitted' : 'elsewhere';
}
