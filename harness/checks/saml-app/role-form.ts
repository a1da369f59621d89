import { applicationOf } from '../../aws/mapping-expressions-records.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { groupsRef, hasRoles, judgeApplication, sentRoles } from './_application.ts';
import { formOf } from './_role-form.ts';

export default defineCheck({
  id: 'saml-app/role-form',
  title: {
    holds: 'Roles are written as the application’s access rules write them',
    fails: 'Roles are written otherwise than in the application’s access rules',
  },
  why: 'The sign-in works and gives nobody anything: a group’s name, its GUID and its SID are three different roles.',
  fix: {
    console: 'the application',
    field: 'Access rules → role',
    change:
      'Write the value that is sent: the GUID is in the address of the group’s page in IAM Identity Center.',
  },
  judges: 'setup',
  needs: ['response', 'setup'],
  refs: [groupsRef],
  messages: {
    other: 'The assertion carries {sent} ({form}); the access rules name {known} ({wanted}).',
  },
  applies: (evidence) => {
    const known = applicationOf(evidence.setup)?.own.knownRoles ?? [];
    return known.length === 0 ? 'Which roles the application knows is not known.' : hasRoles(evidence);
  },
  run: ({ response, setup }) =>
    judgeApplication(setup, (application) => {
      const known = application.own.knownRoles ?? [];
      const forms = known.map(formOf);
      // A value with several roles in it has no form of its own; saml-app/role-separate tells of it.
      const sent = sentRoles(response, application).filter(({ text }) => !/[,;\s]/.test(text));
      const [first] = sent;
      if (first === undefined || sent.some(({ text }) => forms.includes(formOf(text)))) return [];
      return [
        {
          message: 'other' as const,
          data: {
            sent: quote(first.text),
            form: `a ${formOf(first.text)}`,
            known: quoteAll(known.slice(0, 3)),
            wanted: [...new Set(forms)].map((form) => `${form}s`).join(' and '),
          },
          expected: [...new Set(forms)].map((form) => `a ${form}`).join(' or '),
          observed: `a ${formOf(first.text)}: ${quote(first.text)}`,
          where: at(response, first.element),
        },
      ];
    }),
});
