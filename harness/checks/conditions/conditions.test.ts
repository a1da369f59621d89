import audienceOfOtherSp from '../../mutations/conditions/audience-of-other-sp.ts';
import audienceShortened from '../../mutations/conditions/audience-shortened.ts';
import conditionUnknown from '../../mutations/conditions/condition-unknown.ts';
import endInLocalTime from '../../mutations/conditions/end-in-local-time.ts';
import endWithoutZone from '../../mutations/conditions/end-without-zone.ts';
import expired from '../../mutations/conditions/expired.ts';
import noAudienceRestriction from '../../mutations/conditions/no-audience-restriction.ts';
import none from '../../mutations/conditions/none.ts';
import notYetValid from '../../mutations/conditions/not-yet-valid.ts';
import oneTimeUseTwice from '../../mutations/conditions/one-time-use-twice.ts';
import proxyRestrictionTwice from '../../mutations/conditions/proxy-restriction-twice.ts';
import secondRestriction from '../../mutations/conditions/second-restriction-of-other-sp.ts';
import validBeforeIssue from '../../mutations/conditions/valid-before-issue.ts';
import validForAWeek from '../../mutations/conditions/valid-for-a-week.ts';
import validForEver from '../../mutations/conditions/valid-for-ever.ts';
import windowOfNoLength from '../../mutations/conditions/window-of-no-length.ts';
import {
  elementText,
  insertAfter,
  insertBefore,
  insertInto,
  removeAttribute,
  removeElement,
  setAttribute,
  setText,
} from '../../mutations/kit/edit.ts';
import { changed, checkTester, genuine, testNow } from '../check-tester.ts';
import audience from './audience.ts';
import audienceRestriction from './audience-restriction.ts';
import earlyStart from './early-start.ts';
import instants from './instants.ts';
import known from './known.ts';
import notBefore from './not-before.ts';
import notOnOrAfter from './not-on-or-after.ts';
import oneTimeUse from './one-time-use.ts';
import presence from './presence.ts';
import proxyRestriction from './proxy-restriction.ts';
import validity from './validity.ts';
import window from './window.ts';

const response = (apply: (xml: string) => string) => changed({ on: 'response', apply });
const at = (ms: number) => new Date(testNow + ms).toISOString();
const bound = (name: string, ms: number) => response((xml) => setAttribute(xml, 'Conditions', name, at(ms)));
const without = (name: string) => response((xml) => removeAttribute(xml, 'Conditions', name));
const path = '/samlp:Response/saml:Assertion[1]/saml:Conditions[1]';

checkTester(presence, {
  passes: [genuine],
  fails: [{ given: none, message: 'absent', where: { path: '/samlp:Response/saml:Assertion[1]' } }],
});

checkTester(audienceRestriction, {
  passes: [genuine],
  fails: [
    { given: noAudienceRestriction, message: 'absent', where: { path } },
    {
      name: 'it names no audience',
      given: response((xml) => removeElement(xml, 'Audience')),
      message: 'empty',
    },
  ],
  notApplicable: [none],
});

checkTester(audience, {
  passes: [
    {
      name: 'several restrictions each name the service provider',
      given: response((xml) =>
        insertAfter(xml, 'AudienceRestriction', elementText(xml, 'AudienceRestriction')),
      ),
    },
    {
      name: 'another audience stands beside it',
      given: response((xml) =>
        insertBefore(xml, 'Audience', '<saml:Audience>https://other-sp.example/saml</saml:Audience>'),
      ),
    },
    {
      name: 'the profile also accepts the product as audience',
      given: response((xml) => setText(xml, 'Audience', 'urn:amazon:webservices')),
      options: { alsoAccepted: ['urn:amazon:webservices'] },
    },
  ],
  fails: [
    {
      given: audienceOfOtherSp,
      message: 'other',
      where: { path: `${path}/saml:AudienceRestriction[1]/saml:Audience[1]` },
    },
    { given: audienceShortened, message: 'other' },
    {
      given: secondRestriction,
      message: 'other',
      where: { path: `${path}/saml:AudienceRestriction[2]/saml:Audience[1]` },
    },
  ],
  notApplicable: [none, noAudienceRestriction],
});

checkTester(notBefore, {
  passes: [{ name: 'the clocks differ by three minutes', given: bound('NotBefore', 180_000) }],
  fails: [{ given: notYetValid, message: 'early', where: { path: `${path}/@NotBefore` } }],
  notApplicable: [none, { name: 'there is no NotBefore', given: without('NotBefore') }],
});

checkTester(notOnOrAfter, {
  passes: [{ name: 'the clocks differ by nearly three minutes', given: bound('NotOnOrAfter', -179_999) }],
  fails: [
    { given: expired, message: 'expired', where: { path: `${path}/@NotOnOrAfter` } },
    { name: 'the skew has just run out', given: bound('NotOnOrAfter', -180_000), message: 'expired' },
  ],
  notApplicable: [none, validForEver],
});

checkTester(validity, {
  passes: [{ name: 'there is no NotBefore', given: without('NotBefore') }],
  fails: [
    { given: validForAWeek, message: 'long', where: { path: `${path}/@NotOnOrAfter` } },
    { given: validForEver, message: 'endless', where: { path } },
  ],
  notApplicable: [none],
});

checkTester(window, {
  passes: [genuine],
  fails: [{ given: windowOfNoLength, message: 'reversed' }],
  notApplicable: [none, validForEver],
});

checkTester(earlyStart, {
  passes: [{ name: 'it begins five minutes before the issue', given: bound('NotBefore', -300_000) }],
  fails: [{ given: validBeforeIssue, message: 'early', where: { path: `${path}/@NotBefore` } }],
  notApplicable: [none],
});

checkTester(instants, {
  passes: [
    {
      name: 'the times have nine digits after the second',
      given: response((xml) =>
        setAttribute(xml, 'Conditions', 'NotBefore', at(-1000).replace('.000Z', '.123456789Z')),
      ),
    },
  ],
  fails: [
    { given: endWithoutZone, message: 'not-utc', where: { path: `${path}/@NotOnOrAfter` } },
    { given: endInLocalTime, message: 'not-utc' },
    {
      name: 'there is no such day',
      given: response((xml) => setAttribute(xml, 'Conditions', 'NotBefore', '2026-02-30T00:00:00Z')),
      message: 'malformed',
    },
  ],
  notApplicable: [none],
});

checkTester(oneTimeUse, {
  passes: [
    {
      name: 'it is there once',
      given: response((xml) => insertInto(xml, 'Conditions', '<saml:OneTimeUse/>')),
    },
  ],
  fails: [{ given: oneTimeUseTwice, message: 'repeated', where: { path: `${path}/saml:OneTimeUse[2]` } }],
  notApplicable: [genuine],
});

checkTester(proxyRestriction, {
  passes: [
    {
      name: 'it is there once, with a count',
      given: response((xml) => insertInto(xml, 'Conditions', '<saml:ProxyRestriction Count="0"/>')),
    },
    {
      name: 'it is there once, without a count',
      given: response((xml) => insertInto(xml, 'Conditions', '<saml:ProxyRestriction/>')),
    },
  ],
  fails: [
    { given: proxyRestrictionTwice, message: 'repeated' },
    {
      name: 'the count is negative',
      given: response((xml) => insertInto(xml, 'Conditions', '<saml:ProxyRestriction Count="-1"/>')),
      message: 'count',
    },
  ],
  notApplicable: [genuine],
});

checkTester(known, {
  passes: [
    {
      name: 'the conditions are of the standard',
      given: response((xml) =>
        insertInto(xml, 'Conditions', '<saml:OneTimeUse/><saml:ProxyRestriction Count="1"/>'),
      ),
    },
  ],
  fails: [{ given: conditionUnknown, message: 'unknown', where: { path: `${path}/saml:Condition[1]` } }],
  notApplicable: [genuine, none],
});
