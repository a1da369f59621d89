import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'aws/fallback-administrator',
  title: {
    holds: 'Somebody can administer the account without this identity provider',
    fails: 'Nobody can administer the account without this identity provider',
  },
  why: 'When the identity provider or its certificate fails, nobody can log in to mend it.',
  fix: {
    console: 'IAM',
    field: 'Users',
    change: 'Keep an administrator with credentials of their own, locked away and tried out.',
  },
  judges: 'setup',
  needs: ['account'],
  refs: [
    {
      document: '1kosmos',
      section: 'Step 5',
      says: 'A direct IAM administrator account is kept as a fallback during the rollout.',
    },
  ],
  messages: {
    none: 'The account has no fallback administrator.',
    dependent: 'The fallback administrators {names} all come in through the provider that is rolled out.',
  },
  applies: ({ account }) =>
    account.fallbackAdministrators !== undefined || 'Nobody looked for administrators.',
  run: ({ account: { fallbackAdministrators = [], inUse } }) => {
    const isFree = (through: readonly string[]) => !through.some((arn) => inUse.includes(arn));
    if (fallbackAdministrators.some(({ through }) => isFree(through))) return [];
    const names = fallbackAdministrators.map(({ arn }) => arn).join(', ');
    return [
      {
        message: names === '' ? 'none' : 'dependent',
        data: { names },
        expected: 'an administrator who does not need the provider',
        observed: names || 'nobody',
        where: { artifact: 'account', path: '/fallbackAdministrators' },
      },
    ];
  },
});
