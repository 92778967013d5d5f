import type { Day } from '#shared/calendar';
import { checkResidentId, checkUscc, normaliseNumber } from './identity-number.ts';

/** Kinds of documents whose number has a known shape. */
export const documentKinds = [
  'resident-id',
  'hk-macau-permit',
  'taiwan-permit',
  'passport',
  'foreign-permanent-resident',
  'uscc',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Why a number cannot be that of such a document. Of a code, a failing check is for a clerk to confirm: some old ones have it. */
export type NumberFault = 'shape' | 'birth-date' | 'check-digit';

// A permit's number may carry how often it was issued; an old Taiwan permit has ten digits and a letter. Cards of permanent
// residents from abroad had three letters and twelve digits until 2023, and are resident identity numbers (9…) since.
const shapes = {
  'hk-macau-permit': /^[HM]\d{8}(\d{2})?$/,
  'taiwan-permit': /^(\d{8}|\d{10}[A-Z]?)$/,
  passport: /^(?=.*\d)[0-9A-Z]{5,14}$/,
} as const;

/** What is wrong with a number as that of a document of this kind; `today` is a day in Shanghai: nobody is born after it. */
export function numberFault(kind: DocumentKind, text: string, today: Day): NumberFault | undefined {
  const number = normaliseNumber(text);
  if (kind === 'resident-id') return residentFault(number, today);
  if (kind === 'uscc') return codeFault(number);
  if (kind === 'foreign-permanent-resident') return foreignerFault(number, today);
  return shapes[kind].test(number) ? undefined : 'shape';
}

function residentFault(number: string, today: Day): NumberFault | undefined {
  const check = checkResidentId(number);
  if (!check.ok) return check.fault;
  return number.slice(6, 14) > today.replaceAll('-', '') ? 'birth-date' : undefined;
}

function codeFault(number: string): NumberFault | undefined {
  const check = checkUscc(number);
  if (!check.ok) return check.fault;
  return check.warnings[0];
}

function foreignerFault(number: string, today: Day): NumberFault | undefined {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return undefined;
  return number.startsWith('9') ? residentFault(number, today) : 'shape';
}
