import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';

const hosts: Readonly<Record<string, RegExp>> = {
  aws: /(^|\.)aws\.amazon\.com$/,
  'aws-cn': /(^|\.)amazonaws\.cn$/,
  'aws-us-gov': /(^|\.)amazonaws-us-gov\.com$/,
};

export default defineCheck({
  id: 'aws/relay-state',
  title: {
    holds: 'RelayState is an address of AWS’s console',
    fails: 'RelayState is no address of AWS’s console',
  },
  why: 'AWS sign-in takes RelayState as the page to go to; people end on the start page, or on an error.',
  fix: {
    console: 'Identity provider',
    field: 'Application → default relay state',
    change: 'Enter the https address of a console page of the partition, or nothing.',
  },
  judges: 'idp',
  needs: ['response-delivery'],
  uses: ['account'],
  refs: [
    {
      document: 'aws-iam',
      section: 'Enabling SAML 2.0 federated principals to access the AWS Management Console',
      says: 'RelayState may name the page of the console that people come to.',
    },
    {
      assumption: 'Every page that can be named has a host below the partition’s own domain.',
      known: 'So have those of the services whose guides name a relay state; AWS gives no list.',
    },
  ],
  messages: { other: 'RelayState is {value}.' },
  applies: ({ 'response-delivery': { relayState = '' } }) =>
    relayState !== '' || 'The response came without RelayState.',
  run: ({ 'response-delivery': { relayState = '' }, account }) => {
    const address = URL.parse(relayState);
    const allowed = account === undefined ? Object.values(hosts) : [hosts[account.partition]];
    const isConsole = allowed.some((pattern) => address !== null && pattern?.test(address.hostname));
    if (address?.protocol === 'https:' && isConsole) return [];
    return [
      {
        message: 'other',
        data: { value: quote(relayState) },
        expected: 'https://console.aws.amazon.com/…, of the partition',
        observed: quote(relayState),
        where: { artifact: 'response-delivery', path: '/relayState' },
      },
    ];
  },
});
