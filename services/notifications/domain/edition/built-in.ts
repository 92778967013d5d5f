import { once } from '#shared/once';
import { messages, type Message } from '../messages.ts';
import { postMessages } from '../post-line.ts';
import { postWords } from '../post-words.ts';
import { smsLength, smsParts } from '../template/sms.ts';
import { namesOf, parse } from '../template/parse.ts';
import { render, type Values } from '../template/render.ts';
import type { NoticeRules, Rule, Template } from '../template/template.ts';
import { textsOf } from '../template/texts.ts';
import { words } from '../words.ts';
import type { About } from './about.ts';
import { aboutCases } from './about-cases.ts';
import { aboutDecisions } from './about-decisions.ts';
import { aboutHelp } from './about-help.ts';
import { aboutJoint } from './about-joint.ts';
import { aboutOwn } from './about-own.ts';
import { aboutStages } from './about-stages.ts';
import { contactCode } from './contact-code.ts';
import { postTold, toldOf } from './told-of.ts';
import { valuesKnown } from './values.ts';

const signature = '榕易办';
const about: Record<Message, About> = {
  ...aboutCases,
  ...aboutDecisions,
  ...aboutOwn,
  ...aboutHelp,
  ...aboutStages,
  ...aboutJoint,
};

const channels: Record<About['how'], Rule['channels']> = {
  statutory: ['sms', 'wechat', 'email', 'task'],
  usual: ['wechat', 'sms', 'email'],
  inbox: [],
};
/** After so many working days what nobody has read is sent by the next channel. */
const unreadDays = 2;

const dayIn = (known: Values): { zh: string; en: string } => {
  if ('on' in known) return { zh: '日期((on))。', en: ' On ((on)).' };
  return 'due' in known ? { zh: '截止((due))。', en: ' Until ((due)).' } : { zh: '', en: '' };
};

/** What a message says beyond its words: the money, the day, and of what it speaks. */
function tailOf(known: Values): { zh: string; en: string } {
  const money = 'amount' in known ? { zh: '金额((amount))元。', en: ' Amount: ((amount)) yuan.' } : { zh: '', en: '' };
  const day = dayIn(known);
  return { zh: `${money.zh}${day.zh}编号((number))。`, en: `${money.en}${day.en} No. ((number)).` };
}

/** The words where two parts hold them; the title where they do not, as the inbox has the whole. */
function smsOf({ zh, en }: { zh: string; en: string }, { title }: About, known: Values): { zh: string; en: string } {
  const tail = tailOf(known);
  const whole = render(en + tail.en, known);
  const fits = 'text' in whole && smsParts(smsLength(whole.text, signature)) <= 2;
  return { zh: zh + tail.zh, en: (fits ? en : `${title.en}: see your inbox.`) + tail.en };
}

function templateOf(message: Message): Template {
  const { [message]: one } = about;
  const { [message]: said } = words;
  const known = valuesKnown(message);
  const tail = tailOf(known);
  const made = {
    key: message,
    kind: one.kind,
    statutory: one.how === 'statutory',
    urgent: false,
    inbox: said,
    ...(one.how !== 'inbox' && {
      sms: smsOf(said, one, known),
      wechat: {
        thing1: one.title,
        character_string2: { zh: '((number))', en: '((number))' },
        date3: { zh: '((day))', en: '((day))' },
      },
      email: {
        subject: one.title,
        body: {
          zh: `${said.zh}\n((day)) ${tail.zh}\n登录“${signature}”收件箱可查看详情。此邮件由系统发出，请勿回复。`,
          en: `${said.en}\n((day))${tail.en}\nSign in to read more in your inbox. Nobody reads answers to this mail.`,
        },
      },
    }),
    ...(one.how === 'statutory' && {
      task: {
        zh: `请以电话、信函或者当面告知当事人，并登记方式和时间：${said.zh}((day))，${tail.zh}`,
        en: `Tell the party by telephone, by letter or in person, and record how and when: ${said.en} ((day)).${tail.en}`,
      },
    }),
  };
  return withSample(made, known);
}

/** A sample holds what the texts use and nothing else. */
function withSample(made: Omit<Template, 'sample'>, known: Values): Template {
  const said = textsOf({ ...made, sample: {} });
  const used = new Set(said.flatMap(({ texts }) => namesOf(parse(texts.zh).pieces)));
  return { ...made, sample: Object.fromEntries(Object.entries(known).filter(([name]) => used.has(name))) };
}

const postTemplate = (message: (typeof postMessages)[number]): Template => ({
  key: `post-${message}`,
  kind: 'reminder',
  statutory: false,
  urgent: false,
  inbox: postWords[message],
  sample: {},
});

const partyRules = () =>
  [...toldOf].flatMap(([type, read]) =>
    read.map((message): Rule => {
      const { how } = about[message];
      const falls = how === 'statutory' ? { unreadDays } : {};
      return { on: { type, message }, template: message, audience: 'party', channels: channels[how], ...falls };
    }),
  );
const postRules = () =>
  [...postTold].flatMap(([type, read]) =>
    read.map((message): Rule => ({
      on: { type, message },
      template: `post-${message}`,
      audience: 'post',
      channels: [],
    })),
  );

/** The edition that the code brings along: what holds where neither a district nor the city has said anything else. */
export const builtIn = once((): NoticeRules => ({
  signature,
  templates: [...messages.map(templateOf), ...postMessages.map(postTemplate), contactCode],
  rules: [...partyRules(), ...postRules()],
}));

/** It changes with the code only: a changed one has another number, so that a proof can name what was said. */
export const builtInId = 'built-in-1';
