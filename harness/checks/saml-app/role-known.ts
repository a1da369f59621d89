import { applicationOf } from '../../aws/mapping-expressions-records.ts';
import { defineCheck } from '../../model/check.ts';
import { at, hasAssertion } from '../assertion/_assertions.ts';
import { quoteAll } from '../metadata/_show.ts';
import { groupsRef, judgeApplication, roleAttributes, sentRoles } from './_application.ts';
import { formOf } from './_role-form.ts';

export default defineCheck({
  id: 'saml-app/role-known',
  title: {
    holds: 'The person has a role that the application’s access rules name',
    fails: 'The person has no role that the application’s access rules name',
  },
  why: 'The sign-in works, and the person may see nothing; they report it as a failed sign-in.',
  fix: {
    console: 'IAM Identity Center',
    field: 'Groups → the group → Add users',
    change: 'Put the person into a group of the access rules, or add their group to the rules.',
  },
  judges: 'setup',
  needs: ['response', 'setup'],
  refs: [
    groupsRef,
    {
      assumption: 'Somebody without a role of the access rules is let in and may do nothing.',
      known:
        'The guide of Kpow: users with at least one role of the configuration may see it, and what no policy allows is denied.',
    },
  ],
  messages: {
    none: 'The assertion carries no role; the access rules name {known}.',
    unknown: 'The assertion carries {sent}; the access rules name {known}.',
  },
  applies: (evidence) => {
    const application = applicationOf(evidence.setup);
    if (application === undefined) return 'How the application was set up is not known.';
    if (application.own.knownRoles === undefined) return 'Which roles the application knows is not known.';
    // Nothing follows for somebody without a group where the attribute itself is missing for a person who has one.
    const isMissing =
      application.groups.length > 0 && roleAttributes(evidence.response, application).length === 0;
    return isMissing
      ? 'The attribute with the roles is not there; attributes/required tells.'
      : hasAssertion(evidence);
  },
  run: ({ response, setup }) =>
    judgeApplication(setup, (application) => {
      const known = application.own.knownRoles ?? [];
      const sent = sentRoles(response, application).map(({ text }) => text);
      if (sent.some((role) => known.includes(role))) return [];
      // Roles of another form, or several in one value, are told by checks of their own.
      const isOtherForm =
        known.length > 0 && sent.length > 0 && !sent.some((role) => known.map(formOf).includes(formOf(role)));
      if (isOtherForm || sent.some((role) => known.some((one) => role.includes(one)))) return [];
      const element = roleAttributes(response, application)[0]?.element ?? response.assertions[0]?.element;
      return [
        {
          message: sent.length === 0 ? ('none' as const) : ('unknown' as const),
          data: { sent: quoteAll(sent), known: quoteAll(known) },
          expected: quoteAll(known),
          observed: quoteAll(sent),
          ...(element === undefined ? {} : { where: at(response, element) }),
        },
      ];
    }),
});
