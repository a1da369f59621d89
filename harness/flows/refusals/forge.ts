import type { AcsRequest } from '../../model/attack.ts';
import type { Mutation, MutationContext } from '../../model/mutation.ts';
import type { Issued, Issuer } from './issuer.ts';
import type { RefusalTarget } from './target.ts';

/** A genuine message on its way: what an attack changes. */
export interface Material {
  readonly issued: Pick<Issued, 'unsigned' | 'sign'>;
  readonly relayState: string | undefined;
}

/** A message ready to be sent. */
export interface Forged {
  readonly request: AcsRequest;
  /** What was changed, as far as it can be read: XML, or the parameter. */
  readonly message: string;
  readonly relayState: string | undefined;
}

/** The change does not concern a service provider, or cannot be made for it. */
export class DoesNotFit extends Error {
  override readonly name = 'DoesNotFit';
}

/** Puts a message through an attack's change. @throws DoesNotFit, and what the change itself throws */
export async function forge(
  { change, stage, id }: Mutation,
  material: Material,
  context: MutationContext,
  { target, issuer }: { readonly target: RefusalTarget; readonly issuer: Issuer },
): Promise<Forged> {
  const { issued, relayState } = material;
  switch (change.on) {
    case 'response': {
      const xml =
        stage === 'before-signing'
          ? await issuer.sign(change.apply(issued.unsigned, context))
          : change.apply(await issued.sign(), context);
      return carry(xml, encode(xml), relayState, target);
    }
    case 'response-parameter': {
      const parameter = change.apply(encode(await issued.sign()), context);
      return carry(parameter, parameter, relayState, target);
    }
    case 'relay-state': {
      const changed = change.apply(relayState ?? '', context);
      const signed = await issued.sign();
      return carry(signed, encode(signed), changed, target);
    }
    case 'acs-request': {
      const { request } = await deliver(material, target);
      return carried(change.apply(request, context));
    }
    case 'order':
      return deliver(material, target);
    default:
      throw new DoesNotFit(`"${id}" changes ${change.on}, which is not sent to a service provider`);
  }
}

/** The message as it is, unchanged. */
export async function deliver({ issued, relayState }: Material, target: RefusalTarget): Promise<Forged> {
  const signed = await issued.sign();
  return carry(signed, encode(signed), relayState, target);
}

/** A request as it is, with what can be read of its message. */
export function carried(request: AcsRequest): Forged {
  const fields = new URLSearchParams(request.body ?? new URL(request.url).search);
  const parameter = fields.get('SAMLResponse') ?? fields.get('SAMLRequest') ?? request.body ?? '';
  const text = Buffer.from(parameter, 'base64').toString('utf8');
  const message = text.trimStart().startsWith('<') ? text : parameter;
  return { request, message, relayState: fields.get('RelayState') ?? undefined };
}

/** The HTTP-POST binding as a browser sends it from the identity provider's page (SAML Bindings 3.5.4). */
function carry(
  message: string,
  parameter: string,
  relayState: string | undefined,
  { acsUrl, idp }: RefusalTarget,
): Forged {
  const state = relayState === undefined ? '' : `&RelayState=${encodeForm(relayState)}`;
  const request: AcsRequest = {
    method: 'POST',
    url: acsUrl,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: new URL(idp.ssoUrl).origin,
    },
    body: `SAMLResponse=${encodeForm(parameter)}${state}`,
  };
  return { request, message, relayState };
}

const encode = (xml: string) => Buffer.from(xml, 'utf8').toString('base64');

function encodeForm(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
