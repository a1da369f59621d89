import type { Context, Hono } from 'hono';
import { ControlError } from '../core/control.ts';
import { answerRequest, enrolRequest, repeatRequest, scanRequest } from './config.ts';
import type { Device } from './devices.ts';
import type { Phone } from './phone.ts';
import { PictureError, readQr } from './read-qr.ts';

/** What a flow or a test does with the phones. */
export function addControlRoutes(app: Hono, getPhone: () => Phone): void {
  app.get('/devices', (c) => c.json([...getPhone().devices.values()].map(showDevice)));
  app.post('/devices', async (c) => {
    const device = await getPhone().enrol(enrolRequest.parse(await c.req.json()));
    return c.json(showDevice(device));
  });
  app.delete('/devices/:id', (c) => c.json({ deleted: getPhone().devices.delete(c.req.param('id')) }));
  app.post('/scan', async (c) => {
    const { userName, screenshot } = scanRequest.parse(await c.req.json());
    return c.json(await getPhone().scan(userName, await readScreenshot(screenshot)));
  });
  app.post('/answer', async (c: Context) => {
    const request = answerRequest.parse(await c.req.json());
    return c.json(await getPhone().answer(request));
  });
  app.post('/repeat', async (c) => {
    const { scanId } = repeatRequest.parse(await c.req.json());
    return c.json(await getPhone().repeat(scanId));
  });
}

/** What may be known of a phone; its private key may not. */
function showDevice({ userName, idpOrigin, deviceId, biometrics, publicKeyJwk }: Device) {
  return { userName, idpOrigin, deviceId, biometrics, publicKeyJwk };
}

/** Text of the code on a screenshot in base64; 400 when no code is on it. */
export async function readScreenshot(base64: string): Promise<string> {
  try {
    const text = await readQr(Buffer.from(base64, 'base64'));
    if (text === undefined) throw new ControlError(400, 'There is no QR code on the screenshot.');
    return text;
  } catch (error) {
    if (error instanceof PictureError) throw new ControlError(400, error.message);
    throw error;
  }
}
