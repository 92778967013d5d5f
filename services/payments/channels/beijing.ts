const offsetMs = 8 * 3_600_000;

/** A time as Alipay writes it: `2026-08-03 09:00:00`, in Beijing, which knows no other offset. */
export function beijingTime(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** The same in digits alone, as UnionPay writes it: `20260803090000`. */
export const beijingDigits = (at: Date): string => beijingTime(at).replaceAll(/\D/g, '');

/** Reads either of the two, also with parts of a second; undefined where it is neither. */
export function beijingIn(text: string): Date | undefined {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d) ?(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?$/.exec(text)?.slice(1);
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
