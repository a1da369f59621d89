/** What a granted session may rest on that AWS does not document; `replay-allowed` bears on every one of them. */
export const decisionAssumptions = [
  {
    id: 'role-value-trimmed',
    assumption: 'White space round the two ARNs of a Role value is left out of account.',
    known: 'AWS documents the form without any; whether it trims is not documented.',
  },
  {
    id: 'role-attribute-repeated',
    assumption: 'Several Attribute elements named Role count as one with all their values.',
    known: 'AWS documents one element; guides of identity providers tell their users to send just one.',
  },
  {
    id: 'max-session-duration-unknown',
    assumption: 'A role whose MaxSessionDuration is not known has the smallest, 3600 seconds.',
    known: 'get-account-authorization-details does not tell it; 3600 is what a role has unless it is set.',
  },
  {
    id: 'packed-size-estimated',
    assumption:
      'The packed size of session policies and tags is an estimate: plain lengths, against 1,700 bytes and 18 bytes more for each tag.',
    known:
      'AWS packs them in a way that it does not publish; two samples of its reference and the texts of refusals (“consumes 112% of allotted space”) are all that is known.',
  },
  {
    id: 'name-id-format-not-listed',
    assumption: 'A NameID format that AWS does not list is taken all the same.',
    known: 'AWS lists eight formats in its metadata; no refusal of another is documented or recorded.',
  },
  {
    id: 'replay-allowed',
    assumption: 'An assertion may be redeemed again within its time.',
    known: 'No AWS page says that STS refuses it, and widely used clients rely on it.',
  },
  {
    id: 'session-name-as-condition',
    assumption: 'sts:RoleSessionName is a condition key of AssumeRoleWithSAML, filled from the attribute.',
    known: 'AWS documents the key for AssumeRole; for SAML it is not confirmed.',
  },
] as const;

export type DecisionAssumptionId = (typeof decisionAssumptions)[number]['id'];
