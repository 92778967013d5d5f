import type { ChannelKey, Template } from './template.ts';

export type Tongue = 'zh' | 'en';

/** One text of a template in both languages, where it stands, and what it is for. */
export interface Said {
  channel: ChannelKey;
  /** JSON pointer into the template, without the language. */
  pointer: string;
  texts: Record<Tongue, string>;
  /** Of WeChat: the name of the field. */
  field?: string;
}

/** Every text of a template. */
export function textsOf({ inbox, sms, wechat, email, task }: Template): Said[] {
  return [
    { channel: 'inbox', pointer: '/inbox', texts: inbox },
    ...(sms ? [{ channel: 'sms', pointer: '/sms', texts: sms } as const] : []),
    ...Object.entries(wechat ?? {}).map(
      ([field, texts]) => ({ channel: 'wechat', pointer: `/wechat/${field}`, texts, field }) as const,
    ),
    ...(email ? [{ channel: 'email', pointer: '/email/subject', texts: email.subject } as const] : []),
    ...(email ? [{ channel: 'email', pointer: '/email/body', texts: email.body } as const] : []),
    ...(task ? [{ channel: 'task', pointer: '/task', texts: task } as const] : []),
  ];
}
