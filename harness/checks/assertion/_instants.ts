import type { Fault } from '../../model/check.ts';
import type { ResponseReading } from '../../model/readings.ts';
import type { SpecRef } from '../../model/spec.ts';
import type { XmlElement } from '../../model/xml.ts';
import { parseInstant } from '../../saml/time.ts';
import { quote } from '../metadata/_show.ts';
import { at } from './_assertions.ts';

/** A time attribute: its name, its value as written, and the element that carries it. */
export interface InstantAttribute {
  readonly name: string;
  readonly value: string | undefined;
  readonly element: XmlElement;
}

/** Messages for `instantFaults`, shared by the checks of the single areas. */
export const instantMessages = {
  malformed: '{name} is {value}, which is no xs:dateTime, such as 2030-01-31T09:00:00Z.',
  'not-utc': '{name} is {value}, which is not written in UTC, with a Z at its end.',
} as const;

export const instantRef: SpecRef = {
  document: 'saml-core',
  section: '1.3.3',
  says: 'A time value has the type xs:dateTime and is expressed in UTC, with no time zone component.',
};

/** One fault for each time that is no xs:dateTime or not UTC. Absent ones are left to the presence checks. */
export function instantFaults(
  response: ResponseReading,
  instants: readonly InstantAttribute[],
): Fault<keyof typeof instantMessages>[] {
  return instants.flatMap(({ name, value, element }) => {
    if (value === undefined) return [];
    const read = parseInstant(value);
    if (read?.utc) return [];
    return [
      {
        message: read === undefined ? 'malformed' : 'not-utc',
        data: { name, value: quote(value) },
        expected: 'an xs:dateTime in UTC, for example 2030-01-31T09:00:00Z',
        observed: quote(value),
        where: at(response, element, name),
      },
    ];
  });
}
