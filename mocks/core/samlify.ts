import { IdentityProvider, SamlLib, ServiceProvider, setSchemaValidator } from 'samlify';
import { findXmlProblem } from './well-formed.ts';

/**
 * The SAML library of the doubles, made ready. It refuses to work without a schema validator, and keeps that one
 * for the whole process: every double sets the same, strict well-formedness without a document type.
 */
export function loadSamlify() {
  setSchemaValidator({
    validate: async (xml: string) => {
      const problem = findXmlProblem(xml);
      if (problem !== undefined) throw new Error(problem);
      return 'ok';
    },
  });
  return { IdentityProvider, ServiceProvider, SamlLib };
}
