import { type ConstraintFault, constraintMessage, memberFaults } from '../constraint-error.ts';
import { requestLimits } from '../limits.ts';
import { quoted, refuse } from './refuse.ts';
import type { Step } from './types.ts';

const arnConstraints = {
  length: requestLimits.arnLength,
  pattern: {
    text: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+',
    matches: /^[\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]+$/u,
  },
};
const policyConstraints = {
  length: requestLimits.policyLength,
  pattern: { text: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+', matches: /^[\t\n\r\u0020-\u00ff]+$/ },
};

export const checkRequestMembers: Step = (given) => {
  const { request } = given;
  const { durationSeconds, minimumSessionTokenSize } = request;
  const faults = [
    ...memberFaults('roleArn', request.roleArn, { required: true, ...arnConstraints }),
    ...memberFaults('principalArn', request.principalArn, { required: true, ...arnConstraints }),
    ...assertionFaults(request.samlAssertionLength),
    ...policyArnFaults(request.policyArns ?? []),
    ...memberFaults('policy', request.policy, policyConstraints),
    ...memberFaults('durationSeconds', durationSeconds?.toString(), {
      range: requestLimits.durationSeconds,
    }),
    ...memberFaults('minimumSessionTokenSize', minimumSessionTokenSize?.toString(), {
      range: requestLimits.minimumSessionTokenSize,
    }),
  ];
  const [first] = faults;
  if (first === undefined) return undefined;
  return refuse(given, 'request/constraints', {
    says: `The parameter ${first.member} must ${first.must}.`,
    expected: `${first.member} that must ${first.must}`,
    observed: 'hidden' in first ? 'a value that breaks this' : quoted(first.value),
    values: { constraints: constraintMessage(faults) },
  });
};

export const checkRoleArn: Step = (given) => {
  if (given.role !== undefined) return undefined;
  const observed = quoted(given.request.roleArn);
  const says = `RoleArn is ${observed}, which is no ARN of an IAM role.`;
  return refuse(given, 'request/role-arn', {
    says,
    expected: 'arn:<partition>:iam::<account>:role/<name>',
    observed,
  });
};

export const checkPrincipalArn: Step = (given) => {
  if (given.provider !== undefined) return undefined;
  const observed = quoted(given.request.principalArn);
  return refuse(given, 'request/principal-arn', {
    says: `PrincipalArn is ${observed}, which is no ARN of an IAM SAML provider.`,
    expected: 'arn:<partition>:iam::<account>:saml-provider/<name>',
    observed,
  });
};

export const checkSameAccount: Step = (given) => {
  const { role, provider } = given;
  if (role === undefined || provider === undefined) return undefined;
  if (role.partition !== provider.partition)
    return refuse(given, 'request/partitions', {
      says: `The role is in the partition ${role.partition}, the provider in ${provider.partition}.`,
      expected: role.partition,
      observed: provider.partition,
    });
  if (role.account === provider.account) return undefined;
  return refuse(given, 'request/accounts', {
    says: `The role is in account ${role.account}, the provider in ${provider.account}.`,
    expected: role.account,
    observed: provider.account,
  });
};

/** The value is a secret, so the text leaves it out, as AWS does for sensitive members. */
function assertionFaults(length: number | undefined): readonly ConstraintFault[] {
  const member = 'sAMLAssertion';
  const { min, max } = requestLimits.samlAssertionLength;
  if (length === undefined) return [{ member, value: undefined, must: 'not be null' }];
  if (length < min)
    return [{ member, value: '', hidden: true, must: `have length greater than or equal to ${min}` }];
  if (length > max)
    return [{ member, value: '', hidden: true, must: `have length less than or equal to ${max}` }];
  return [];
}

function policyArnFaults(arns: readonly string[]): readonly ConstraintFault[] {
  const { max } = requestLimits.policyArns;
  const value = `[${arns.join(', ')}]`;
  const count =
    arns.length > max
      ? [{ member: 'policyArns', value, must: `have length less than or equal to ${max}` }]
      : [];
  return [
    ...count,
    ...arns.flatMap((arn, index) => memberFaults(`policyArns.${index + 1}.member.arn`, arn, arnConstraints)),
  ];
}
