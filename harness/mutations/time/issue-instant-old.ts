import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { instant, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/issue-instant-old',
  title: 'The message was issued a day ago',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      ['Response', 'Response/Assertion'].reduce(
        (text, target) => setAttribute(text, target, 'IssueInstant', instant(now - 24 * 60 * minute)),
        xml,
      ),
  },
  breaks: ['assertion/age', 'response/issue-instant'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      assumption: 'A response is used within minutes of its issue.',
      known: 'SAML sets no age; AWS STS takes five minutes, other products some more.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A message that was kept back for a day is used with bounds that its maker set generously.',
    weakness: ['issue-instant-not-checked'],
    advisory:
      'SAML sets no age: within its bounds a message holds, and each target decides how old it may be.',
  },
});
