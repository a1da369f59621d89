import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { hasAttributes } from '../attributes/_attributes.ts';
import { quote } from '../metadata/_show.ts';
import { unknownAttributes } from './_names.ts';

export default defineCheck({
  id: 'aws/attribute-unknown',
  title: {
    holds: 'Every attribute with AWS’s prefix is one that AWS reads',
    fails: 'An attribute with AWS’s prefix is none that AWS reads',
  },
  why: 'It has no effect: what it was to bring about does not happen, and nothing says so.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → attribute name',
    change: 'Correct the name, use PrincipalTag:<key> for data of your own, or delete the mapping.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.assertions(
      'The names are Role, RoleSessionName, SessionDuration, SourceIdentity, and those of tags.',
    ),
    refs.tags('Tags are passed as PrincipalTag:<key>; TransitiveTagKeys names the transitive ones.'),
  ],
  messages: { unknown: 'AWS reads no attribute {name}.' },
  applies: hasAttributes,
  run: ({ response }) =>
    unknownAttributes(response).map(({ element, name = '' }) => ({
      message: 'unknown' as const,
      data: { name: quote(name) },
      expected: 'a name that AWS reads',
      observed: quote(name),
      where: at(response, element, 'Name'),
    })),
});
