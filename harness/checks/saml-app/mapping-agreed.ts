import { mappingRefs } from '../../aws/mapping-expressions.ts';
import { defineCheck } from '../../model/check.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { hasApplication, judgeApplication, mappingFix } from './_application.ts';

export default defineCheck({
  id: 'saml-app/mapping-agreed',
  title: {
    holds: 'The attribute mappings are those that were agreed',
    fails: 'An agreed attribute mapping is missing, or maps something else',
  },
  why: 'The application finds no role, or takes another attribute of the person for one.',
  fix: mappingFix('Enter the line as the application’s guide has it: name, value and capitals.'),
  judges: 'setup',
  needs: ['setup'],
  refs: mappingRefs,
  messages: {
    missing: 'There is no mapping of {name}; mapped are {names}.',
    case: 'There is no mapping of {name}, but one of {other}, which differs in upper and lower case.',
    other: '{name} is mapped to {value}; agreed is {wanted}.',
  },
  applies: (evidence) =>
    (evidence.setup.attributes ?? []).length === 0
      ? 'Which attributes are agreed is not known.'
      : hasApplication(evidence),
  run: ({ setup }) =>
    judgeApplication(setup, ({ mappings }) => {
      // A name has a line for each of its values.
      const agreed = new Map((setup.attributes ?? []).map(({ name, source }) => [name, source]));
      const names = quoteAll(mappings.map(({ name }) => name));
      return [...agreed].flatMap(([name, wanted]) => {
        const line = mappings.find((one) => one.name === name);
        if (line?.value === wanted) return [];
        const alike = mappings.find((one) => one.name.toLowerCase() === name.toLowerCase());
        const message =
          line !== undefined
            ? ('other' as const)
            : alike !== undefined
              ? ('case' as const)
              : ('missing' as const);
        const observed = line?.value ?? alike?.name ?? names;
        return [
          {
            message,
            data: {
              name: quote(name),
              names,
              other: quote(alike?.name ?? ''),
              value: quote(line?.value ?? ''),
              wanted: quote(wanted),
            },
            expected: `${quote(name)}, mapped to ${quote(wanted)}`,
            observed: message === 'missing' ? names : quote(observed),
            where: { artifact: 'setup' as const, path: '/application/mappings' },
          },
        ];
      });
    }),
});
