import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { instant, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/issue-instant-ahead',
  title: 'The message is issued in an hour',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      ['Response', 'Response/Assertion'].reduce(
        (text, target) => setAttribute(text, target, 'IssueInstant', instant(now + 60 * minute)),
        xml,
      ),
  },
  breaks: ['assertion/age', 'conditions/early-start', 'response/issue-instant'],
  hostile: true,
  safe: 'refuses',
  refs: [
    { document: 'saml-core', section: '2.3.3', says: 'IssueInstant is the moment of issue in UTC.' },
    {
      assumption: 'Clocks may differ by five minutes, and by no more.',
      known: 'SAML names no number; products allow between none and five minutes.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Nobody issues a message in the future: either a clock is wrong or the message was made in advance.',
    weakness: ['issue-instant-not-checked'],
  },
});
