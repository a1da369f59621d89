import type { MutationContext } from '../../model/mutation.ts';

/** Another service provider that the message is really meant for; an invented one where none is known. */
export function elsewhere({ otherSp }: MutationContext): {
  readonly entityId: string;
  readonly acsUrl: string;
} {
  return (
    otherSp ?? { entityId: 'https://other-sp.example/saml', acsUrl: 'https://other-sp.example/saml/acs' }
  );
}
