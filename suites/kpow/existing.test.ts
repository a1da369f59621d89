import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExistingApplication } from '../../harness/config/saml-application-schema.ts';
import { CountersignError } from '../../harness/model/error.ts';
import { existingPart, refuseContainers } from './existing.ts';

const application = (address: string): ExistingApplication => ({
  product: 'Wiki',
  address,
  acsUrl: 'https://wiki.example.com/saml/acs',
  startUrl: 'https://wiki.example.com/',
  home: 'main',
  refusal: 'main',
  whoami: { url: 'https://wiki.example.com/me', json: '$.user' },
  roles: { url: 'https://wiki.example.com/me', json: '$.roles' },
  setUp: () => undefined,
});

describe('an application that runs already', () => {
  let server: Server;
  let address = '';
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const body = await text(request);
      const { host: _, ...headers } = request.headers;
      response.writeHead(303, { location: '/next', 'set-cookie': ['a=1; Secure', 'b=2'] });
      response.end(JSON.stringify({ method: request.method, url: request.url, headers, body }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const found = server.address();
    address = `http://127.0.0.1:${typeof found === 'object' && found !== null ? found.port : 0}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is asked what the browser asked, and its answer is passed back as it is', async () => {
    const double = await existingPart(application(address)).create({});
    const answer = await double.fetch(
      new Request('https://wiki.example.com/saml/acs?a=1', {
        method: 'POST',
        headers: { cookie: 'c=3', 'content-type': 'application/x-www-form-urlencoded' },
        body: 'SAMLResponse=x',
      }),
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/next']);
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Secure', 'b=2']);
    expect(await answer.json()).toMatchObject({
      method: 'POST',
      url: '/saml/acs?a=1',
      body: 'SAMLResponse=x',
      headers: { cookie: 'c=3', 'x-forwarded-host': 'wiki.example.com', 'x-forwarded-proto': 'https' },
    });
  });

  it('is named where it does not answer, with what to do', async () => {
    const double = await existingPart(application('http://127.0.0.1:9')).create({});
    const asked = double.fetch(new Request('https://wiki.example.com/'));
    await expect(asked).rejects.toMatchObject({
      code: 'target-unreachable',
      message: expect.stringContaining('Wiki does not answer at http://127.0.0.1:9'),
    });
  });

  it('does not go together with containers', () => {
    expect(() => refuseContainers(application(address), { image: 'x', runId: 'y' })).toThrow(
      CountersignError,
    );
    expect(() => refuseContainers(application(address), undefined)).not.toThrow();
    expect(() => refuseContainers(undefined, { image: 'x', runId: 'y' })).not.toThrow();
  });
});
