import { refs } from '../../aws/spec-refs.ts';
import { subjectType } from '../../aws/subject.ts';
import { defineCheck } from '../../model/check.ts';
import type { ResponseReading } from '../../model/readings.ts';
import { quote } from '../metadata/_show.ts';
import { answeredBy, hasCredentials } from './_attempts.ts';
import { onlyValue } from './_attributes.ts';

export default defineCheck({
  id: 'aws/answer-identity',
  title: {
    holds: 'STS repeats the identity of the response',
    fails: 'STS answers with another identity than that of the response',
  },
  why: 'Policies and logs rest on what STS took from the response; another identity means that another one was used.',
  fix: {
    console: 'Command line tool',
    field: 'Response that is passed on',
    change: 'Have the tool pass on the response of this very login, and keep none between people.',
  },
  judges: 'sp',
  needs: ['sts', 'response'],
  refs: [
    refs.api('Subject is the NameID, Issuer that of the assertion, Audience the Recipient.'),
    {
      assumption: 'SubjectType of a SAML 1.1 format may be the URI or its last word.',
      known: 'The service model says the whole URI; a recorded answer has the word “unspecified”.',
    },
  ],
  messages: { other: 'STS answers with {field} {answered}; the response has {sent}.' },
  applies: ({ sts, response }) =>
    response.assertions.length > 0
      ? hasCredentials({ sts })
      : 'The Response carries no assertion in plain text.',
  run: ({ sts, response }) =>
    answeredBy(sts, 'credentials').flatMap(({ answer, path }) =>
      fieldsOf(response).flatMap(({ field, key, sent }) => {
        const answered = answer[key];
        if (answered === undefined || sent.length === 0 || sent.includes(answered)) return [];
        const expected = quote(sent[0] ?? '');
        return [
          {
            message: 'other' as const,
            data: { field, answered: quote(answered), sent: expected },
            expected,
            observed: quote(answered),
            where: { artifact: 'sts' as const, path: `${path}/answer/${key}` },
          },
        ];
      }),
    ),
});

/** What each field may say; empty where the response leaves it open. */
function fieldsOf(response: ResponseReading) {
  const assertion = response.assertions[0];
  const nameId = assertion?.subject?.nameIds[0];
  const type = subjectType(nameId?.format);
  const some = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);
  const recipient = assertion?.subject?.confirmations[0]?.data?.recipient;
  return [
    { field: 'Subject', key: 'subject', sent: some(nameId?.text) },
    { field: 'SubjectType', key: 'subjectType', sent: nameId ? [type, type.replace(/^.*:/, '')] : [] },
    { field: 'Issuer', key: 'issuer', sent: some(assertion?.issuer?.text) },
    { field: 'Audience', key: 'audience', sent: some(recipient) },
    {
      field: 'SourceIdentity',
      key: 'sourceIdentity',
      sent: some(onlyValue(response, 'sourceIdentity')?.text),
    },
  ] as const;
}
