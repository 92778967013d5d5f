import { dayOf } from '#shared/calendar';

/**
 * 办件编号: implementing code (31) + yyyyMMdd + four places = 43 characters. The ten-thousandth case of an item on one day
 * goes on with a letter: 9999, A000 … Z999. Undefined beyond that.
 */
export function caseNumber(implementingCode: string, at: Date, sequence: number): string | undefined {
  const place = sequence < 10_000 ? String(sequence).padStart(4, '0') : lettered(sequence - 10_000);
  return place && `${implementingCode}${dayOf(at).replaceAll('-', '')}${place}`;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function lettered(beyond: number): string | undefined {
  const letter = letters[Math.floor(beyond / 1000)];
  return letter && `${letter}${String(beyond % 1000).padStart(3, '0')}`;
}
