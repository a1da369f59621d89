import type { Evidence } from '../../model/evidence.ts';
import type { Delivery } from '../../model/records.ts';
import { recordArtifact, textArtifact } from './artifact.ts';
import type { GenuineLogin, GenuineOptions } from './genuine.ts';
import { buildContext, fourMinutesBefore } from './genuine-context.ts';
import { type GenuineFacts, instant, makeFacts, names } from './genuine-facts.ts';
import { buildIamExchanges } from './genuine-iam-exchanges.ts';
import { iamNames, iamService } from './genuine-iam-facts.ts';
import { buildIamResponse, buildSignInMetadata } from './genuine-iam-messages.ts';
import { buildAccount, buildIamOutcome, buildIamSetup, buildSts } from './genuine-iam-records.ts';
import { buildIdpMetadata } from './genuine-messages.ts';
import { buildPhone } from './genuine-phone.ts';
import { signResponse } from './sign-response.ts';

/** Only the identity provider can begin a login into IAM: AWS sign-in sends no requests. */
export type GenuineIamOptions = Pick<GenuineOptions, 'now' | 'keys' | 'signed'>;

/**
 * A complete clean login from the identity provider's tile straight into IAM roles, made by code: the person chooses
 * a role on the sign-in page, and a tool asks STS with the same response.
 */
export function makeGenuineIamLogin(options: GenuineIamOptions): GenuineLogin {
  const login = { ...options, initiatedBy: 'idp' } as const;
  const facts = makeFacts(login, iamService);
  const { keys, signed } = facts;
  const sign = (xml: string) => signResponse(xml, keys.idp, signed);
  return {
    evidence: buildEvidence(facts, sign),
    context: buildContext(facts, {
      spEntityId: iamNames.entityId,
      acsUrl: iamNames.signInUrl,
      earlier: sign(buildIamResponse(makeFacts(fourMinutesBefore(login), iamService))),
    }),
    sign,
    signUrl: (url) => url,
  };
}

function buildEvidence(facts: GenuineFacts, sign: (xml: string) => string): Evidence {
  const metadata = 'application/samlmetadata+xml';
  const response = Buffer.from(sign(buildIamResponse(facts)), 'utf8').toString('base64');
  const delivery: Delivery = {
    binding: 'HTTP-POST',
    method: 'POST',
    url: iamNames.signInUrl,
    relayState: iamNames.consoleUrl,
    fields: ['SAMLResponse', 'RelayState'],
    tls: true,
  };
  const double = { mode: 'double' } as const;
  return {
    schema: 'countersign/evidence/1',
    integration: '1kosmos-aws-iam',
    case: 'idp-success',
    flow: 'idp-initiated',
    targets: [
      { ...double, role: 'idp', product: '1Kosmos', origins: [names.idpOrigin] },
      {
        ...double,
        role: 'sp',
        product: 'AWS sign-in',
        origins: [iamNames.signInOrigin, iamNames.consoleOrigin],
      },
      { ...double, role: 'sts', product: 'AWS STS', origins: [new URL(iamNames.stsUrl).origin] },
      {
        ...double,
        role: 'authenticator',
        product: '1Kosmos app',
        origins: ['https://phone.countersign.test'],
      },
    ],
    capturedAt: instant(facts.now),
    clockSkewMs: 0,
    artifacts: {
      'idp-metadata': textArtifact(buildIdpMetadata(facts), metadata),
      'sp-metadata': textArtifact(buildSignInMetadata(facts), metadata),
      response: textArtifact(response),
      'response-delivery': recordArtifact(delivery),
      setup: recordArtifact(buildIamSetup(facts)),
      exchanges: recordArtifact(buildIamExchanges(facts)),
      phone: recordArtifact(buildPhone(facts)),
      outcome: recordArtifact(buildIamOutcome()),
      account: recordArtifact(buildAccount(facts)),
      sts: recordArtifact(buildSts(facts)),
    },
    steps: [],
    screenshots: [],
    notes: [],
  };
}
