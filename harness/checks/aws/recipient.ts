import { readSignInAddress } from '../../aws/sign-in-addresses.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at, bearerData, hasBearerData } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';

export default defineCheck({
  id: 'aws/recipient',
  title: {
    holds: 'Recipient is a sign-in address of the partition',
    fails: 'Recipient is no sign-in address of the partition',
  },
  why: 'AWS refuses the response, and its text does not say why.',
  fix: {
    console: 'Identity provider',
    field: 'Assertion Consumer Service URL of the application',
    change: 'Enter https://signin.aws.amazon.com/saml, or https://<region>.signin.aws.amazon.com/saml.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['account'],
  refs: [
    refs.assertions('Recipient matches the sign-in address: global, of a region, or of one provider.'),
    {
      assumption: 'https://signin.aws.amazon.com/static/saml is no Recipient.',
      known: 'One version of the page names it in passing; its example and working set-ups have /saml.',
    },
  ],
  messages: {
    none: 'Recipient is {recipient}.',
    partition: 'Recipient is {recipient}, of the partition {found}; the account is in {wanted}.',
  },
  applies: hasBearerData,
  run: ({ response, account }) =>
    bearerData(response).flatMap(({ element, recipient }) => {
      // That there is none at all is told by subject/confirmation-data.
      if (recipient === undefined) return [];
      const found = readSignInAddress(recipient)?.partition;
      const wanted = account?.partition ?? found;
      if (found !== undefined && found === wanted) return [];
      return [
        {
          message: found === undefined ? ('none' as const) : ('partition' as const),
          data: { recipient: quote(recipient), found: found ?? '', wanted: wanted ?? '' },
          expected: `a sign-in address of ${wanted ?? 'AWS'}`,
          observed: quote(recipient),
          where: at(response, element, 'Recipient'),
        },
      ];
    }),
});
