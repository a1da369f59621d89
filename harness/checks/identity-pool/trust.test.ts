import { poolNames } from '../../mutations/identity-pool/_genuine.ts';
import { changedAll, checkTester, genuine } from '../check-tester.ts';
import { broken, pool, record, trust } from './_login.test-helper.ts';
import trustAction from './trust-action.ts';
import trustAudience from './trust-audience.ts';
import trustAuthenticated from './trust-authenticated.ts';
import trustConditions from './trust-conditions.ts';
import trustMethod from './trust-method.ts';
import trustPool from './trust-pool.ts';
import trustPrincipal from './trust-principal.ts';
import trustReadable from './trust-readable.ts';
import trustSetOperator from './trust-set-operator.ts';
import trustTags from './trust-tags.ts';

const aud = 'cognito-identity.amazonaws.com:aud';
const amr = 'cognito-identity.amazonaws.com:amr';
const other = 'us-east-1:99999999-8888-7777-6666-555555555555';

const statement = (changes: object = {}) => ({
  Effect: 'Allow',
  Principal: { Federated: 'cognito-identity.amazonaws.com' },
  Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
  Condition: {
    StringEquals: { [aud]: poolNames.poolId },
    'ForAnyValue:StringLike': { [amr]: 'authenticated' },
  },
  ...changes,
});
const saml = {
  Effect: 'Allow',
  Principal: { Federated: poolNames.provider },
  Action: 'sts:AssumeRoleWithSAML',
  Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
};
const condition = (changes: object) => trust(statement({ Condition: changes }));

/** Right, though they look otherwise than the example of the guide. */
const variants = [
  { name: 'the role trusts the SAML provider as well', given: trust(saml, statement()) },
  {
    name: 'two pools are named',
    given: condition({
      StringEquals: { [aud]: [other, poolNames.poolId] },
      'ForAnyValue:StringLike': { [amr]: 'authenticated' },
    }),
  },
  {
    name: 'keys are written in another case',
    given: condition({
      StringEquals: { 'Cognito-Identity.amazonaws.com:Aud': poolNames.poolId },
      'ForAnyValue:StringEquals': { 'cognito-identity.amazonaws.com:AMR': 'authenticated' },
    }),
  },
  {
    name: 'amr names the provider',
    given: condition({
      StringEquals: { [aud]: poolNames.poolId },
      'ForAnyValue:StringLike': { [amr]: poolNames.provider },
    }),
  },
  {
    name: 'two statements allow one action each',
    given: trust(
      statement({ Action: 'sts:AssumeRoleWithWebIdentity' }),
      statement({ Action: 'sts:TagSession' }),
    ),
  },
] as const;
const noRole = {
  name: 'the pool gives no role of its own',
  given: genuine,
  login: 'pool-assertion',
} as const;
const malformed = broken('trust-malformed');

checkTester(trustReadable, {
  passes: [genuine, ...variants],
  fails: [{ given: malformed, message: 'malformed', where: { path: '/roles/1/trustPolicy' } }],
  notApplicable: [noRole],
});

checkTester(trustPrincipal, {
  passes: [genuine, ...variants, malformed],
  fails: [
    { given: broken('trust-of-other-issuer'), message: 'missing' },
    { name: 'the role trusts the SAML provider alone', given: trust(saml), message: 'missing' },
    { name: 'the only statement denies', given: trust(statement({ Effect: 'Deny' })), message: 'missing' },
  ],
  notApplicable: [noRole],
});

checkTester(trustAction, {
  passes: [
    genuine,
    ...variants,
    { name: 'all actions of STS are allowed', given: trust(statement({ Action: 'sts:*' })) },
  ],
  fails: [{ given: broken('trust-action-of-saml'), message: 'missing' }],
  notApplicable: [noRole],
});

checkTester(trustAudience, {
  passes: [genuine, ...variants, broken('trust-of-other-pool')],
  fails: [
    { given: broken('trust-of-any-pool'), message: 'missing' },
    { given: broken('trust-of-pools-alike'), message: 'open' },
    {
      name: 'aud must only be there',
      given: condition({ Null: { [aud]: 'false' }, 'ForAnyValue:StringLike': { [amr]: 'authenticated' } }),
      message: 'open',
    },
  ],
  notApplicable: [noRole],
});

checkTester(trustPool, {
  passes: [genuine, ...variants, broken('trust-of-any-pool'), broken('trust-of-pools-alike')],
  fails: [{ given: broken('trust-of-other-pool'), message: 'other' }],
  notApplicable: [noRole],
});

checkTester(trustMethod, {
  passes: [genuine, ...variants, broken('trust-of-guests')],
  fails: [
    { given: broken('trust-without-method'), message: 'missing' },
    { given: broken('trust-of-methods-alike'), message: 'open' },
  ],
  notApplicable: [noRole],
});

checkTester(trustAuthenticated, {
  passes: [genuine, ...variants, broken('trust-without-method')],
  fails: [{ given: broken('trust-of-guests'), message: 'other' }],
  notApplicable: [noRole],
});

checkTester(trustSetOperator, {
  passes: [genuine, ...variants],
  fails: [
    { given: broken('trust-without-set-operator'), message: 'plain' },
    {
      name: 'every value is asked for',
      given: condition({
        StringEquals: { [aud]: poolNames.poolId },
        'ForAllValues:StringLike': { [amr]: '*' },
      }),
      message: 'plain',
    },
  ],
  notApplicable: [noRole],
});

checkTester(trustTags, {
  passes: [genuine, ...variants],
  fails: [{ given: broken('trust-without-tags'), message: 'missing' }],
  notApplicable: [
    noRole,
    {
      name: 'the login brings no tags',
      given: changedAll(
        pool(() => ({ principalTags: [] })),
        withoutTagSession(),
      ),
    },
  ],
});

checkTester(trustConditions, {
  passes: [genuine, ...variants, broken('trust-of-guests'), broken('trust-of-other-pool')],
  fails: [
    { given: broken('trust-denied'), message: 'denied' },
    { given: broken('trust-with-other-condition'), message: 'condition' },
  ],
  notApplicable: [noRole],
});

/** Roles that do not allow sts:TagSession. */
function withoutTagSession() {
  return record((one) => ({
    ...one,
    roles: one.roles.map((role) => ({
      ...role,
      trustPolicy: role.trustPolicy.replace('sts:TagSession', 'sts:GetCallerIdentity'),
    })),
  }));
}
