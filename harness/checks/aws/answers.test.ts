import type { StsAnswer } from '../../model/aws-records.ts';
import { changeAttempt, changeCredentials } from '../../mutations/aws/_sts.ts';
import { setAttribute } from '../../mutations/kit/edit.ts';
import { iamRoles } from '../../mutations/kit/genuine-iam-facts.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { changed, changedAll, checkTester, genuine, testNow } from '../check-tester.ts';
import { account, attempts, broken, response, setup, sts, values } from './_login.test-helper.ts';
import accepted from './accepted.ts';
import answerExpected from './answer-expected.ts';
import answerIdentity from './answer-identity.ts';
import assumedRole from './assumed-role.ts';
import nameQualifierCheck from './name-qualifier.ts';
import packedSize from './packed-size.ts';
import requestArns from './request-arns.ts';
import requestDuration from './request-duration.ts';
import requestEndpoint from './request-endpoint.ts';
import rolesOffered from './roles-offered.ts';
import sessionExpires from './session-expires.ts';

const asAnswered = { name: 'it is as AWS answers it', given: genuine };
const nothing = { name: 'nothing was asked', given: sts(() => ({ attempts: [] })) };
const credentials = (fields: Partial<Extract<StsAnswer, { outcome: 'credentials' }>>) =>
  sts((record) => changeCredentials(record, fields));
const asked = (fields: { roleArn?: string; principalArn?: string; durationSeconds?: number; url?: string }) =>
  sts((record) => changeAttempt(record, 'credentials', (attempt) => ({ ...attempt, ...fields })));
const shown = (...roles: readonly string[]) =>
  sts((record) =>
    changeAttempt(record, 'role-choice', (attempt) => ({
      ...attempt,
      answer: { outcome: 'role-choice', status: 200, roles },
    })),
  );
const expiresIn = (seconds: number) =>
  credentials({ expiresAt: new Date(testNow + seconds * 1000).toISOString() });

checkTester(accepted, {
  passes: [asAnswered],
  fails: [{ given: broken('refused-by-sts'), message: 'refused', where: { path: '/attempts/2/answer' } }],
  notApplicable: [
    nothing,
    {
      name: 'a refusal was arranged',
      given: changedAll(
        sts((record) =>
          changeAttempt(record, 'console', (attempt) => ({
            ...attempt,
            answer: { outcome: 'refused', status: 400, message: 'Error: Response signature invalid' },
          })),
        ),
        changed({ on: 'outcome', apply: (record) => ({ ...record, expected: 'refused-by-sp' }) }),
      ),
    },
  ],
});
checkTester(answerExpected, {
  passes: [
    asAnswered,
    {
      name: 'a refusal was arranged and came',
      given: sts((record) =>
        changeAttempt(record, 'credentials', (attempt) => ({
          ...attempt,
          expected: 'AccessDenied',
          answer: { outcome: 'refused', status: 403, code: 'AccessDenied', message: 'Not authorized' },
        })),
      ),
    },
  ],
  fails: [
    { given: broken('open-to-a-stranger'), message: 'otherwise', where: { path: '/attempts/2/answer' } },
    { given: broken('refused-by-sts'), message: 'otherwise', where: { path: '/attempts/2/answer' } },
  ],
  notApplicable: [nothing],
});
checkTester(rolesOffered, {
  passes: [{ name: 'the order is another', given: shown(iamRoles.readOnly, iamRoles.powerUser) }],
  fails: [
    { given: broken('page-lacks-role'), message: 'missing' },
    { given: broken('page-offers-more'), message: 'extra' },
    {
      name: 'something else stands there',
      given: shown(iamRoles.powerUser, iamRoles.readOnly, 'Admin'),
      message: 'extra',
    },
  ],
  notApplicable: [
    nothing,
    { name: 'what was agreed is not known', given: setup(({ access: _, ...record }) => record) },
    {
      name: 'one role led straight to the console',
      given: sts((record) => ({
        attempts: record.attempts.filter(({ answer }) => answer.outcome !== 'role-choice'),
      })),
    },
  ],
});
checkTester(assumedRole, {
  passes: [
    {
      name: 'the path of the role is left out, as AWS does',
      given: changedAll(
        asked({ roleArn: iamRoles.readOnly }),
        credentials({ assumedRoleArn: 'arn:aws:sts::111122223333:assumed-role/ReadOnly/alice' }),
      ),
    },
  ],
  fails: [
    { given: broken('session-of-other-role'), message: 'other' },
    {
      name: 'it is in another account',
      given: credentials({ assumedRoleArn: 'arn:aws:sts::444455556666:assumed-role/PowerUser/alice' }),
      message: 'other',
    },
    {
      name: 'only the beginning of the name is the same',
      given: credentials({ assumedRoleArn: 'arn:aws:sts::111122223333:assumed-role/PowerUserAdmin/alice' }),
      message: 'other',
    },
  ],
  notApplicable: [nothing],
});
checkTester(sessionExpires, {
  passes: [
    asAnswered,
    { name: 'it is shorter', given: expiresIn(900) },
    {
      name: 'the tool names no length and gets an hour',
      given: attempts(({ durationSeconds: _, ...one }) => one),
    },
  ],
  fails: [
    { given: broken('credentials-outlive-request'), message: 'late' },
    { name: 'the response asks for less', given: values('sessionDuration', '900'), message: 'late' },
    {
      name: 'the session at the identity provider ends before',
      given: response((xml) =>
        setAttribute(xml, 'AuthnStatement', 'SessionNotOnOrAfter', new Date(testNow + 600_000).toISOString()),
      ),
      message: 'late',
    },
  ],
  notApplicable: [nothing],
});
checkTester(answerIdentity, {
  passes: [
    asAnswered,
    { name: 'SubjectType is the last word of the URI', given: credentials({ subjectType: 'emailAddress' }) },
    {
      name: 'SubjectType is short for a format of SAML 2.0',
      given: changedAll(
        credentials({ subjectType: 'persistent' }),
        response((xml) => setAttribute(xml, 'NameID', 'Format', NAMEID.persistent)),
      ),
    },
  ],
  fails: [
    {
      given: broken('answer-of-other-person'),
      message: 'other',
      where: { path: '/attempts/2/answer/subject' },
    },
    {
      name: 'the audience stands where the Recipient belongs',
      given: credentials({ audience: 'urn:amazon:webservices' }),
      message: 'other',
    },
    { name: 'the issuer is another', given: credentials({ issuer: 'urn:other' }), message: 'other' },
    {
      name: 'the source identity is another',
      given: credentials({ sourceIdentity: 'bob' }),
      message: 'other',
    },
    {
      name: 'the subject type is another',
      given: credentials({ subjectType: 'transient' }),
      message: 'other',
    },
  ],
  notApplicable: [nothing],
});
checkTester(nameQualifierCheck, {
  passes: [asAnswered],
  fails: [{ given: broken('name-qualifier-with-slash'), message: 'other' }],
  notApplicable: [nothing, { given: broken('arns-swapped') }],
});
checkTester(requestArns, {
  passes: [asAnswered],
  fails: [
    { given: broken('arns-swapped'), message: 'other', where: { path: '/attempts/2/roleArn' } },
    {
      name: 'the provider is not named',
      given: attempts(({ principalArn: _, ...one }) => one),
      message: 'other',
    },
    {
      name: 'a session stands for the role',
      given: asked({ roleArn: 'arn:aws:sts::111122223333:assumed-role/A/b' }),
      message: 'other',
    },
  ],
  notApplicable: [nothing],
});
checkTester(requestDuration, {
  passes: [
    asAnswered,
    { name: 'it is the role’s maximum', given: asked({ durationSeconds: 14_400 }) },
    { name: 'the roles are not known', given: account((record) => ({ ...record, roles: [] })) },
  ],
  fails: [
    { given: broken('asked-for-twelve-hours'), message: 'role' },
    { name: 'it is a minute', given: asked({ durationSeconds: 60 }), message: 'range' },
    { name: 'it is a day', given: asked({ durationSeconds: 86_400 }), message: 'range' },
  ],
  notApplicable: [nothing],
});
checkTester(requestEndpoint, {
  passes: [
    asAnswered,
    { name: 'it is a regional endpoint', given: asked({ url: 'https://sts.eu-west-1.amazonaws.com/' }) },
    { name: 'it is none of AWS’s', given: asked({ url: 'http://127.0.0.1:4566/' }) },
  ],
  fails: [
    { given: broken('asked-in-china'), message: 'other' },
    {
      name: 'it is that of GovCloud',
      given: asked({ url: 'https://sts.us-gov-west-1.amazonaws.com/' }),
      message: 'other',
    },
    {
      name: 'it is the sign-in page of China',
      given: sts((record) =>
        changeAttempt(record, 'console', (attempt) => ({
          ...attempt,
          url: 'https://signin.amazonaws.cn/saml',
        })),
      ),
      message: 'other',
    },
  ],
  notApplicable: [nothing],
});
checkTester(packedSize, {
  passes: [{ name: 'it is at the limit', given: credentials({ packedPolicySize: 80 }) }],
  fails: [{ given: broken('packed-nearly-full'), message: 'full' }],
  notApplicable: [nothing],
});
