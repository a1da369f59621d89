import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { ATTRNAME } from '../../saml/namespaces.ts';
import { addAttribute } from './_message.ts';

export default defineMutation({
  id: 'aws/condition-key-twice',
  title: 'The e-mail address is sent under two names of the same condition key',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      addAttribute(
        addAttribute(xml, 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress', [
          'a@example.com',
        ]),
        '0.9.2342.19200300.100.1.3',
        ['b@example.com'],
        ATTRNAME.unspecified,
      ),
  },
  breaks: ['aws/condition-key-once', 'attributes/released'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('Only one claim is mapped to each condition key.')],
  needsArtifacts: ['account'],
});
