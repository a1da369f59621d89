import { expect, it } from 'vitest';
import { constraintMessage, memberFaults } from './constraint-error.ts';

it('writes one fault as AWS does', () => {
  const faults = memberFaults('durationSeconds', '5', { range: { min: 900, max: 43_200 } });
  expect(constraintMessage(faults)).toBe(
    "1 validation error detected: Value '5' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
  );
});

it('joins several faults, of one member and of more', () => {
  const pattern = { text: '[a-z]+', matches: /^[a-z]+$/ };
  const faults = [
    ...memberFaults('name', 'A', { pattern, length: { min: 2, max: 4 } }),
    ...memberFaults('arn', undefined, { required: true }),
    ...memberFaults('note', undefined, { length: { min: 1, max: 2 } }),
    ...memberFaults('long', 'abc', { length: { min: 1, max: 2 } }),
  ];
  expect(constraintMessage(faults)).toBe(
    "4 validation errors detected: Value 'A' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]+; " +
      "Value 'A' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 2; " +
      "Value null at 'arn' failed to satisfy constraint: Member must not be null; " +
      "Value 'abc' at 'long' failed to satisfy constraint: Member must have length less than or equal to 2",
  );
});

it('leaves a secret out', () => {
  expect(
    constraintMessage([{ member: 'sAMLAssertion', value: 'PHNhbWw+', hidden: true, must: 'be longer' }]),
  ).toBe(
    "1 validation error detected: Value at 'sAMLAssertion' failed to satisfy constraint: Member must be longer",
  );
});
