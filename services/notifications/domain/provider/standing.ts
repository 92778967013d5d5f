import * as z from 'zod';
import { once } from '#shared/once';

/** How the messages of a channel are shared among its providers, in hundredths, and where they rest. */
export const standing = once(() =>
  z.object({
    channel: z.literal('sms'),
    version: z.int().min(1),
    shares: z.record(z.string(), z.int().min(0).max(100)),
    rest: z.record(z.string(), z.int().min(0).max(100)),
    /** When they were last changed. */
    changedAt: z.coerce.date().optional(),
    /** Whose share went down then. */
    from: z.string().optional(),
  }),
);
export type Standing = z.infer<ReturnType<typeof standing>>;

/** Why shares were changed. */
export type Why = 'errors' | 'slow' | 'back-to-rest';

/** What a provider has been asked in a stretch of time; `slow`: answered, or delivered, too late. */
export interface Counts {
  asked: number;
  errors: number;
  slow: number;
}

/** The counts of each provider: of the last whole minute, and of the last fifteen. */
export interface Seen {
  minute: Readonly<Record<string, Counts>>;
  quarter: Readonly<Record<string, Counts>>;
}

export interface Judged {
  standing: Standing & { from: string };
  why: Why;
}

/** Equal shares of these providers, to begin with. */
export function evenly(providers: readonly string[]): Standing {
  const each = Math.floor(100 / Math.max(1, providers.length));
  const shares = Object.fromEntries(providers.map((key) => [key, each]));
  return { channel: 'sms', version: 1, shares, rest: shares };
}

/** The provider of a message: `fraction` (0 to below 1) falls into its share. Those that are away are left out. */
export function pick(
  { shares }: Pick<Standing, 'shares'>,
  { offered, fraction }: { offered: readonly string[]; fraction: number },
): string | undefined {
  const open = offered.map((key) => ({ key, share: shares[key] ?? 0 }));
  const whole = open.reduce((sum, { share }) => sum + share, 0);
  let left = fraction * whole;
  const found = open.find(({ share }) => (left -= share) < 0);
  return (found ?? open[0])?.key;
}
