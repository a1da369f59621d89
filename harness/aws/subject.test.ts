import { describe, expect, it } from 'vitest';
import { conditionSubjectType, nameQualifier, subjectType } from './subject.ts';

const saml2 = 'urn:oasis:names:tc:SAML:2.0:nameid-format:';
const saml1 = 'urn:oasis:names:tc:SAML:1.1:nameid-format:';

it('hashes issuer, account and provider as the documented formula says', () => {
  expect(nameQualifier('https://example.com/saml', '123456789012', 'MySAMLIdP')).toBe(
    '1uAJanUnBc2XeUkHURMht+xam2c=',
  );
});

describe('the type of a subject', () => {
  it.each([
    [`${saml2}persistent`, 'persistent', 'persistent'],
    [`${saml2}transient`, 'transient', 'transient'],
    [`${saml2}kerberos`, 'kerberos', `${saml2}kerberos`],
    [`${saml1}emailAddress`, `${saml1}emailAddress`, `${saml1}emailAddress`],
    [undefined, `${saml1}unspecified`, `${saml1}unspecified`],
  ])('%s is %s in the answer and %s in conditions', (format, answered, condition) => {
    expect(subjectType(format)).toBe(answered);
    expect(conditionSubjectType(format)).toBe(condition);
  });
});
