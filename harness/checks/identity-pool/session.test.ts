import { poolNames, poolRoleArns } from '../../mutations/identity-pool/_genuine.ts';
import { checkTester, genuine } from '../check-tester.ts';
import { broken, calls, pool, record, response } from './_login.test-helper.ts';
import answerExpected from './answer-expected.ts';
import callUnsigned from './call-unsigned.ts';
import customRole from './custom-role.ts';
import endpoint from './endpoint.ts';
import enhancedFlow from './enhanced-flow.ts';
import identityKept from './identity-kept.ts';
import identityStable from './identity-stable.ts';
import loginKey from './login-key.ts';
import loginLength from './login-length.ts';
import loginToken from './login-token.ts';
import nameIdLasting from './name-id-lasting.ts';
import poolAsked from './pool-asked.ts';
import redeemInTime from './redeem-in-time.ts';
import roleAgreed from './role-agreed.ts';
import roleChosen from './role-chosen.ts';
import roleClaim from './role-claim.ts';
import roleClaimUsed from './role-claim-used.ts';
import roleGiven from './role-given.ts';
import sessionLength from './session-length.ts';
import tagBytes from './tag-bytes.ts';
import tagClaimLength from './tag-claim-length.ts';
import tagClaimSent from './tag-claim-sent.ts';
import tagCount from './tag-count.ts';
import tagKey from './tag-key.ts';
import tagUnique from './tag-unique.ts';
import tagValue from './tag-value.ts';
import tagsAgreed from './tags-agreed.ts';
import tagsGiven from './tags-given.ts';
import tagsProvider from './tags-provider.ts';
import usedOnce from './used-once.ts';

const byAssertion = { login: 'pool-assertion' } as const;
const noTags = { name: 'the pool maps no tags', given: genuine, ...byAssertion } as const;
const noCalls = { name: 'nobody called', given: record((one) => ({ ...one, calls: [] })) };
const later = (ms: number) =>
  calls((call) => ({ ...call, askedAt: new Date(Date.parse(call.askedAt) + ms).toISOString() }));
const tags = (...lines: readonly { readonly key: string; readonly claim: string }[]) =>
  pool(({ principalTags }) => ({ principalTags: principalTags.map((one) => ({ ...one, tags: lines })) }));
const byDefault = pool(({ principalTags }) => ({
  principalTags: principalTags.map((one) => ({ ...one, useDefaults: true, tags: [] })),
}));

checkTester(loginKey, {
  passes: [
    genuine,
    {
      name: 'a developer’s login is beside it',
      given: calls((call) => ({
        ...call,
        logins: [{ provider: 'login.acme.example', length: 5, sha256: '00' }, ...call.logins],
      })),
    },
  ],
  fails: [
    { given: broken('login-key-in-other-case'), message: 'other' },
    { name: 'Logins are left out', given: calls((call) => ({ ...call, logins: [] })), message: 'none' },
  ],
  notApplicable: [noCalls],
});

checkTester(loginToken, {
  passes: [genuine],
  fails: [
    { given: broken('login-of-assertion-alone'), message: 'other', where: { path: '/calls/0/logins' } },
  ],
  notApplicable: [noCalls],
});

checkTester(loginLength, {
  passes: [
    genuine,
    {
      name: 'a login has 50,000 characters',
      given: calls((call) => ({ ...call, logins: call.logins.map((one) => ({ ...one, length: 50_000 })) })),
    },
  ],
  fails: [{ given: broken('login-too-long'), message: 'long' }],
  notApplicable: [noCalls],
});

checkTester(poolAsked, {
  passes: [genuine],
  fails: [{ given: broken('other-pool-asked'), message: 'other' }],
  notApplicable: [noCalls],
});

checkTester(endpoint, {
  passes: [
    genuine,
    {
      name: 'the endpoint of FIPS is called',
      given: calls((call) => ({ ...call, url: 'https://cognito-identity-fips.us-east-1.amazonaws.com/' })),
    },
  ],
  fails: [
    { given: broken('endpoint-of-other-region'), message: 'other' },
    { given: broken('endpoint-by-http'), message: 'other' },
    {
      name: 'another host is called',
      given: calls((call) => ({
        ...call,
        url: 'https://cognito-identity.us-east-1.amazonaws.com.evil.example/',
      })),
      message: 'other',
    },
  ],
  notApplicable: [noCalls],
});

checkTester(identityKept, {
  passes: [genuine],
  fails: [{ given: broken('identity-of-other'), message: 'other', where: { path: '/calls/1/identityId' } }],
  notApplicable: [noCalls],
});

checkTester(identityStable, {
  passes: [genuine],
  fails: [{ given: broken('identity-anew'), message: 'other' }],
  notApplicable: [
    { name: 'there was no earlier login', given: record(({ earlierIdentityId: _, ...one }) => one) },
  ],
});

checkTester(nameIdLasting, {
  passes: [genuine],
  fails: [{ given: broken('name-id-transient'), message: 'transient', where: { artifact: 'response' } }],
});

checkTester(callUnsigned, {
  passes: [
    genuine,
    {
      name: 'a backend signs the operation for developers',
      given: calls((call) => ({ ...call, operation: 'GetOpenIdTokenForDeveloperIdentity', signed: true })),
    },
  ],
  fails: [{ given: broken('call-signed'), message: 'signed' }],
  notApplicable: [noCalls],
});

checkTester(enhancedFlow, {
  passes: [genuine],
  fails: [{ given: broken('basic-flow-used'), message: 'basic', where: { path: '/calls/3/operation' } }],
  notApplicable: [noCalls],
});

checkTester(redeemInTime, {
  passes: [genuine, { name: 'calls come after four minutes', given: later(240_000) }],
  fails: [{ given: broken('called-late'), message: 'late', where: { path: '/calls/1/askedAt' } }],
  notApplicable: [noCalls],
});

checkTester(answerExpected, {
  passes: [genuine],
  fails: [
    { given: broken('answer-refused'), message: 'other' },
    {
      name: 'what was to be refused is granted',
      given: calls((call) => ({ ...call, expected: 'granted' })),
      message: 'other',
    },
  ],
  notApplicable: [{ name: 'nothing was wanted', given: calls(({ expected: _, ...call }) => call) }],
});

checkTester(usedOnce, {
  passes: [
    genuine,
    {
      name: 'the second GetId brings another assertion',
      given: record((one) => ({
        ...one,
        calls: one.calls.map((call, index) => ({
          ...call,
          logins: call.logins.map((login) => ({ ...login, sha256: `${index}` })),
          answer: { outcome: 'identity', status: 200, identityId: poolNames.identityId },
        })),
      })),
    },
  ],
  fails: [{ given: broken('assertion-taken-twice'), message: 'twice', where: { path: '/calls/2/answer' } }],
  notApplicable: [noCalls],
});

checkTester(roleAgreed, {
  passes: [genuine, { name: 'the role is of the assertion', given: genuine, ...byAssertion }],
  fails: [
    { given: broken('role-not-agreed'), message: 'other' },
    { given: broken('role-for-nobody-agreed'), message: 'other' },
    { given: broken('mapping-by-token'), message: 'other' },
  ],
  notApplicable: [{ name: 'nothing was agreed', given: record(({ agreed: _, ...one }) => one) }],
});

checkTester(roleGiven, {
  passes: [genuine, { name: 'the role is of the assertion', given: genuine, ...byAssertion }],
  fails: [
    {
      given: broken('role-of-later-rule'),
      message: 'other',
      where: { path: '/calls/1/answer/assumedRoleArn' },
    },
    { given: broken('custom-role-left-out'), ...byAssertion, message: 'other' },
  ],
  notApplicable: [noCalls],
});

checkTester(customRole, {
  passes: [{ name: 'the role is one of the assertion', given: genuine, ...byAssertion }],
  fails: [
    { given: broken('custom-role-not-offered'), message: 'other' },
    { given: broken('custom-role-not-offered'), ...byAssertion, message: 'other' },
  ],
  notApplicable: [genuine],
});

checkTester(roleChosen, {
  passes: [{ name: 'one of two is asked for', given: genuine, ...byAssertion }],
  fails: [{ given: broken('custom-role-left-out'), ...byAssertion, message: 'none' }],
  notApplicable: [genuine],
});

checkTester(roleClaim, {
  passes: [{ name: 'all roles come with the provider', given: genuine, ...byAssertion }],
  fails: [
    {
      given: broken('role-of-other-provider'),
      ...byAssertion,
      message: 'other',
      where: { artifact: 'response' },
    },
  ],
  notApplicable: [genuine],
});

checkTester(roleClaimUsed, {
  passes: [genuine],
  fails: [{ given: broken('role-claim-beside-rules'), message: 'unused' }],
  notApplicable: [{ name: 'there are no rules', given: genuine, ...byAssertion }],
});

checkTester(sessionLength, {
  passes: [genuine],
  fails: [{ given: broken('session-of-twelve-hours'), message: 'long' }],
  notApplicable: [noCalls],
});

checkTester(tagsProvider, {
  passes: [genuine],
  fails: [{ given: broken('tags-of-other-provider'), message: 'unknown' }],
  notApplicable: [noTags],
});

checkTester(tagKey, {
  passes: [
    genuine,
    { name: 'a key has a space and a slash', given: tags({ key: 'Cost center/EU', claim: 'costCenter' }) },
  ],
  fails: [
    { given: broken('tag-key-reserved'), message: 'wrong' },
    { given: broken('tag-key-with-comma'), message: 'wrong' },
    { name: 'a key is empty', given: tags({ key: '', claim: 'costCenter' }), message: 'wrong' },
  ],
  notApplicable: [noTags, { name: 'default mappings are used', given: byDefault }],
});

checkTester(tagClaimLength, {
  passes: [genuine],
  fails: [{ given: broken('tag-claim-too-long'), message: 'wrong' }],
  notApplicable: [noTags],
});

checkTester(tagCount, {
  passes: [genuine],
  fails: [{ given: broken('tags-too-many'), message: 'many' }],
  notApplicable: [noTags],
});

checkTester(tagUnique, {
  passes: [genuine],
  fails: [{ given: broken('tag-key-twice'), message: 'twice' }],
  notApplicable: [noTags],
});

checkTester(tagClaimSent, {
  passes: [genuine, broken('tag-claim-too-long')],
  fails: [{ given: broken('tag-claim-not-sent'), message: 'absent' }],
  notApplicable: [noTags],
});

checkTester(tagValue, {
  passes: [genuine, { name: 'default mappings are used', given: byDefault }],
  fails: [{ given: broken('tag-value-with-semicolon'), message: 'form' }],
  notApplicable: [noTags],
});

checkTester(tagBytes, {
  passes: [genuine],
  fails: [{ given: broken('tags-too-large'), message: 'large' }],
  notApplicable: [noTags],
});

checkTester(tagsAgreed, {
  passes: [
    genuine,
    {
      name: 'they are agreed in another order',
      given: record((one) => ({
        ...one,
        agreed: { role: poolRoleArns.engineer, tags: [...(one.agreed?.tags ?? [])].reverse() },
      })),
    },
  ],
  fails: [
    { given: broken('tags-not-agreed'), message: 'differ' },
    {
      name: 'a tag is made of another claim',
      given: tags({ key: 'Department', claim: 'costCenter' }),
      message: 'differ',
    },
  ],
  notApplicable: [{ name: 'nothing was agreed', given: record(({ agreed: _, ...one }) => one) }],
});

checkTester(tagsGiven, {
  passes: [genuine, broken('tags-too-large')],
  fails: [
    { given: broken('tag-not-passed-on'), message: 'other' },
    {
      name: 'the claim has another value',
      given: response((xml) => xml.replace('>4711<', '>4712<')),
      message: 'other',
    },
  ],
  notApplicable: [noCalls],
});
