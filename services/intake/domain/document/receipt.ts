import type { Application } from '../case/application.ts';
import { kindUpon } from '../case/follows.ts';
import type { Channel } from '../catalogue/item.ts';
import type { Entry } from '../party/entry.ts';
import { caseRows, chineseHolds, headed, passage, receivedOn, row, table, type About, type Content } from './about.ts';
import { formTables } from './form-rows.ts';
import { libraryRows } from './library-rows.ts';
import type { Block } from '#shared/paper/sheet';
import { placeOf } from './taking-in.ts';

const channels: Record<Channel, string> = {
  online: '网上办事大厅',
  window: '政务服务窗口',
  community: '社区受理点',
  kiosk: '自助终端',
  app: '移动端',
  hotline: '12345热线',
  agency: '代办',
};

const seen: Record<Entry['documentsSeen'][number], string> = {
  'resident-id': '居民身份证',
  'hk-macau-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
  passport: '护照',
  'household-register': '户口簿',
  'birth-certificate': '出生医学证明',
  guardianship: '监护证明',
  'business-licence': '营业执照',
  'power-of-attorney': '授权委托书',
  other: '其他证件',
};

const names = { correct: '更正', revoke: '撤销', review: '行政复议', sanction: '证照处置' };

/** 收件凭证: what came in, when, and the number by which it is followed. What the office opens itself is told as that. */
export function receipt(about: About): Content {
  const { follows } = about.application;
  return follows?.by === 'office' ? ownAccord(about) : received(about);
}

/** Nothing came in: the party is told what the office has begun, why, and that it will be heard (行政许可法 arts 7, 69). */
function ownAccord(about: About): Content {
  const { application, item } = about;
  const { follows } = application;
  const name = names[kindUpon(follows) ?? 'correct'];
  return {
    title: { zh: `${name}程序告知书`, en: 'Notice that the office has opened a case' },
    blocks: [
      passage(`本机关于${receivedOn(application)}依职权对已办结的“${item.name}”启动${name}程序。`),
      passage(`事由：${follows?.why ?? ''}`),
      passage('你（单位）有权陈述、申辩，并提交有关材料。凭办件编号和查询码可以随时查询办理进度。'),
      table(...caseRows(about), row('查询码', 'Tracking code', application.trackingCode)),
    ],
    english: [
      'The office has opened this case of its own accord, for the reason given above. You may be heard.',
      chineseHolds,
    ],
  };
}

function received(about: About): Content {
  const { application } = about;
  return {
    title: { zh: '收件凭证', en: 'Receipt' },
    blocks: [
      passage(
        `${howItCame(about)}自收到之日起五个工作日内，本机关将决定是否受理；逾期不告知的，自收到之日起即为受理。`,
      ),
      table(
        ...caseRows(about),
        row('办理情形', 'Situation', application.situation),
        row('收件渠道', 'Channel', channels[application.channel]),
        row('查询码', 'Tracking code', application.trackingCode),
      ),
      ...handedIn(about),
      ...libraryRows(about),
      ...asked(about),
      passage('凭办件编号和查询码可以随时查询办理进度。本凭证不表示申请已被受理。'),
    ],
    english: [
      'Your application has been received. The office says within five working days whether it is accepted; if it does not, it is accepted as of the day of receipt.',
      chineseHolds,
    ],
  };
}

function howItCame({ application, item }: About): string {
  const { follows } = application;
  const [on, name] = [receivedOn(application), `“${item.name}”`];
  const upon = kindUpon(follows);
  if (upon) return `本机关于${on}收到你（单位）对已办结的${name}提出的${names[upon]}申请。`;
  if (follows?.as === 'forward') return `本机关于${on}收到其他机关转来的你（单位）的${name}申请，无需重新提交。`;
  if (follows?.as === 'anew')
    return `原决定已经行政复议撤销，本机关自${on}起重新办理你（单位）的${name}申请，无需重新提交。`;
  return `本机关于${on}收到你（单位）提交的${name}申请。`;
}

/** What has come in, as far as the office holds it: parts of the form, what was corrected, what a clerk saw and keeps. */
function handedIn(about: About): Block[] {
  const { application, item, form, at } = about;
  const { entry, committed, follows } = application;
  const upon = kindUpon(follows);
  const parts = formTables(item.form ?? {}, form).map((one) =>
    one.kind === 'table' ? `${one.heading?.zh ?? '申请内容'}（${one.rows.length}项）` : '',
  );
  const answered = application.corrections.find(({ answeredAt }) => answeredAt?.getTime() === at.getTime());
  const corrected = (answered?.defects ?? []).map((one) => placeOf(one, about));
  return headed(
    { zh: '已收到', en: 'Received' },
    row('申请表', 'Application form', upon ? undefined : listed(parts)),
    row('申请理由', 'Reasons', upon && follows?.why),
    row('告知承诺书', 'Commitment', committed ? '已签署' : undefined),
    row('补正的内容', 'What was corrected', listed(corrected)),
    row('核验的证件', 'Documents seen', listed(entry?.documentsSeen.map((one) => seen[one]) ?? [])),
    row('现场核对', 'At the desk', entry && deskWords(entry)),
  );
}

const listed = (all: readonly string[]): string | undefined => all.filter(Boolean).join('；') || undefined;

const deskWords = ({ originalChecked, signatureKept }: Entry): string | undefined =>
  listed([originalChecked ? '原件已核对' : '', signatureKept ? '签名已留存' : '']);

/** What the item asks for besides; a case upon another asks for nothing, and a commitment covers what it says. */
function asked({ application, item }: About): Block[] {
  if (kindUpon(application.follows)) return [];
  const covered = new Set(application.committed ? item.commitment?.covers : []);
  const all = item.materials.filter((one) => isAsked(one, application) && !covered.has(one.type));
  const own = all.filter(({ source }) => source === 'applicant').map(({ name }) => name);
  const shared = all.filter(({ source }) => source !== 'applicant').map(({ name }) => name);
  return headed(
    { zh: '本事项要求的材料', en: 'What the item asks for' },
    row('由申请人提交的材料', 'Materials of the applicant', listed(own)),
    row('由本机关共享取得的材料', 'Obtained by the office itself', listed(shared)),
  );
}

const isAsked = ({ situations }: About['item']['materials'][number], { situation }: Application): boolean =>
  !situations || situations.includes(situation);
