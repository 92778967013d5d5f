import type { Post, Role } from '#shared/actor';
import { residentCheckCharacter, usccCheckCharacter } from '#shared/identity-number';
import type { PersonDocument } from '#shared/party';

import { departments } from './departments.ts';

/** A demo account: who signs in under which name, and what the issuer says of them. Nobody real. */
export interface Account {
  account: string;
  name: string;
  nameEn: string;
  kind: 'person' | 'organisation' | 'staff' | 'service';
  document?: PersonDocument;
  uscc?: string;
  posts: readonly Post[];
}

interface Place {
  suffix: '' | '.jinan' | '.city';
  district: string;
  name: string;
  nameEn: string;
}

/** Where staff accounts exist: Gulou without a suffix, the two others with one. */
export const places: readonly Place[] = [
  { suffix: '', district: 'gulou', name: '鼓楼区', nameEn: 'Gulou' },
  { suffix: '.jinan', district: 'jinan', name: '晋安区', nameEn: "Jin'an" },
  { suffix: '.city', district: 'fuzhou', name: '福州市', nameEn: 'Fuzhou' },
];

const deskPosts: readonly { account: string; role: Role; name: string; nameEn: string }[] = [
  { account: 'clerk', role: 'window', name: '示例窗口人员', nameEn: 'Example window clerk' },
  { account: 'community', role: 'community', name: '示例社区工作者', nameEn: 'Example community worker' },
  { account: 'kiosk', role: 'kiosk', name: '示例自助终端', nameEn: 'Example kiosk' },
  { account: 'hotline', role: 'hotline', name: '示例热线坐席', nameEn: 'Example hotline agent' },
  { account: 'officer', role: 'officer', name: '示例代办员', nameEn: 'Example agent officer' },
  { account: 'officer-2', role: 'officer', name: '示例代办员乙', nameEn: 'Example agent officer B' },
  { account: 'officer-lead', role: 'officer-lead', name: '示例代办组长', nameEn: 'Example lead agent officer' },
  { account: 'cashier', role: 'cashier', name: '示例收费员', nameEn: 'Example cashier' },
  { account: 'finance', role: 'finance', name: '示例财务经办', nameEn: 'Example finance maker' },
  { account: 'finance-checker', role: 'finance-checker', name: '示例财务复核', nameEn: 'Example finance checker' },
  { account: 'treasurer', role: 'treasurer', name: '示例国库人员', nameEn: 'Example treasurer' },
  { account: 'editor', role: 'catalogue-editor', name: '示例事项编辑', nameEn: 'Example catalogue editor' },
  { account: 'publisher', role: 'catalogue-publisher', name: '示例事项发布', nameEn: 'Example catalogue publisher' },
  { account: 'supervisor', role: 'supervisor', name: '示例效能督查', nameEn: 'Example supervisor' },
  { account: 'assessor', role: 'assessor', name: '示例好差评管理', nameEn: 'Example assessor' },
  { account: 'admin', role: 'system-admin', name: '示例系统管理员', nameEn: 'Example system administrator' },
];

const departmentPosts: readonly { role: 'approver' | 'head' | 'lead'; name: string; nameEn: string }[] = [
  { role: 'approver', name: '示例审批人员', nameEn: 'Example approver' },
  { role: 'head', name: '示例科室负责人', nameEn: 'Example head' },
  { role: 'lead', name: '示例分管领导', nameEn: 'Example lead' },
];

/** 350199 is a local extension code no identity number was ever issued under, so these belong to nobody. */
function fictionalResident(birthDateAndSequence: string): PersonDocument {
  const digits = `350199${birthDateAndSequence}`;
  return { kind: 'resident-id', number: digits + residentCheckCharacter(digits) };
}

function fictionalUscc(organisation: string): string {
  const characters = `91350199${organisation}`;
  return characters + usccCheckCharacter(characters);
}

const applicants: readonly Account[] = [
  {
    account: 'citizen',
    name: '示例市民甲',
    nameEn: 'Example citizen A',
    kind: 'person',
    document: fictionalResident('19900101001'),
    posts: [],
  },
  {
    account: 'citizen-2',
    name: '示例市民乙',
    nameEn: 'Example citizen B',
    kind: 'person',
    document: fictionalResident('19850615002'),
    posts: [],
  },
  {
    account: 'company',
    name: '示例食品有限公司',
    nameEn: 'Example Foods Ltd',
    kind: 'organisation',
    uscc: fictionalUscc('MA0000001'),
    posts: [],
  },
];

function deskAccounts({ suffix, district, name, nameEn }: Place): Account[] {
  return deskPosts.map((desk) => ({
    account: desk.account + suffix,
    name: `${desk.name}（${name}）`,
    nameEn: `${desk.nameEn}, ${nameEn}`,
    kind: desk.role === 'kiosk' ? 'service' : 'staff',
    posts: [{ role: desk.role, district }],
  }));
}

function departmentAccounts({ suffix, district, name, nameEn }: Place): Account[] {
  return departments.flatMap((department) =>
    departmentPosts.map((post) => ({
      account: `${post.role}-${department.key}${suffix}`,
      name: `${post.name}（${name} ${department.name}）`,
      nameEn: `${post.nameEn}, ${nameEn} ${department.nameEn}`,
      kind: 'staff' as const,
      posts: [{ role: post.role, district, department: department.key }],
    })),
  );
}

/** Every demo account, applicants first. */
export const accounts: readonly Account[] = [
  ...applicants,
  ...places.flatMap((place) => [...deskAccounts(place), ...departmentAccounts(place)]),
];

const byName = new Map(accounts.map((account) => [account.account, account]));

export function findAccount(name: string): Account | undefined {
  return byName.get(name);
}
