import type { Call, HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';

const shown = 100;

/** How messages are shared, what each provider has done of late, and the latest changes. */
export const showProviders =
  ({ standings, smsProviders }: Pick<NotificationsDeps, 'standings' | 'smsProviders'>) =>
  async ({ cause }: Call): Promise<HttpResponse> => {
    const [standing, seen, history] = await Promise.all([
      standings.of(smsProviders),
      standings.seen(smsProviders, cause.at),
      standings.history(shown),
    ]);
    const { shares, rest, changedAt } = standing;
    const turns = history.map(({ at, ...turn }) => ({ at: at.toISOString(), ...turn }));
    const changed = changedAt && { changedAt: changedAt.toISOString() };
    return { status: 200, body: { shares, rest, ...changed, quarter: seen.quarter, history: turns } };
  };
