import type { NotificationsDeps } from '../../deps.ts';
import { judge } from '../../domain/provider/judge.ts';

/** Each minute: whether one of the providers of SMS does so badly that others take some of its messages. */
export const judgeProviders =
  ({ standings, smsProviders, now }: Pick<NotificationsDeps, 'standings' | 'smsProviders' | 'now'>) =>
  async (): Promise<Record<string, number>> => {
    const before = await standings.of(smsProviders);
    const at = now();
    const judged = judge(before, await standings.seen(smsProviders, at), at);
    if (judged) await standings.save(judged, before, at);
    return { ProviderSharesMoved: judged ? 1 : 0 };
  };
