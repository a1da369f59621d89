import { assurance, type PoolEvent, type SignUpRequest } from './events.ts';

type Event = PoolEvent<
  SignUpRequest,
  { claimsOverrideDetails: { readonly claimsToAddOrOverride: Readonly<Record<string, string>> } | null }
>;

/**
 * Says in the ID token what was proved. The app client of step-up allows CUSTOM_AUTH only, so its sign-ins had a
 * LiveID; a token that was merely refreshed did not.
 */
export async function handler(event: Event): Promise<Event> {
  const { triggerSource, callerContext, request } = event;
  const isStepUp =
    callerContext.clientId === process.env.STEP_UP_CLIENT_ID &&
    triggerSource === 'TokenGeneration_Authentication';
  const level = request.userAttributes[assurance];
  event.response.claimsOverrideDetails = {
    claimsToAddOrOverride: {
      ...(level === undefined ? {} : { assurance_level: level }),
      ...(isStepUp ? { step_up: 'liveid' } : {}),
    },
  };
  return event;
}
