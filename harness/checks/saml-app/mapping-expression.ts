import { mappingRefs, readMapping } from '../../aws/mapping-expressions.ts';
import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { hasApplication, judgeApplication, mappingFix } from './_application.ts';

export default defineCheck({
  id: 'saml-app/mapping-expression',
  title: {
    holds: 'Every mapping is text or an expression that IAM Identity Center knows',
    fails: 'A mapping has an expression that IAM Identity Center does not know',
  },
  why: 'The attribute is left out, sent as it was typed, or the sign-in fails; the console says nothing of it.',
  fix: mappingFix('Write the expression as the user guide lists it, capitals and all.'),
  judges: 'setup',
  needs: ['setup'],
  refs: mappingRefs,
  messages: {
    unknown: '{name} is mapped to {value}: {found} is no expression of IAM Identity Center{nearest}.',
    unclosed: '{name} is mapped to {value}: the brace of {found} is not closed{nearest}.',
    empty: '{name} is mapped to {value}: {found} names no attribute.',
    'no-dollar': '{name} is mapped to {value}: without a dollar sign before the brace it is text{nearest}.',
  },
  applies: hasApplication,
  run: ({ setup }) =>
    judgeApplication(setup, ({ mappings }) =>
      mappings.flatMap(({ name, value }, index) => {
        const reading = readMapping(value);
        if (reading.ok) return [];
        const { found, why, nearest } = reading;
        return [
          {
            message: why,
            data: {
              name: quote(name),
              value: quote(value),
              found: quote(found),
              nearest: nearest === undefined ? '' : `; the nearest that it knows is ${quote(nearest)}`,
            },
            expected: nearest === undefined ? 'an expression of the user guide' : quote(nearest),
            observed: quote(value),
            where: { artifact: 'setup' as const, path: `/application/mappings/${index}/value` },
          },
        ];
      }),
    ),
});
