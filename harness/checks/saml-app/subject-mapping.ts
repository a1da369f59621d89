import { isGroups, mappingRefs, readMapping } from '../../aws/mapping-expressions.ts';
import { subjectName } from '../../aws/mapping-expressions-formats.ts';
import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { hasApplication, judgeApplication, mappingFix } from './_application.ts';

export default defineCheck({
  id: 'saml-app/subject-mapping',
  title: {
    holds: 'The subject is mapped to something that tells one person from another',
    fails: 'The subject is not mapped, or to what is not a person’s own',
  },
  why: 'Without a subject nobody can sign in; with a constant one everybody is the same person to the application.',
  fix: mappingFix(
    'Map Subject to an attribute of the user that is theirs alone, such as the subject or e-mail.',
  ),
  judges: 'setup',
  needs: ['setup'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Map attributes in your application to IAM Identity Center attributes',
      says: 'Every application needs a mapping of the subject.',
    },
    ...mappingRefs,
  ],
  messages: {
    missing: 'There is no mapping of Subject.',
    constant: 'Subject is mapped to {value}, which is the same for everybody.',
    groups: 'Subject is mapped to {value}: people share groups.',
  },
  applies: hasApplication,
  run: ({ setup }) =>
    judgeApplication(setup, ({ mappings }) => {
      const line = mappings.find(({ name }) => name === subjectName);
      const reading = readMapping(line?.value ?? '');
      // An expression that is not known is told by saml-app/mapping-expression.
      const isConstant = reading.ok && reading.parts.every(({ kind }) => kind === 'text');
      const message =
        line === undefined
          ? ('missing' as const)
          : isConstant
            ? ('constant' as const)
            : isGroups(reading)
              ? ('groups' as const)
              : undefined;
      if (message === undefined) return [];
      return [
        {
          message,
          data: { value: quote(line?.value ?? '') },
          expected: 'an attribute of the person',
          observed: line === undefined ? 'no mapping' : quote(line.value),
          where: { artifact: 'setup' as const, path: '/application/mappings' },
        },
      ];
    }),
});
