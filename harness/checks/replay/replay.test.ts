import type { ReplayRecord } from '../../model/records.ts';
import acceptedAfterRestart from '../../mutations/replay/after-restart.ts';
import acceptedInOtherBrowser from '../../mutations/replay/other-browser.ts';
import acceptedInSameBrowser from '../../mutations/replay/same-browser.ts';
import { changed, checkTester } from '../check-tester.ts';
import afterRestart from './after-restart.ts';
import otherBrowser from './other-browser.ts';
import sameBrowser from './same-browser.ts';

type Attempt = ReplayRecord['attempts'][number];
const only = (...attempts: readonly Attempt[]) => changed({ on: 'replays', apply: () => ({ attempts }) });

const cases = [
  [sameBrowser, acceptedInSameBrowser, 'same-browser', 'after-restart'],
  [otherBrowser, acceptedInOtherBrowser, 'other-browser', 'same-browser'],
  [afterRestart, acceptedAfterRestart, 'after-restart', 'other-browser'],
] as const;

for (const [check, accepted, how, other] of cases)
  checkTester(check, {
    passes: [
      { name: 'it is refused without a reason', given: only({ how, accepted: false, status: 403 }) },
      {
        name: 'only another replay is accepted',
        given: only({ how, accepted: false, status: 400 }, { how: other, accepted: true, status: 303 }),
      },
    ],
    fails: [
      { given: accepted, message: 'accepted', where: { artifact: 'replays', path: '/attempts/2' } },
      {
        name: 'the second try is accepted',
        given: only({ how, accepted: false, status: 400 }, { how, accepted: true, status: 200 }),
        message: 'accepted',
        where: { path: '/attempts/1' },
      },
    ],
    notApplicable: [{ name: 'it was not tried', given: only({ how: other, accepted: true, status: 303 }) }],
  });
