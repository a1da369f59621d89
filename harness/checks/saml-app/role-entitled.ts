import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { groupsRef, hasRoles, judgeApplication, sentRoles } from './_application.ts';

export default defineCheck({
  id: 'saml-app/role-entitled',
  title: {
    holds: 'Every role sent is a group of the person',
    fails: 'A role is sent that is no group of the person',
  },
  why: 'The person may do what nobody gave them: a group they left, or a constant in the mapping that is an administrator’s.',
  fix: {
    console: 'IAM Identity Center',
    field: 'Applications → the application → Edit attribute mappings; Groups → the group → Users',
    change: 'Remove the constant from the mapping, or the person from the group.',
  },
  judges: 'idp',
  needs: ['response', 'setup'],
  refs: [groupsRef],
  messages: { other: 'The assertion carries the role {role}; the groups of the person are {groups}.' },
  applies: hasRoles,
  run: ({ response, setup }) =>
    judgeApplication(setup, (application) => {
      const groups = application.groups.map(({ sent }) => sent);
      return (
        sentRoles(response, application)
          .filter(({ text }) => !groups.includes(text))
          // Several groups in one value are told by saml-app/role-separate.
          .filter(({ text }) => groups.filter((group) => group !== '' && text.includes(group)).length < 2)
          .map(({ text, element }) => ({
            message: 'other' as const,
            data: { role: quote(text), groups: quoteAll(groups) },
            expected: quoteAll(groups),
            observed: quote(text),
            where: at(response, element),
          }))
      );
    }),
});
