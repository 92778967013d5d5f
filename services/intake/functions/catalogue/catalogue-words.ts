import type { Saying } from '#shared/locale';
import type { CatalogueFault } from '../../domain/catalogue/faults.ts';

/** What a fault of a catalogue says to its publisher. */
export const catalogueWords: Record<CatalogueFault['code'], (about: string) => Saying> = {
  duplicate: (key) => ({ zh: `${key} 重复出现。`, en: `${key} stands twice.` }),
  'unknown-department': (key) => ({
    zh: `${key} 不是本目录中的部门。`,
    en: `${key} is not a department of this catalogue.`,
  }),
  'unknown-item': (key) => ({ zh: `${key} 不是本目录中的事项。`, en: `${key} is not an item of this catalogue.` }),
  'extension-unfounded': (limit) => ({
    zh: `延长期限超过一般上限（${limit}），请注明法律依据。`,
    en: `The extension is longer than the general law allows (${limit}): name the law that allows it.`,
  }),
  'promise-too-long': (limit) => ({
    zh: `承诺时限在任何情况下都不得晚于法定时限（${limit}）。`,
    en: `The promise must end by the legal limit (${limit}) whatever the calendar.`,
  }),
  'promise-of-no-time': (limit) => ({
    zh: `承诺时限不得为零（${limit}）：只有即办件当场办结。`,
    en: `A promise of no time (${limit}) is only for what is decided on the spot.`,
  }),
  'longer-than-city': (limit) => ({
    zh: `不得长于市级同一事项的时限（${limit}）。`,
    en: `It must not be longer than that of the city’s item of this code (${limit}).`,
  }),
  'longer-than-offered': (limit) => ({
    zh: `区级目录不得延长现行承诺时限（${limit}）。`,
    en: `A district does not lengthen the promise that is in force (${limit}).`,
  }),
  'moved-up': (was) => ({
    zh: `区级目录不得上收：现为 ${was}。`,
    en: `A district does not move an item up; now it is ${was}.`,
  }),
  'needs-review': (was) => ({
    zh: `缩短承诺或者下放须提出调整，经依据与负担审核（现为 ${was}）。`,
    en: `To promise less time or to move an item down, propose an adjustment: basis and burden are reviewed (now ${was}).`,
  }),
  'burden-added': (was) => ({
    zh: `区级目录不得自行加重申请人负担（现为：${was || '无'}）；法律另有规定的，在 grounds 中写明依据与负担，经另一人审核。`,
    en: `A district adds no burden by itself (now: ${was || 'none'}); where a law does, say which and what it means in grounds: another person reviews it.`,
  }),
  'basis-of-its-own': (name) => ({
    zh: `新增的“${name}”应当写明其自身的法律依据（basis）。`,
    en: `${name} is new here: it names the law by which it is asked (basis), its own.`,
  }),
  'basis-missing': (name) => ({
    zh: `“${name}”应当写明收取或者要求的依据（basis）；没有单独依据的，写明以本事项的依据为准（restsOn: item）。`,
    en: `${name} names the right by which it is charged or asked (basis), or says that it rests on that of its item (restsOn: item).`,
  }),
  'opinion-missing': () => ({
    zh: '本版次加重申请人负担，发布时应当写明对依据与负担的审核意见。',
    en: 'This edition adds a burden: say what the review of its basis and burden found.',
  }),
  'changed-since': (version) => ({
    zh: `编制之后，第 ${version} 版目录已改动此处，请在其基础上重新编辑。`,
    en: `Catalogue ${version} has changed this since the edition was prepared: edit it anew on that basis.`,
  }),
  'item-without-form': (key) => ({
    zh: `${key} 没有申请表，不能列入一件事。`,
    en: `${key} has no form: it cannot be part of a bundle.`,
  }),
  'unknown-situation': (one) => ({ zh: `该事项没有“${one}”情形。`, en: `The item has no situation ${one}.` }),
  'renewal-in-bundle': (key) => ({
    zh: `${key} 的延续应当单独申请。`,
    en: `A renewal under ${key} is applied for by itself.`,
  }),
  'not-in-bundle': (key) => ({ zh: `${key} 不在本一件事中。`, en: `${key} is not part of this bundle.` }),
  'needs-circle': (key) => ({ zh: `${key} 的前置事项成环。`, en: `What ${key} waits for waits for it.` }),
  'party-not-created': (key) => ({
    zh: `${key} 不产生当事人，或者不是前置事项。`,
    en: `${key} creates no party, or is not waited for.`,
  }),
  'unknown-answer': (key) => ({ zh: `没有选项 ${key}。`, en: `No question has the answer ${key}.` }),
  'shared-field-differs': (key) => ({
    zh: `共用字段 ${key} 在各事项中类型不同。`,
    en: `The shared field ${key} is not of one type in all items.`,
  }),
  'unknown-theme': (key) => ({ zh: `没有主题 ${key}。`, en: `${key} is not a theme.` }),
  'unknown-material': (key) => ({ zh: `${key} 不是本事项的材料。`, en: `${key} is not a material of this item.` }),
  'not-in-form': (key) => ({ zh: `表单没有字段 ${key}。`, en: `The form has no field ${key}.` }),
  'unknown-field': (key) => ({ zh: `没有共享字段 ${key}。`, en: `${key} is not a shared field.` }),
  'unknown-source': (key) => ({ zh: `没有数据来源 ${key}。`, en: `${key} is not a source.` }),
  'unknown-resource': (key) => ({
    zh: `共享资源目录中没有 ${key}。`,
    en: `${key} is not in the catalogue of shared resources.`,
  }),
  'resource-not-shared': (key) => ({
    zh: `${key} 依法不予共享，不能由办理部门获取。`,
    en: `${key} is not shared, by law: no office fetches it.`,
  }),
  'still-needed': (key) => ({ zh: `事项 ${key} 仍以此为前提。`, en: `The item ${key} still needs this one.` }),
  'broken-steps': (field) => ({
    zh: `申请表应当分步骤（x-steps），各步骤有中英文名称，并恰好各含一次每个字段：${field}`,
    en: `A form has steps (x-steps) with a name in both languages, and they hold each field once: ${field}`,
  }),
  'label-missing': (field) => ({
    zh: `字段 ${field} 应当有中文名称（title）和英文名称（x-title-en）。`,
    en: `The field ${field} needs a name in Chinese (title) and in English (x-title-en).`,
  }),
  'steps-too-long': (days) => ({
    zh: `到本环节为止的环节时限合计超过承诺时限：${days}。`,
    en: `With this step the limits of the steps exceed the promise: ${days}.`,
  }),
  'steps-on-the-spot': (list) => ({
    zh: `即办件当场办结，不得设置 ${list}。`,
    en: `What is decided on the spot has no ${list}.`,
  }),
  'code-of-another-item': (base) => ({
    zh: `实施编码的后 12 位应当是基本编码 ${base}。`,
    en: `The implementing code must end with the basic code ${base}.`,
  }),
  'code-taken': (key) => ({ zh: `事项 ${key} 已使用此基本编码。`, en: `The item ${key} has this basic code.` }),
  'code-missing': (set) => ({
    zh: `可在 ${set} 申请的事项应当有其实施编码，否则办件没有编号。`,
    en: `What can be applied for in ${set} needs its implementing code: without it a case has no number.`,
  }),
  'empty-edition': () => ({ zh: '版次没有任何内容。', en: 'The edition says nothing.' }),
  'part-missing': (part) => ({ zh: `第 ${part} 部分尚未送达。`, en: `Part ${part} has not come.` }),
  'too-many-limits': (count) => ({
    zh: `一次发布变更时限的基本编码过多（${count}），请分批发布。`,
    en: `Too many basic codes change their limits at once (${count}): publish it in several editions.`,
  }),
  'broken-form': (rule) => ({ zh: `申请表规则有误：${rule}`, en: `The rules of the form have a fault: ${rule}` }),
};
