import { awsAttributes } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at, hasAssertion } from '../assertion/_assertions.ts';
import { valuesOf } from './_attributes.ts';
import { misnamedAttributes } from './_names.ts';

export default defineCheck({
  id: 'aws/session-name',
  title: {
    holds: 'The response names the session',
    fails: 'The response does not name the session',
  },
  why: 'AWS answers “RoleSessionName is required in AuthnResponse”.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application',
    change:
      'Add the attribute https://aws.amazon.com/SAML/Attributes/RoleSessionName, mapped to the e-mail address.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.assertions('There is an attribute RoleSessionName with one value.'),
    refs.troubleshooting('Without RoleSessionName the response is refused.'),
  ],
  messages: {
    absent: 'There is no attribute https://aws.amazon.com/SAML/Attributes/RoleSessionName with a value.',
  },
  applies: ({ response }) => {
    if (misnamedAttributes(response).some(({ meant }) => meant === awsAttributes.roleSessionName))
      return 'The attribute is there under another name; aws/attribute-name or aws/attribute-friendly-name tells.';
    return hasAssertion({ response });
  },
  run: ({ response }) => {
    const element = response.assertions[0]?.element;
    if (element === undefined || valuesOf(response, 'roleSessionName').length > 0) return [];
    return [
      { message: 'absent', expected: 'RoleSessionName', observed: 'nothing', where: at(response, element) },
    ];
  },
});
