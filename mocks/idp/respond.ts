import { type Application, addressesOf, type User } from './config.ts';
import { type IdpContext, signerOf } from './context.ts';
import { issue, signingOf } from './issue.ts';
import { collectFacts } from './login-facts.ts';
import { respondPost } from './pages/post-page.ts';
import { buildResponse, buildStatusResponse } from './response-xml.ts';
import { type Login, lacks, type Session } from './state.ts';

/** Sends the browser to the application with an assertion about the person. The login is used up. */
export async function respondLogin(
  context: IdpContext,
  login: Login,
  application: Application,
  user: User,
  session: Session,
): Promise<Response> {
  login.finished = true;
  const now = context.clock.now();
  const facts = collectFacts({
    issuer: addressesOf(context.config).entityId,
    application,
    user,
    session,
    inResponseTo: login.request?.id,
    now,
  });
  const isRaw = lacks(context.state, 'request-values-unescaped');
  const message = buildResponse(isRaw ? { ...facts, isRaw } : facts, context.ids);
  const xml = await issue(message, signerOf(context), application, signingOf(application));
  context.events.record('response-issued', {
    application: application.id,
    user: user.email,
    responseId: message.id,
    assertionId: message.assertionId,
  });
  return post(context, login, application, xml);
}

/** Sends the browser to the application with a Status that says why there is no assertion. The login is used up. */
export async function respondStatus(
  context: IdpContext,
  login: Login,
  application: Application,
  codes: readonly [string, string],
): Promise<Response> {
  login.finished = true;
  const message = buildStatusResponse(
    {
      issuer: addressesOf(context.config).entityId,
      destination: application.acsUrl,
      now: context.clock.now(),
      ...(login.request === undefined ? {} : { inResponseTo: login.request.id }),
    },
    codes,
    context.ids,
  );
  const response = application.signAssertion || application.signResponse;
  const xml = await issue(message, signerOf(context), application, { assertion: false, response });
  context.events.record('status-issued', { application: application.id, codes, responseId: message.id });
  return post(context, login, application, xml);
}

function post(context: IdpContext, login: Login, application: Application, xml: string): Promise<Response> {
  return respondPost({
    organisation: context.config.organisation,
    application: application.name,
    nonce: context.ids.token(),
    acsUrl: addressFor(context, login, application),
    unescaped: lacks(context.state, 'unescaped-output'),
    samlResponse: Buffer.from(xml, 'utf8').toString('base64'),
    ...(login.relayState === undefined ? {} : { relayState: login.relayState }),
  });
}

/** The registered address. A weak provider goes by the one in the request, whatever made it take the request. */
function addressFor({ state }: IdpContext, { request }: Login, { acsUrl }: Application): string {
  const isTaken = (
    ['request-acs-not-checked', 'request-acs-by-prefix', 'request-signature-of-other-text'] as const
  ).some((one) => lacks(state, one));
  return isTaken ? (request?.acsUrl ?? acsUrl) : acsUrl;
}
