import {
  nameFormatOf,
  nameIdFormatOf,
  subjectName,
} from '../../../harness/aws/mapping-expressions-formats.ts';
import type { Application } from './applications.ts';
import { signResponse } from './issue.ts';
import { postPage } from './pages/post-page.ts';
import { buildResponse, type ResponseFacts } from './response-xml.ts';
import type { PortalSession } from './session.ts';
import type { PendingRequest, State } from './state.ts';
import { valuesOf } from './values.ts';

type Answer =
  | { readonly page: Response; readonly responseId: string }
  /** Why there is nothing to send. */
  | { readonly problem: string };

/** The page that carries the browser to the application, with a Response about the person. */
export async function respondApplication(
  state: State,
  application: Application,
  session: PortalSession,
  request: PendingRequest | undefined,
): Promise<Answer> {
  const { setup, addresses } = application;
  const { ids, now } = state.center;
  const subject = setup.mappings.find(({ name }) => name === subjectName);
  const nameId = subject && valuesOf(subject.value, session.user, state)[0];
  if (subject === undefined || nameId === undefined)
    return { problem: `The mapping of "${subjectName}" gives no value for this person` };
  const message = buildResponse(
    {
      issuer: addresses.entityId,
      acsUrl: setup.acsUrl,
      audience: setup.audience,
      ...(request === undefined ? {} : { inResponseTo: request.requestId }),
      nameId: { format: nameIdFormatOf(subject.format), value: nameId },
      attributes: attributesOf(state, application, session),
      now: now(),
      authnInstant: session.startedAt,
      sessionMs: setup.sessionMs,
    },
    ids,
  );
  const key = await state.certificates.active(application.id);
  const xml = await signResponse(message, application, key);
  const relayState = request === undefined ? setup.relayState || undefined : request.relayState;
  const page = await postPage({
    nonce: ids.token(),
    application: setup.displayName,
    acsUrl: setup.acsUrl,
    samlResponse: Buffer.from(xml, 'utf8').toString('base64'),
    ...(relayState === undefined ? {} : { relayState }),
  });
  return { page, responseId: message.id };
}

/** A mapping that gives nothing for this person is left out. */
function attributesOf(
  state: State,
  { setup }: Application,
  { user }: PortalSession,
): ResponseFacts['attributes'] {
  return setup.mappings
    .filter(({ name }) => name !== subjectName)
    .map(({ name, value, format }) => ({
      name,
      nameFormat: nameFormatOf(format),
      values: valuesOf(value, user, state),
    }))
    .filter(({ values }) => values.length > 0);
}
