import { conditionHolds } from '../../aws/policy/conditions.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { bearerData, hasBearerData } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import {
  admittingStatements,
  contextFor,
  hasReadableRole,
  otherConditionsHold,
  readableRoles,
} from './_trust.ts';

export default defineCheck({
  id: 'aws/recipient-trusted',
  title: {
    holds: 'Every trust policy accepts the Recipient as SAML:aud',
    fails: 'A trust policy does not accept the Recipient as SAML:aud',
  },
  why: 'AWS answers “Not authorized to perform sts:AssumeRoleWithSAML”, often after a change to a regional address.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → Trust relationships → Edit trust policy',
    change:
      'List under SAML:aud the address that the identity provider sends as Recipient, and the regional ones in use.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [
    refs.conditionKeys('saml:aud is the Recipient of the assertion, not its audience.'),
    refs.assertions('Several sign-in addresses may be listed, so that a region can stand in for another.'),
  ],
  messages: { other: 'The role {role} accepts {accepted} as SAML:aud; the Recipient is {recipient}.' },
  applies: ({ response, account }) => {
    const hasData = hasBearerData({ response });
    return hasData === true ? hasReadableRole({ response, account }) : hasData;
  },
  run: (given, { now }) => {
    const recipient = bearerData(given.response)[0]?.recipient ?? '';
    return readableRoles(given).flatMap((one) => {
      const context = contextFor(given.response, one.provider, now);
      const admitting = admittingStatements(one);
      const open = admitting.filter((statement) => otherConditionsHold(statement, context));
      const candidates = (open.length > 0 ? open : admitting).map(({ conditions }) =>
        conditions.filter(({ lookup }) => lookup === 'saml:aud'),
      );
      if (candidates.length === 0) return [];
      if (candidates.some((all) => all.every((condition) => conditionHolds(condition, context)))) return [];
      const values = candidates.flat().flatMap((condition) => condition.values.map(({ text }) => text));
      const accepted = values.map(quote).join(', ');
      return [
        {
          message: 'other' as const,
          data: { role: one.role.name, accepted, recipient: quote(recipient) },
          expected: accepted,
          observed: quote(recipient),
          where: one.where,
        },
      ];
    });
  },
});
