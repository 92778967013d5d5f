import * as z from 'zod';
import { once } from '#shared/once';
import { asked } from '../means.ts';
import type { Said } from '../provider.ts';
import type { WechatKeys, WechatMeans } from './keys.ts';

/** One that soon runs out is not used any more. */
const marginMs = 5 * 60_000;

const granted = once(() => z.object({ access_token: z.string().min(1), expires_in: z.int() }));

/** 接口调用凭据 (stable_token): asked for once, and again before it runs out or once it is refused. Asking for it twice spoils none. */
export function tokens(means: WechatMeans) {
  let held: { appid: string; token: string; until: number } | undefined;
  return {
    async of({ appid, secret }: WechatKeys): Promise<{ token: string } | { said: Said }> {
      const now = means.now().getTime();
      if (held?.appid === appid && now < held.until) return { token: held.token };
      const body = JSON.stringify({ grant_type: 'client_credential', appid, secret });
      const headers = { 'content-type': 'application/json' };
      const answer = await asked(
        new URL(`${means.base}/cgi-bin/stable_token`),
        { method: 'POST', headers, body },
        means,
      );
      // Without it nothing can have been sent.
      if ('said' in answer) return { said: { is: 'away', code: 'no-token' } };
      const read = granted().safeParse(answer.json);
      if (!read.success) return { said: { is: 'away', code: 'no-token' } };
      const { access_token: token, expires_in } = read.data;
      held = { appid, token, until: now + expires_in * 1000 - marginMs };
      return { token };
    },
    forget: () => void (held = undefined),
  };
}
