import { type Check, defineCheck } from '../../model/check.ts';
import type { ReplayRecord } from '../../model/records.ts';

type How = ReplayRecord['attempts'][number]['how'];

/** A check that a response, posted again in one way, is refused. */
export function defineReplayCheck(definition: {
  readonly how: How;
  readonly title: Check['title'];
  readonly why: string;
  readonly change: string;
  readonly phrase: string;
}): Check {
  const { how, phrase } = definition;
  return defineCheck({
    id: `replay/${how}`,
    title: definition.title,
    why: definition.why,
    fix: { console: 'Service provider', field: 'Memory of used assertion IDs', change: definition.change },
    judges: 'sp',
    needs: ['replays'],
    refs: [
      {
        document: 'saml-profiles',
        section: '4.1.4.5',
        says: 'The service provider keeps the IDs of used bearer assertions as long as they are valid and refuses them.',
      },
    ],
    messages: { accepted: 'The response, posted again {phrase}, is accepted by status {status}{who}.' },
    applies: ({ replays }) =>
      replays.attempts.some((attempt) => attempt.how === how) ||
      `Posting the response again ${phrase} was not tried.`,
    run: ({ replays }) =>
      replays.attempts.flatMap((attempt, index) =>
        attempt.how !== how || !attempt.accepted
          ? []
          : [
              {
                message: 'accepted' as const,
                data: {
                  phrase,
                  status: attempt.status,
                  who: attempt.who === undefined ? '' : ` and logs in ${attempt.who}`,
                },
                expected: 'a refusal',
                observed: `accepted by status ${attempt.status}`,
                where: { artifact: 'replays' as const, path: `/attempts/${index}` },
              },
            ],
      ),
  });
}
