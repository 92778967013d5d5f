/** A number in its one written form, with what a person should look at; or why it cannot be such a number. */
export type NumberCheck<Fault extends string, Warning extends string> =
  | { ok: true; number: string; warnings: Warning[] }
  | { ok: false; fault: Fault };

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const residentCheckCharacters = '10X98765432';
// GB/T 2260 provinces; 81 to 83 are residence permits, 9x permanent residents from abroad.
const knownRegions = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccShape = /^[0-9A-HJ-NP-RTUWXY]{18}$/;

/** The written form two entries of one number share: half width, upper case, without spaces, dashes or invisible marks. */
export function normaliseNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase();
}

/** The 18th character for the first 17 digits of a resident identity number (GB 11643-1999). */
export function residentCheckCharacter(digits: string): string {
  const sum = residentWeights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return residentCheckCharacters.charAt(sum % 11);
}

/** The 18th character for the first 17 of a unified social credit code (GB 32100-2015). */
export function usccCheckCharacter(characters: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of characters.slice(0, 17)) {
    sum += weight * usccAlphabet.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return usccAlphabet.charAt((31 - (sum % 31)) % 31);
}

/** Checks a resident identity number (GB 11643-1999); a region unknown here is a warning, because codes change with time. */
export function checkResidentId(text: string): NumberCheck<'shape' | 'birth-date' | 'check-digit', 'unknown-region'> {
  const number = normaliseNumber(text);
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, fault: 'shape' };
  if (!isCalendarDate(number.slice(6, 14))) return { ok: false, fault: 'birth-date' };
  if (residentCheckCharacter(number) !== number.at(-1)) return { ok: false, fault: 'check-digit' };

  return { ok: true, number, warnings: knownRegions.test(number) ? [] : ['unknown-region'] };
}

/** Checks a unified social credit code (GB 32100-2015); early pilot codes break the check, so a failing one is a warning. */
export function checkUscc(text: string): NumberCheck<'shape', 'check-digit'> {
  const number = normaliseNumber(text);
  if (!usccShape.test(number)) return { ok: false, fault: 'shape' };

  return { ok: true, number, warnings: usccCheckCharacter(number) === number.at(-1) ? [] : ['check-digit'] };
}

/** What an organisation is by GB/T 39046-2020: 2 enterprise, 3 institution, 4 social organisation, 5 administrative body, 6 other. */
export const organisationKinds = ['2', '3', '4', '5', '6'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

// By registering body and kind. Under 9 stand companies, sole traders and cooperatives alike: all apply for what enterprises do.
const organisationsByCode: readonly (readonly [string, OrganisationKind])[] = [
  ['9', '2'],
  ['11', '5'],
  ['12', '3'],
  ['13', '4'],
  ['5', '4'],
];

/** What an organisation is, by the first two characters of its unified social credit code (GB 32100-2015, table 2). */
export function organisationKindOf(uscc: string): OrganisationKind {
  const number = normaliseNumber(uscc);
  return organisationsByCode.find(([code]) => number.startsWith(code))?.[1] ?? '6';
}

function isCalendarDate(digits: string): boolean {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}
