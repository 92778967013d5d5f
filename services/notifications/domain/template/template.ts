import * as z from 'zod';
import { once } from '#shared/once';

/** The ways to tell somebody. `inbox` always; `task`: staff write a letter or call, where nothing else reaches him. */
export const channelKey = z.enum(['inbox', 'sms', 'wechat', 'email', 'task']);
export type ChannelKey = z.infer<typeof channelKey>;

/** What somebody may wish not to be told of, each by itself; statutory notices he is told of all the same. */
export const noticeKind = z.enum(['case', 'fee', 'licence', 'materials', 'account', 'reminder', 'announcement']);

const code = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
);
/** In both languages, with `((name))` and `((flag??text))` in them. */
const text = (max: number) => z.strictObject({ zh: z.string().min(1).max(max), en: z.string().min(1).max(max) });

/** 模板: what is said on each channel. A version never changes; a change is another version, which somebody else approves. */
export const template = once(() =>
  z.strictObject({
    key: code(),
    kind: noticeKind,
    /** 法定告知: it cannot be opted out of, and proof of it is kept. */
    statutory: z.boolean(),
    /** Sent in quiet hours too. */
    urgent: z.boolean(),
    inbox: text(500),
    sms: text(500).optional(),
    /** 订阅消息: its fields by the names that the provider's template gives them (`thing1`, `date2` …), which also limit their length. */
    wechat: z.record(z.string().regex(/^[a-z_]+\d{1,2}$/), text(100)).optional(),
    email: z.strictObject({ subject: text(200), body: text(10_000) }).optional(),
    /** What the clerk writes or says. */
    task: text(2000).optional(),
    /** Under which id each provider has approved it. */
    providers: z.partialRecord(z.enum(['aliyun', 'tencent', 'wechat']), z.string().min(1).max(64)).optional(),
    /** A value for each name that it uses: for the preview, and for how long it can become. */
    sample: z.record(z.string(), z.string().max(200)),
  }),
);
export type Template = z.infer<ReturnType<typeof template>>;

/** 规则: what is told upon a message, to whom, and by which ways, one after another. */
export const rule = once(() =>
  z.strictObject({
    /** Type of the fact, and the message that is read out of it. */
    on: z.strictObject({ type: z.string(), message: code() }),
    template: code(),
    audience: z.enum(['party', 'post']),
    /** The inbox besides, always. The first that he has is tried, and the next where it fails or stays unread. */
    channels: z.array(channelKey.exclude(['inbox'])).max(4),
    /** After how many working days an unread one falls to the next channel; absent: it does not. */
    unreadDays: z.int().min(1).max(30).optional(),
  }),
);
export type Rule = z.infer<ReturnType<typeof rule>>;

/** What is told in a district; the city's is what holds where a district has none of its own for a message. */
export const noticeRules = once(() =>
  z.strictObject({
    /** 短信签名: what stands in brackets before each text, and counts with it. */
    signature: z.string().min(2).max(12),
    templates: z.array(template()).max(500),
    rules: z.array(rule()).max(1000),
  }),
);
export type NoticeRules = z.infer<ReturnType<typeof noticeRules>>;
