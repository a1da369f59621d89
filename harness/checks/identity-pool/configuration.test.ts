import { poolNames, poolRoleArns } from '../../mutations/identity-pool/_genuine.ts';
import { changedAll, checkTester, genuine } from '../check-tester.ts';
import { broken, pool, record, response, rules } from './_login.test-helper.ts';
import classicFlow from './classic-flow.ts';
import defaultRole from './default-role.ts';
import guestRoleApart from './guest-role-apart.ts';
import guests from './guests.ts';
import mappingProvider from './mapping-provider.ts';
import mappingType from './mapping-type.ts';
import providerAccount from './provider-account.ts';
import providerArn from './provider-arn.ts';
import providerListed from './provider-listed.ts';
import providerNameLength from './provider-name-length.ts';
import roleResolution from './role-resolution.ts';
import roleSource from './role-source.ts';
import ruleClaimCharacters from './rule-claim-characters.ts';
import ruleClaimLength from './rule-claim-length.ts';
import ruleClaimSent from './rule-claim-sent.ts';
import ruleClaimSingle from './rule-claim-single.ts';
import ruleCount from './rule-count.ts';
import ruleOperator from './rule-operator.ts';
import ruleReachable from './rule-reachable.ts';
import ruleRole from './rule-role.ts';
import ruleValueLength from './rule-value-length.ts';

const { engineer, auditor } = poolRoleArns;
const rule = (claim: string, matchType: string, value: string, roleArn: string = engineer) => ({
  claim,
  matchType,
  value,
  roleArn,
});
const noRules = { name: 'the pool has no rules', given: genuine, login: 'pool-assertion' } as const;
const twoProviders = pool(({ samlProviders }) => ({
  samlProviders: [...samlProviders, `${poolNames.provider}2`],
}));

checkTester(providerListed, {
  passes: [genuine, { name: 'there are two providers', given: twoProviders }],
  fails: [
    { given: broken('provider-not-listed'), message: 'missing', where: { path: '/pool/samlProviders' } },
    {
      name: 'the provider is listed in another case',
      given: pool(() => ({ samlProviders: [poolNames.provider.toLowerCase()] })),
      message: 'missing',
    },
  ],
});

checkTester(providerArn, {
  passes: [genuine, { name: 'there are two providers', given: twoProviders }],
  fails: [
    { given: broken('provider-is-role'), message: 'malformed', where: { path: '/pool/samlProviders/1' } },
  ],
});

checkTester(providerNameLength, {
  passes: [
    genuine,
    {
      name: 'the ARN has 128 characters',
      given: record((one) => ({ ...one, provider: one.provider.padEnd(128, 'x') })),
    },
  ],
  fails: [{ given: broken('provider-name-too-long'), message: 'long' }],
});

checkTester(providerAccount, {
  passes: [genuine],
  fails: [{ given: broken('provider-of-other-account'), message: 'other' }],
});

checkTester(classicFlow, {
  passes: [genuine],
  fails: [
    { given: broken('classic-flow-on'), message: 'on' },
    { given: broken('classic-flow-unsaid'), message: 'silent' },
  ],
});

checkTester(guests, {
  passes: [
    genuine,
    { name: 'guests are wanted', given: broken('guests-allowed'), options: { guestsWanted: true } },
  ],
  fails: [{ given: broken('guests-allowed'), message: 'allowed' }],
});

checkTester(guestRoleApart, {
  passes: [genuine],
  fails: [
    { given: broken('guest-role-of-members'), message: 'shared' },
    {
      name: 'guests get the authenticated role',
      given: pool(({ authenticatedRole = '' }) => ({ unauthenticatedRole: authenticatedRole })),
      message: 'shared',
    },
  ],
  notApplicable: [
    {
      name: 'there is no role for guests',
      given: record(({ pool: { unauthenticatedRole: _, ...rest }, ...one }) => ({ ...one, pool: rest })),
    },
  ],
});

checkTester(mappingProvider, {
  passes: [
    genuine,
    {
      name: 'a user pool has a mapping, too',
      given: pool(({ roleMappings }) => ({
        roleMappings: [
          ...roleMappings,
          {
            provider: 'cognito-idp.us-east-1.amazonaws.com/us-east-1_abc:client',
            type: 'Token',
            ambiguousRoleResolution: 'Deny',
            rules: [],
          },
        ],
      })),
    },
    broken('provider-not-listed'),
  ],
  fails: [
    {
      given: broken('mapping-of-other-provider'),
      message: 'unknown',
      where: { path: '/pool/roleMappings/1/provider' },
    },
  ],
  notApplicable: [noRules],
});

checkTester(mappingType, {
  passes: [genuine],
  fails: [{ given: broken('mapping-by-token'), message: 'token' }],
  notApplicable: [noRules],
});

checkTester(roleResolution, {
  passes: [
    genuine,
    {
      name: 'whom no rule matches is denied',
      given: pool(({ roleMappings }) => ({
        roleMappings: roleMappings.map((one) => ({ ...one, ambiguousRoleResolution: 'Deny' })),
      })),
    },
  ],
  fails: [
    { given: broken('role-resolution-missing'), message: 'missing' },
    {
      name: 'it is written in another case',
      given: pool(({ roleMappings }) => ({
        roleMappings: roleMappings.map((one) => ({ ...one, ambiguousRoleResolution: 'deny' })),
      })),
      message: 'missing',
    },
  ],
  notApplicable: [noRules],
});

checkTester(defaultRole, {
  passes: [genuine],
  fails: [{ given: broken('default-role-missing'), message: 'missing' }],
  notApplicable: [noRules],
});

checkTester(roleSource, {
  passes: [genuine, noRules],
  fails: [{ given: broken('role-from-nowhere'), login: 'pool-assertion', message: 'none' }],
});

checkTester(ruleClaimLength, {
  passes: [genuine, { name: 'a claim has 64 characters', given: rules(rule('x'.repeat(64), 'Equals', 'a')) }],
  fails: [
    {
      given: broken('rule-claim-too-long'),
      message: 'wrong',
      where: { path: '/pool/roleMappings/0/rules/2/claim' },
    },
    { name: 'a claim is empty', given: rules(rule('', 'Equals', 'a')), message: 'wrong' },
  ],
  notApplicable: [noRules],
});

checkTester(ruleClaimCharacters, {
  passes: [
    genuine,
    {
      name: 'a claim is an address or has letters of other scripts',
      given: rules(
        rule('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name', 'Equals', 'a'),
        rule('отдел', 'Equals', 'a'),
      ),
    },
  ],
  fails: [{ given: broken('rule-claim-with-space'), message: 'wrong' }],
  notApplicable: [noRules],
});

checkTester(ruleValueLength, {
  passes: [
    genuine,
    { name: 'a value has 128 characters', given: rules(rule('department', 'Equals', 'x'.repeat(128))) },
  ],
  fails: [
    { given: broken('rule-value-too-long'), message: 'wrong' },
    { name: 'a value is empty', given: rules(rule('department', 'Equals', '')), message: 'wrong' },
  ],
  notApplicable: [noRules],
});

checkTester(ruleOperator, {
  passes: [
    genuine,
    {
      name: 'all four operators are used',
      given: rules(
        ...['Equals', 'NotEqual', 'Contains', 'StartsWith'].map((one) => rule('department', one, 'x')),
      ),
    },
  ],
  fails: [{ given: broken('rule-operator-in-other-case'), message: 'wrong' }],
  notApplicable: [noRules],
});

checkTester(ruleRole, {
  passes: [genuine],
  fails: [
    { given: broken('rule-role-unknown'), message: 'unknown' },
    {
      name: 'the path is left out',
      given: rules(rule('department', 'Equals', 'x', engineer.replace('teams/', ''))),
      message: 'unknown',
    },
    {
      name: 'the default role is not there',
      given: pool(() => ({ authenticatedRole: `${auditor}s` })),
      message: 'unknown',
    },
  ],
});

checkTester(ruleCount, {
  passes: [genuine, { name: 'the quota was raised', given: broken('rules-too-many'), options: { max: 40 } }],
  fails: [{ given: broken('rules-too-many'), message: 'many' }],
  notApplicable: [noRules],
});

checkTester(ruleReachable, {
  passes: [
    genuine,
    {
      name: 'the narrower rule comes first',
      given: rules(rule('a', 'Equals', '0815'), rule('a', 'StartsWith', '08', auditor)),
    },
    {
      name: 'the covered rule gives the same role',
      given: rules(rule('a', 'StartsWith', '08'), rule('a', 'Equals', '0815')),
    },
    {
      name: 'the claims differ',
      given: rules(rule('a', 'StartsWith', '08'), rule('b', 'Equals', '0815', auditor)),
    },
    {
      name: 'what NotEqual leaves out comes after it',
      given: rules(rule('a', 'NotEqual', 'x'), rule('a', 'Equals', 'x', auditor)),
    },
  ],
  fails: [
    {
      given: broken('rule-behind-wider-one'),
      message: 'shadowed',
      where: { path: '/pool/roleMappings/0/rules/2' },
    },
    {
      name: 'NotEqual comes before another value',
      given: rules(rule('a', 'NotEqual', 'x'), rule('a', 'Equals', 'y', auditor)),
      message: 'shadowed',
    },
    {
      name: 'Contains covers StartsWith',
      given: rules(rule('a', 'Contains', 'bc'), rule('a', 'StartsWith', 'abcd', auditor)),
      message: 'shadowed',
    },
  ],
  notApplicable: [noRules],
});

checkTester(ruleClaimSent, {
  passes: [
    genuine,
    { name: 'a rule goes by the subject', given: rules(rule('sub', 'Equals', 'alice')) },
    broken('rule-claim-too-long'),
  ],
  fails: [
    { given: broken('rule-claim-in-other-case'), message: 'case' },
    { given: broken('rule-claim-not-sent'), message: 'absent' },
  ],
  notApplicable: [noRules],
});

checkTester(ruleClaimSingle, {
  passes: [
    genuine,
    {
      name: 'another claim has several values',
      given: changedAll(
        rules(rule('costCenter', 'Equals', 'x')),
        response((xml) =>
          xml.replace('>Engineering<', '>Engineering</saml:AttributeValue><saml:AttributeValue>B<'),
        ),
      ),
    },
  ],
  fails: [{ given: broken('claim-with-several-values'), message: 'several' }],
  notApplicable: [noRules],
});
