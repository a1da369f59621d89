import { defineCheck } from '../../model/check.ts';
import { signedUpNow, verifiedCallback } from './_derive.ts';
import { quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/proofing-unproved',
  title: {
    holds: 'Nobody is linked or has a level without a passed proofing',
    fails: 'Somebody is linked, or has a level, without a passed proofing',
  },
  why: 'What access is built on was never proved.',
  fix: {
    console: 'AWS Lambda',
    field: 'Code of the function behind the callback',
    change: 'Write the attributes only when the status of the result is verified.',
  },
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('Proofing ends in a verified or a failed result.')],
  messages: { unproved: '{attribute} is {value}, and no proofing was passed.' },
  applies: ({ 'step-up': record }) => signedUpNow(record) || 'Nobody signed up.',
  run: ({ 'step-up': record }) => {
    if (verifiedCallback(record) !== undefined) return [];
    const attributes = record.person.after?.attributes ?? {};
    const { linkAttribute, assuranceAttribute } = record.wanted;
    return [linkAttribute, assuranceAttribute]
      .filter((name) => (attributes[name] ?? '') !== '')
      .map((attribute) => ({
        message: 'unproved' as const,
        data: { attribute, value: quote(attributes[attribute]) },
        expected: 'nothing',
        observed: quote(attributes[attribute]),
        where: { artifact: 'step-up', path: `/person/after/attributes/${attribute}` } as const,
      }));
  },
});
