import { expect, it } from 'vitest';
import { readRoleValue } from './role-attribute.ts';

const role = 'arn:aws:iam::123456789012:role/team/Engineer';
const provider = 'arn:aws:iam::123456789012:saml-provider/1Kosmos';

it.each([
  [`${role},${provider}`, 'role-first', false],
  [`${provider},${role}`, 'provider-first', false],
  [`${role}, ${provider}`, 'role-first', true],
  [`\n  ${provider},${role}\n`, 'provider-first', true],
])('reads %j', (value, order, trimmed) => {
  expect(readRoleValue(value)).toMatchObject({
    pair: { role: { arn: role }, provider: { arn: provider }, order, trimmed },
  });
});

it.each([
  ['', 'not-a-pair'],
  [role, 'not-a-pair'],
  [`${role},${provider},`, 'not-a-pair'],
  [`${role};${provider}`, 'not-a-pair'],
  [`${role.replace('Eng', 'Eng ')},${provider}`, 'space-inside'],
  [`${role},${role}`, 'no-provider'],
  [`${provider},${provider}`, 'no-role'],
  ['a,b', 'no-role'],
  [`${role},${provider}`.replaceAll('arn:aws:', 'arn:amazon:'), 'partition-unknown'],
  [`${role},${provider.replace('saml-provider', 'SAML-Provider')}`, 'wrong-case'],
  [`${role.replace('arn:aws:iam', 'ARN:AWS:IAM')},${provider}`, 'wrong-case'],
  [`${role},${provider.replace('arn:aws:', 'arn:aws-cn:')}`, 'partitions-differ'],
  [`${role},${provider.replace('123456789012', '210987654321')}`, 'accounts-differ'],
])('finds the fault in %j: %s', (value, fault) => {
  expect(readRoleValue(value)).toMatchObject({ value, fault });
});
