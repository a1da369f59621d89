import { awsAttributes } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quoteAll } from '../metadata/_show.ts';
import { awsAttributesOf } from './_attributes.ts';

const single = ['sessionDuration', 'sourceIdentity'] as const;

export default defineCheck({
  id: 'aws/attribute-single',
  title: {
    holds: 'SessionDuration and SourceIdentity have one value each',
    fails: 'SessionDuration or SourceIdentity has no value or several',
  },
  why: 'AWS cannot tell which one is meant, and refuses the response.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application',
    change: 'Map the attribute to one value, and only once; leave it out where there is none.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.assertions('SessionDuration is one integer, and SourceIdentity one identity.'),
    {
      assumption: 'Several values make the login fail.',
      known: 'AWS describes both attributes with a single value, and does not say what several would do.',
    },
  ],
  messages: { count: '{name} has {count} values: {values}.' },
  applies: ({ response }) =>
    single.some((name) => awsAttributesOf(response, name).length > 0) ||
    'The response has neither SessionDuration nor SourceIdentity.',
  run: ({ response }) =>
    single.flatMap((name) => {
      const attributes = awsAttributesOf(response, name);
      const values = attributes.flatMap((attribute) => attribute.values);
      const element = values[1]?.element ?? attributes[0]?.element;
      if (element === undefined || values.length === 1) return [];
      const shown = quoteAll(values.map(({ text }) => text));
      return [
        {
          message: 'count' as const,
          data: { name: awsAttributes[name], count: values.length, values: shown },
          expected: 'one value',
          observed: shown,
          where: at(response, element),
        },
      ];
    }),
});
