import type { Page } from 'playwright';
import type { PhonePlan, PhonePort, PhoneScan } from '../model/phone.ts';
import type { PhoneRecord } from '../model/records.ts';

/** Where things are on a login page that shows a QR code. */
export interface QrScreens {
  readonly qr: string;
  /** The number that the phone has to match. */
  readonly number: string;
}

export interface PhoneDriverOptions {
  readonly phone: PhonePort;
  readonly plan: PhonePlan;
  readonly screens: QrScreens;
  /** Lets time pass at the provider; needed only by a plan that waits. */
  readonly advanceClock: (ms: number) => Promise<void>;
  readonly now: () => number;
}

export interface PhoneTools {
  readonly photograph: (page: Page, description: string) => Promise<Uint8Array>;
  readonly waitFor: (page: Page, selector: string) => Promise<void>;
  readonly readText: (page: Page, selector: string) => Promise<string | undefined>;
  readonly openElsewhere: () => Promise<Page>;
}

/**
 * A login page answered by a phone: it reads the code from a picture of the screen, shows who asks, and sends what
 * the plan says.
 */
export function createPhoneDriver(
  options: PhoneDriverOptions,
): (page: Page, tools: PhoneTools) => Promise<PhoneRecord> {
  const { phone, plan, screens, now } = options;
  const wait = async (before: 'scan' | 'answer' | 'end') => {
    if (plan.wait?.before === before) await options.advanceClock(plan.wait.ms);
  };

  return async (page, tools) => {
    await tools.waitFor(page, screens.qr);
    const issuedAt = now();
    const numberOnPage = await tools.readText(page, screens.number);
    const looked = plan.screen === 'own' ? page : await tools.openElsewhere();
    await tools.waitFor(looked, screens.qr);
    const screenshot = await tools.photograph(
      looked,
      'The login page with its QR code, as the phone sees it',
    );
    await wait('scan');
    const scan = await phone.scan(plan.owner, screenshot);
    const rescanned = plan.again === 'scan' ? [await phone.scan(plan.owner, screenshot)] : [];
    const number = chooseNumber(plan, scan, numberOnPage);
    const seen = {
      qr: scan.qr,
      issuedAt: new Date(issuedAt).toISOString(),
      expiresAt: scan.expiresAt ?? new Date(issuedAt).toISOString(),
      ...(numberOnPage === undefined ? {} : { numberOnPage }),
      ...(number === undefined ? {} : { numberOnPhone: number }),
      pageOrigin: new URL(looked.url()).origin,
      shown: scan.shown ?? { application: '', origin: '', userName: plan.owner },
    };
    if (scan.shown === undefined || plan.outcome === 'none') {
      await wait('answer');
      await wait('end');
      const verdict = { status: scan.status, code: scan.code, message: scan.message };
      return {
        ...seen,
        answer: { decision: 'none' },
        verdict,
        repeated: rescanned.map(({ status, code }) => ({ status, code })),
      };
    }
    await wait('answer');
    const answered = await phone.answer(plan.owner, plan, number);
    await wait('end');
    const resent = plan.again === 'answer' ? [await phone.repeat(plan.owner)] : [];
    const repeated = [...rescanned, ...resent].map(({ status, code }) => ({ status, code }));
    return { ...seen, ...answered, repeated };
  };
}

function chooseNumber(plan: PhonePlan, scan: PhoneScan, onPage: string | undefined): string | undefined {
  if (plan.number === 'as-on-page') return onPage;
  return scan.numbers.find((number) => number !== onPage);
}
