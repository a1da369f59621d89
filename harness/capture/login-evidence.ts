import {
  type Artifact,
  type ArtifactName,
  artifactNames,
  type Evidence,
  type Exchange,
} from '../model/evidence.ts';
import type { Delivery, Setup } from '../model/records.ts';
import { missingArtifact, recordArtifact, textArtifact } from './artifact.ts';
import { type FoundMessage, findRequest, findResponse } from './messages.ts';
import type { Redactor } from './redact.ts';

/** What a flow brings home; parts that it never reached are absent. */
export interface Sight {
  readonly idpMetadata?: string | undefined;
  readonly spMetadata?: string | undefined;
  readonly phone?: unknown;
  readonly outcome?: unknown;
  readonly portal?: unknown;
  readonly replays?: unknown;
  readonly account?: unknown;
  readonly sts?: unknown;
  readonly scim?: unknown;
  readonly directory?: unknown;
  readonly scimProbe?: unknown;
  readonly oidc?: unknown;
  readonly stepUp?: unknown;
  readonly identityPool?: unknown;
}

export interface LoginMessages {
  readonly request: FoundMessage | undefined;
  readonly response: FoundMessage | undefined;
}

export type EvidenceFrame = Pick<
  Evidence,
  | 'integration'
  | 'case'
  | 'flow'
  | 'targets'
  | 'capturedAt'
  | 'clockSkewMs'
  | 'steps'
  | 'screenshots'
  | 'notes'
> &
  Partial<Pick<Evidence, 'brokeOff'>>;

/**
 * Puts what a flow saw together with the recorded traffic, secrets masked.
 * @param wanted artifacts that this journey should have given: those not seen are declared missing
 * @param messages the login's messages, where they are not the first ones of the traffic
 */
export function buildLoginEvidence(
  frame: EvidenceFrame,
  sight: Sight,
  exchanges: readonly Exchange[],
  setup: Setup,
  wanted: readonly ArtifactName[],
  redactor: Redactor,
  messages: LoginMessages = { request: findRequest(exchanges), response: findResponse(exchanges) },
): Evidence {
  const { request, response } = messages;
  const relayStateSent = request?.delivery.relayState;
  const found: Partial<Record<ArtifactName, Artifact>> = {
    ...optional('idp-metadata', sight.idpMetadata, (xml) =>
      textArtifact(xml, 'application/samlmetadata+xml'),
    ),
    ...optional('sp-metadata', sight.spMetadata, (xml) => textArtifact(xml, 'application/samlmetadata+xml')),
    ...message('request', request, redactor),
    ...message('response', response, redactor, relayStateSent),
    setup: recordArtifact(setup),
    exchanges: recordArtifact(exchanges.map(redactor.exchange)),
    ...optional('phone', sight.phone, recordArtifact),
    ...optional('outcome', sight.outcome, recordArtifact),
    ...optional('portal', sight.portal, recordArtifact),
    ...optional('replays', sight.replays, recordArtifact),
    ...optional('account', sight.account, recordArtifact),
    ...optional('sts', sight.sts, recordArtifact),
    ...optional('scim', sight.scim, recordArtifact),
    ...optional('directory', sight.directory, recordArtifact),
    ...optional('scim-probe', sight.scimProbe, recordArtifact),
    ...optional('oidc', sight.oidc, recordArtifact),
    ...optional('step-up', sight.stepUp, recordArtifact),
    ...optional('identity-pool', sight.identityPool, recordArtifact),
  };
  const why = frame.brokeOff
    ? `The journey broke off at "${frame.brokeOff.step}" before it was seen.`
    : 'The journey ended without it.';
  const artifacts = Object.fromEntries(
    artifactNames.flatMap((name) => {
      const artifact = found[name] ?? (wanted.includes(name) ? missingArtifact(why) : undefined);
      return artifact === undefined ? [] : [[name, artifact]];
    }),
  );
  return { schema: 'countersign/evidence/1', ...frame, artifacts };
}

function optional<T>(
  name: ArtifactName,
  value: T | undefined,
  keep: (value: T) => Artifact,
): Partial<Record<ArtifactName, Artifact>> {
  return value === undefined ? {} : { [name]: keep(value) };
}

function message(
  name: 'request' | 'response',
  found: FoundMessage | undefined,
  redactor: Redactor,
  relayStateSent?: string,
): Partial<Record<ArtifactName, Artifact>> {
  if (found === undefined) return {};
  const { carriedBy, ...delivery } = found.delivery;
  const kept: Delivery = {
    ...delivery,
    ...(carriedBy === undefined
      ? {}
      : { carriedBy: { ...carriedBy, headers: redactor.headers(carriedBy.headers) } }),
    ...(relayStateSent === undefined ? {} : { relayStateSent }),
  };
  return { [name]: textArtifact(found.raw, 'text/plain'), [`${name}-delivery`]: recordArtifact(kept) };
}
