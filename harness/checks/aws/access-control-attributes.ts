import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { hasAttributes } from '../attributes/_attributes.ts';
import { quote } from '../metadata/_show.ts';
import { accessControlAttributes } from './_names.ts';

export default defineCheck({
  id: 'aws/access-control-attributes',
  title: {
    holds: 'The response has no attribute that only IAM Identity Center reads',
    fails: 'The response has an attribute that only IAM Identity Center reads',
  },
  why: 'IAM passes AccessControl: attributes over; policies that ask for the tag deny, or miss their condition.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → attribute name',
    change: 'Write PrincipalTag: in place of AccessControl: for direct IAM federation.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.tags('In a response to IAM, tags are passed as PrincipalTag:<key>.'),
    {
      document: 'aws-identity-center',
      section: 'Attributes for access control',
      says: 'In a response to IAM Identity Center, they are passed as AccessControl:<key>.',
    },
  ],
  messages: { other: 'The attribute {name} has no effect in IAM.' },
  applies: hasAttributes,
  run: ({ response }) =>
    accessControlAttributes(response).map(({ element, name = '' }) => ({
      message: 'other' as const,
      data: { name: quote(name) },
      expected: quote(name.replace('AccessControl:', 'PrincipalTag:')),
      observed: quote(name),
      where: at(response, element, 'Name'),
    })),
});
