import { assurance, link, openSession, type PoolEvent, type SignUpRequest } from './events.ts';

type Event = PoolEvent<
  SignUpRequest,
  { autoConfirmUser: boolean; autoVerifyEmail: boolean; autoVerifyPhone: boolean }
>;

/** Nobody brings a proof of their own: what only proofing may set is not set at sign-up. */
export async function handler(event: Event): Promise<Event> {
  if (event.triggerSource !== 'PreSignUp_SignUp') return event;
  const own = [link, openSession, assurance].filter(
    (name) => event.request.userAttributes[name] !== undefined,
  );
  if (own.length > 0) throw new Error('Some attributes are set by identity proofing only');
  event.response.autoConfirmUser = false;
  return event;
}
