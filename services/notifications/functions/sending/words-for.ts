import { templateFor } from '../../domain/edition/in-force.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import { namesIn, parse } from '../../domain/template/parse.ts';
import { render } from '../../domain/template/render.ts';
import type { Template } from '../../domain/template/template.ts';
import type { Message, Provider } from '../../sending/provider.ts';
import type { EditionStore } from '../../stores/editions.ts';

type Words = Omit<Message, 'reference' | 'to' | 'language'>;
interface How {
  provider: Pick<Provider, 'key' | 'channel'>;
  language: 'zh' | 'en';
}

/** The words of a notice, by the edition that it was made by, however long ago; undefined where its template has none for the channel. */
export const wordsFor =
  (editions: Pick<EditionStore, 'named'>) =>
  async (notice: Notice, how: How): Promise<Words | undefined> => {
    const { key, edition } = notice.template;
    const found = templateFor(await editions.named(edition), key);
    return found && wordsOf(found.template, notice, how);
  };

function wordsOf(template: Template, { values }: Notice, { provider, language }: How): Words | undefined {
  const { key, providers } = template;
  const said = textOn(template, provider.channel, language);
  if (!said) return undefined;
  const [subject, text] = [rendered(said.subject, values), rendered(said.text, values)];
  const fields = Object.entries(said.fields).map(([name, one]) => [name, rendered(one, values)] as const);
  const approved = isProvider(provider.key) ? providers?.[provider.key] : undefined;
  return {
    key,
    ...(approved && { template: approved }),
    // Its provider knows the names by their order in the Chinese text, which is the one that is approved.
    values: namesIn(parse(template.sms?.zh ?? '').pieces).map((name) => [name, values[name] ?? ''] as const),
    subject,
    text,
    fields: Object.fromEntries(fields),
  };
}

const isProvider = (key: string): key is 'aliyun' | 'tencent' | 'wechat' => /^(aliyun|tencent|wechat)$/.test(key);

function textOn({ sms, wechat, email }: Template, channel: Provider['channel'], language: 'zh' | 'en') {
  if (channel === 'sms') return sms && { subject: '', text: sms[language], fields: {} };
  if (channel === 'email') return email && { subject: email.subject[language], text: email.body[language], fields: {} };
  const fields = wechat && Object.fromEntries(Object.entries(wechat).map(([name, one]) => [name, one[language]]));
  return fields && { subject: '', text: '', fields };
}

function rendered(source: string, values: Notice['values']): string {
  const done = render(source, values);
  if ('missing' in done) throw new Error('a notice lacks a value that its template names');
  return done.text;
}
