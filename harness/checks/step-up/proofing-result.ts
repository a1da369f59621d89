import { defineCheck } from '../../model/check.ts';
import { verifiedCallback } from './_derive.ts';
import { quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/proofing-result',
  title: {
    holds: 'Who was proofed is linked to their subject, with their level',
    fails: 'Who was proofed is not linked to their subject and level',
  },
  why: 'The person cannot step up, or steps up as somebody else.',
  fix: {
    console: 'AWS Lambda',
    field: 'Code of the function behind the callback',
    change: 'Write user_id and ial of the result to the user’s attributes.',
  },
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The attribute custom:blockid_sub links the user to the subject at 1Kosmos.')],
  messages: { other: '{attribute} is {value} after the proofing.' },
  applies: ({ 'step-up': record }) => verifiedCallback(record) !== undefined || 'Nobody was proofed.',
  run: ({ 'step-up': record }) => {
    const { linkAttribute, assuranceAttribute, minimumAssurance } = record.wanted;
    const attributes = record.person.after?.attributes ?? {};
    const subject = verifiedCallback(record)?.userId;
    const level = attributes[assuranceAttribute];
    const right = [
      [linkAttribute, attributes[linkAttribute], subject ?? '', attributes[linkAttribute] === subject],
      [assuranceAttribute, level, `at least ${minimumAssurance}`, Number(level ?? 0) >= minimumAssurance],
    ] as const;
    return right
      .filter(([, , , holds]) => !holds)
      .map(([attribute, value, expected]) => ({
        message: 'other' as const,
        data: { attribute, value: quote(value) },
        expected,
        observed: quote(value),
        where: { artifact: 'step-up', path: `/person/after/attributes/${attribute}` } as const,
      }));
  },
});
