import type { Cloud } from './cloud.ts';
import { accounts, places } from './issuer/accounts.ts';
import { departments } from './issuer/departments.ts';
import type { Resource } from './template/deploy.ts';
import { inertTypes } from './template/inert.ts';

/** Which resources of the templates do nothing here, with how many of each. */
export function inertLine(resources: Resource[]): string {
  const inert = Object.groupBy(
    resources.filter(({ type }) => inertTypes.has(type)),
    ({ type }) => type.replace('AWS::', ''),
  );
  const counted = Object.entries(inert).map(([type, each]) => `${type} ${each?.length ?? 0}`);
  return `Known but inert here (localstack/template/inert.ts says why): ${counted.toSorted().join(', ')}.`;
}

const suffixed = /\.(jinan|city)$/;

const names = (each: readonly { account: string }[]): string => each.map(({ account }) => account).join(', ');

function accountLines(): string[] {
  const here = accounts.filter(({ account }) => !suffixed.test(account));
  const staff = here.filter(({ posts }) => posts.length > 0);
  const people = here.filter(({ posts }) => posts.length === 0);
  const posts = staff.filter(({ account }) => !/^(approver|head|lead)-/.test(account));
  const elsewhere = places.flatMap(({ suffix, nameEn }) => (suffix ? [`${suffix} (${nameEn})`] : []));
  return [
    `  people  ${names(people)}`,
    `  staff   ${names(posts)}`,
    `          approver-, head- and lead-<department>, such as approver-${departments[0]?.key}`,
    `          these are in Gulou; elsewhere with ${elsewhere.join(' or ')}`,
  ];
}

/** What a person needs to begin: addresses, accounts, one command to try. */
export function welcome({ port, sets, base }: Cloud, seconds: number): string {
  const set = sets.includes('gulou') ? 'gulou' : (sets[0] ?? '');
  return [
    `\nThe local cloud is ready after ${seconds.toFixed(1)} s.\n`,
    ...sets.map((each) => `  ${each.padEnd(8)}${base(each)}`),
    `  docs    ${base(set)}/docs`,
    `  issuer  http://localhost:${port}/issuer`,
    '  logs    localstack/.state/logs/',
    '\nAccounts (npm run --silent token -- <account>):',
    ...accountLines(),
    '\nTry:',
    `  curl -s '${base(set)}/intake/public/items?limit=3'`,
    '\nCtrl-C stops it. The clock: npm run clock -- +5d',
  ].join('\n');
}
