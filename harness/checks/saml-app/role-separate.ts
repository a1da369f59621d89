import { applicationOf } from '../../aws/mapping-expressions-records.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { groupsRef, hasRoles, judgeApplication, mappingFix, sentRoles } from './_application.ts';

export default defineCheck({
  id: 'saml-app/role-separate',
  title: {
    holds: 'Every role is a value of its own',
    fails: 'Several roles stand in one value',
  },
  why: 'Most applications compare the whole value, so that whoever is in two groups has no role at all.',
  fix: mappingFix('Map the attribute to the groups alone, without text round the expression.'),
  judges: 'idp',
  needs: ['response', 'setup'],
  refs: [
    {
      document: 'saml-core',
      section: '2.7.3.1.1',
      says: 'An attribute with several discrete values has an AttributeValue for each of them.',
    },
    groupsRef,
  ],
  messages: { joined: 'One value is {value}: it holds the groups {groups}.' },
  applies: (evidence) =>
    (applicationOf(evidence.setup)?.groups ?? []).length < 2
      ? 'The person is known to have no two groups.'
      : hasRoles(evidence),
  run: ({ response, setup }) =>
    judgeApplication(setup, (application) =>
      sentRoles(response, application).flatMap(({ text, element }) => {
        const held = application.groups.filter(({ sent }) => sent !== '' && text.includes(sent));
        if (held.length < 2) return [];
        return [
          {
            message: 'joined' as const,
            data: { value: quote(text), groups: held.map(({ name }) => quote(name)).join(' and ') },
            expected: `${held.length} values`,
            observed: quote(text),
            where: at(response, element),
          },
        ];
      }),
    ),
});
