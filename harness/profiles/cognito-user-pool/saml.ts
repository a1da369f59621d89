import type { Profile, ProfileRule } from '../../model/profile.ts';
import { samlWebSsoRules } from '../saml-web-sso.ts';

/** What a user pool decides otherwise than the standard. */
const otherwise: Readonly<Record<string, Partial<ProfileRule> | 'off'>> = {
  // AWS names no limit for metadata of a user pool.
  'metadata/idp-size': 'off',
  'response/size': { severity: 'error', options: { maxCharacters: 100_000 } },
  // The user name is made of the provider's name and the NameID: any lasting name will do.
  'subject/user-name': 'off',
  'metadata/idp-name-id-format': 'off',
  // A pool takes relay states of more than 80 bytes, and in a login that the provider begins they say what is asked for.
  'request/relay-state-length': 'off',
  'transport/relay-state-size': 'off',
  // The error page of the hosted UI has AWS's own words.
  'outcome/refusal-helps': { options: { fixedPages: ['refused-by-sp'] } },
};

export const poolSamlRules: Profile['checks'] = Object.fromEntries(
  Object.entries(otherwise).map(([id, own]) => [id, own === 'off' ? own : complete(id, own)]),
);

function complete(id: string, own: Partial<ProfileRule>): ProfileRule {
  const rule = samlWebSsoRules[id];
  if (rule === undefined) throw new Error(`There is no rule for "${id}" to begin with.`);
  return { ...rule, ...own };
}
