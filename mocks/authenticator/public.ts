import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { ControlError } from '../core/control.ts';
import type { Ids } from '../core/ids.ts';
import { enrolRequest, pageAnswerRequest, pageScanRequest, type Settings } from './config.ts';
import { readScreenshot } from './control.ts';
import { phonePage } from './pages/phone-page.ts';
import type { Phone } from './phone.ts';

/** The phone's page for people, and what its script calls. */
export function addPageRoutes(app: Hono, getPhone: () => Phone, ids: Ids, settings: Settings): void {
  app.get('/', () => {
    const people = [...getPhone().devices.keys()];
    return phonePage({ nonce: ids.token(), people, idpOrigin: settings.idpOrigin });
  });
  app.post('/app/enrol', (c) =>
    answered(c, async (body) => {
      const { userName } = await getPhone().enrol(enrolRequest.parse(body));
      return { userName };
    }),
  );
  app.post('/app/scan', (c) =>
    answered(c, async (body) => {
      const request = pageScanRequest.parse(body);
      const qr = 'text' in request ? request.text : await readScreenshot(request.screenshot);
      return getPhone().scan(request.userName, qr);
    }),
  );
  app.post('/app/answer', (c) =>
    answered(c, async (body) => {
      const { verdict } = await getPhone().answer(pageAnswerRequest.parse(body));
      return verdict;
    }),
  );
}

/** JSON in, JSON out. A body of another media type is refused: other sites' forms can send only those. */
async function answered(c: Context, act: (body: unknown) => Promise<object>): Promise<Response> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim();
  if (type !== 'application/json') return Response.json({ problem: 'Send JSON.' }, { status: 415 });
  try {
    return Response.json(await act(await c.req.json()));
  } catch (error) {
    if (error instanceof ControlError)
      return Response.json({ problem: error.message }, { status: error.status });
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return Response.json({ problem: 'That could not be read. Please try again.' }, { status: 400 });
    throw error;
  }
}
