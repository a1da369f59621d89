import { readStatement } from './statement.ts';
import type { Fields, Message, Post, ReadLogin, Run } from './types.ts';

/** Reads a message from the HTTP request to the statement (Profiles 4.1.4.3). @throws Refusal */
export async function readLogin(post: Post, run: Run): Promise<ReadLogin> {
  const { steps } = run;
  const fields = steps.receive(post, run);
  const message = await steps.readMessage(fields, run);
  for (const check of Object.values(steps.checks)) check(message, run);
  return {
    message,
    statement: readStatement(message, run),
    relayState: fields.relayState,
    parameter: fields.response,
  };
}

/** From the text to an assertion that a signature covers. */
export async function readMessage(fields: Fields, run: Run): Promise<Message> {
  const { steps } = run;
  const root = await steps.parse(steps.decode(fields.response, run), run);
  await steps.dereference(root, run);
  const response = steps.findResponse(root, run);
  const provider = steps.findProvider(response, run);
  steps.checkIds(response, run);
  const signed = await steps.collectSigned(response, provider, run);
  return steps.loadAssertion(response, signed, provider, run);
}
