import { ns } from '../../core/saml/xml.ts';
import type { Weaknesses } from './weakness.ts';

/** Which encryption is taken. */
export const encryption: Weaknesses = {
  'cbc-accepted': (steps) => ({
    ...steps,
    algorithms: {
      ...steps.algorithms,
      unsignedContent: [
        ...steps.algorithms.unsignedContent,
        ...['128', '192', '256'].map((bits) => `${ns.xenc}aes${bits}-cbc`),
      ],
    },
  }),

  'rsa15-accepted': (steps) => ({ ...steps, algorithms: { ...steps.algorithms, rsa15: true } }),
};
