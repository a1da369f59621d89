import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

const condition =
  `<saml:Condition xmlns:saml="${NS.saml}" xmlns:xsi="${NS.xsi}" xmlns:ext="urn:example:delegation" ` +
  'xsi:type="ext:DelegationRestrictionType"/>';

export default defineMutation({
  id: 'conditions/condition-unknown',
  title: 'Conditions contain one that no standard defines',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => insertInto(xml, 'Conditions', condition) },
  breaks: ['conditions/known', 'response/schema'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.1',
      says: 'When a condition is not understood, the validity of the assertion is indeterminate, and it is rejected.',
    },
  ],
});
