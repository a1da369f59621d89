import type { OutcomeRecord } from '../../model/records.ts';
import { refusedByIdp, refusedBySp } from '../../mutations/outcome/_refused.ts';
import admitted from '../../mutations/outcome/admitted-against-expectation.ts';
import assertionBesideRefusal from '../../mutations/outcome/assertion-beside-refusal.ts';
import emptyPage from '../../mutations/outcome/refusal-with-empty-page.ts';
import withTrace from '../../mutations/outcome/refusal-with-trace.ts';
import withoutAdvice from '../../mutations/outcome/refusal-without-advice.ts';
import withoutRecord from '../../mutations/outcome/refusal-without-record.ts';
import refusedWithoutCause from '../../mutations/outcome/refused-without-cause.ts';
import sessionKept from '../../mutations/outcome/session-kept-after-refusal.ts';
import stuck from '../../mutations/outcome/stuck-on-the-way.ts';
import { changed, changedAll, checkTester, genuine } from '../check-tester.ts';
import asExpected from './as-expected.ts';
import assertionAfterRefusal from './assertion-after-refusal.ts';
import refusalDiscloses from './refusal-discloses.ts';
import refusalHelps from './refusal-helps.ts';
import refusalRecorded from './refusal-recorded.ts';
import sessionAfterRefusal from './session-after-refusal.ts';

const outcome = (apply: (record: OutcomeRecord) => OutcomeRecord) => changed({ on: 'outcome', apply });
const page = (pageText: string) => outcome((record) => ({ ...refusedBySp(record), pageText }));
const bySp = { name: 'the service provider refuses as it should', given: outcome(refusedBySp) };
const byIdp = { name: 'the identity provider refuses as it should', given: outcome(refusedByIdp) };

checkTester(asExpected, {
  passes: [bySp, byIdp, { name: 'the login succeeds', given: genuine }],
  fails: [
    { given: refusedWithoutCause, message: 'refused', where: { artifact: 'outcome', path: '/actual' } },
    { given: stuck, message: 'refused' },
    { given: admitted, message: 'admitted' },
    {
      name: 'the other side refuses',
      given: outcome((record) => ({ ...refusedBySp(record), expected: 'refused-by-idp' })),
      message: 'elsewhere',
    },
  ],
});

checkTester(sessionAfterRefusal, {
  passes: [
    bySp,
    byIdp,
    {
      name: 'the service provider refuses and the identity provider’s session stays',
      given: outcome((record) => ({ ...refusedBySp(record), sessionLeft: { idp: true, sp: false } })),
    },
  ],
  fails: [
    { given: sessionKept, message: 'left' },
    {
      name: 'the identity provider refuses and keeps a session',
      given: outcome((record) => ({ ...refusedByIdp(record), sessionLeft: { idp: true, sp: false } })),
      message: 'left',
    },
  ],
  notApplicable: [
    { name: 'the login succeeds', given: genuine },
    {
      name: 'nobody looked',
      given: outcome((record) => {
        const { sessionLeft: _left, ...rest } = refusedBySp(record);
        return rest;
      }),
    },
  ],
});

const statusOnly =
  '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r" Version="2.0" IssueInstant="2026-03-14T09:26:51Z"><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/></samlp:Status></samlp:Response>';
checkTester(assertionAfterRefusal, {
  passes: [
    {
      name: 'the response carries only a status',
      given: changedAll(
        changed({ on: 'response', apply: () => statusOnly }, 'after-signing'),
        outcome(refusedByIdp),
      ),
    },
  ],
  fails: [{ given: assertionBesideRefusal, message: 'issued', where: { artifact: 'response' } }],
  notApplicable: [{ name: 'the login succeeds', given: genuine }, bySp],
});

checkTester(refusalHelps, {
  passes: [
    bySp,
    byIdp,
    {
      name: 'AWS shows its texts',
      given: page(
        "It's not you, it's us. We couldn't complete your request right now. Please try again later.",
      ),
    },
    { name: 'the phone is not enrolled', given: page('This phone is not known. Enrol it first.') },
  ],
  fails: [
    { given: withoutAdvice, message: 'bare' },
    { given: emptyPage, message: 'empty' },
    {
      name: 'only the other side’s pages cannot be changed',
      given: withoutAdvice,
      options: { fixedPages: ['refused-by-idp'] },
      message: 'bare',
    },
  ],
  notApplicable: [
    { name: 'the login succeeds', given: genuine },
    {
      name: 'the page is one that nobody can change',
      given: withoutAdvice,
      options: { fixedPages: ['refused-by-sp'] },
    },
  ],
});

checkTester(refusalDiscloses, {
  passes: [
    bySp,
    byIdp,
    {
      name: 'a reference number is shown',
      given: page('An error occurred at 10:30. Reference: 3F-22. Please try again.'),
    },
    {
      name: 'the page speaks of errors in words',
      given: page('Error: the login has expired. Please start again.'),
    },
  ],
  fails: [
    {
      name: 'a name of the message is shown',
      given: page('Try again. NotOnOrAfter has passed.'),
      message: 'shows',
    },
    {
      name: 'an exception is shown',
      given: page('Try again. java.lang.IllegalStateException: null'),
      message: 'shows',
    },
    { name: 'a path is shown', given: page('Try again. See /var/log/sso.log'), message: 'shows' },
    {
      name: 'the missing account is told',
      given: page('Unknown user. Ask your administrator.'),
      message: 'shows',
    },
    { given: withTrace, message: 'shows', where: { path: '/pageText' } },
  ],
  notApplicable: [{ name: 'the login succeeds', given: genuine }],
});

checkTester(refusalRecorded, {
  passes: [bySp],
  fails: [
    { given: withoutRecord, message: 'silent' },
    {
      name: 'the reason is blank',
      given: outcome((record) => ({ ...refusedBySp(record), auditReason: ' ' })),
      message: 'silent',
    },
  ],
  notApplicable: [{ name: 'the login succeeds', given: genuine }, byIdp],
});
