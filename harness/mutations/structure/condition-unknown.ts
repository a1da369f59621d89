import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/condition-unknown',
  title: 'The Conditions hold one that nobody knows',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      insertInto(
        xml,
        'Conditions',
        `<saml:Condition xmlns:saml="${NS.saml}" xmlns:xsi="${NS.xsi}" xmlns:far="urn:example:conditions" xsi:type="far:OnlyFromTheOffice"/>`,
      ),
  },
  breaks: ['conditions/known', 'response/schema'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.1',
      says: 'An assertion with a condition that is not understood is not relied on.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A condition that is not understood may be the one that does not hold.',
    weakness: ['unknown-conditions-ignored'],
  },
});
