import { describe, expect, it } from 'vitest';
import { assumedRoleArn, parseArn, parseProviderArn, parseRoleArn } from './arn.ts';

const account = '123456789012';

describe('parseArn', () => {
  it('keeps colons in the resource', () => {
    expect(parseArn('arn:aws:logs:eu-west-1:1:group:name:*')).toEqual({
      partition: 'aws',
      service: 'logs',
      region: 'eu-west-1',
      account: '1',
      resource: 'group:name:*',
    });
  });

  it.each(['', 'arn', 'arn:aws:iam::1', 'urn:aws:iam::1:role/x', ' arn:aws:iam::1:role/x'])(
    'does not read %j',
    (text) => {
      expect(parseArn(text)).toBeUndefined();
    },
  );
});

describe('parseRoleArn', () => {
  it.each([
    [`arn:aws:iam::${account}:role/Engineer`, '/', 'Engineer'],
    [`arn:aws-cn:iam::${account}:role/team/blue/A+=,.@-_z`, '/team/blue/', 'A+=,.@-_z'],
    [`arn:aws-us-gov:iam::${account}:role/${'a'.repeat(64)}`, '/', 'a'.repeat(64)],
  ])('reads %s', (arn, path, name) => {
    expect(parseRoleArn(arn)).toMatchObject({ arn, account, path, name });
  });

  it.each([
    `arn:aws:iam::${account}:role/`,
    `arn:aws:iam::${account}:role/team/`,
    `arn:aws:iam::${account}:Role/Engineer`,
    `arn:AWS:iam::${account}:role/Engineer`,
    `arn:aws:iam:us-east-1:${account}:role/Engineer`,
    'arn:aws:iam::12345678901:role/Engineer',
    `arn:aws:sts::${account}:assumed-role/Engineer/ada`,
    `arn:aws:iam::${account}:role/Eng ineer`,
    `arn:aws:iam::${account}:role/${'a'.repeat(65)}`,
    `arn:aws:iam::${account}:role/${'p'.repeat(511)}/Engineer`,
    `arn:aws:iam::${account}:role/Engineer\n`,
  ])('does not read %j', (text) => {
    expect(parseRoleArn(text)).toBeUndefined();
  });
});

describe('parseProviderArn', () => {
  it('reads account and name', () => {
    const arn = `arn:aws:iam::${account}:saml-provider/1Kosmos._-`;
    expect(parseProviderArn(arn)).toEqual({ arn, partition: 'aws', account, name: '1Kosmos._-' });
  });

  it.each([
    `arn:aws:iam::${account}:saml-provider/`,
    `arn:aws:iam::${account}:saml-provider/a/b`,
    `arn:aws:iam::${account}:oidc-provider/x`,
    `arn:aws:iam::${account}:saml-provider/${'a'.repeat(129)}`,
  ])('does not read %s', (text) => {
    expect(parseProviderArn(text)).toBeUndefined();
  });
});

it('leaves the path out of the session’s ARN', () => {
  const role = parseRoleArn(`arn:aws-cn:iam::${account}:role/team/Analyst`);
  expect(role && assumedRoleArn(role, 'ada')).toBe(`arn:aws-cn:sts::${account}:assumed-role/Analyst/ada`);
});
