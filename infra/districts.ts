/** Every service that exists; `infra/districts.ts` says which sets run it. */
export type ServiceName = 'intake' | 'materials' | 'payments' | 'notifications' | 'agency';

/** A set is what ops deploys: the city or one district (县（市）区). */
export interface District {
  key: string;
  /** GB/T 2260 code in force. */
  code: string;
  name: string;
  nameEn: string;
  /** Day from which the code is in force, where the source tells. */
  from?: string;
  /** The code it replaced, still found on old cases, and the day on which that ended. */
  replaces?: { code: string; name: string; until: string };
  /** Not a division of its own by law, but runs its own windows. */
  extension?: true;
}

export const city: District = { key: 'fuzhou', code: '350100', name: '福州市', nameEn: 'Fuzhou', from: '1983-04-01' };

/** The city first, then its districts in the order of their codes. */
export const districts: readonly District[] = [
  city,
  { key: 'gulou', code: '350102', name: '鼓楼区', nameEn: 'Gulou' },
  { key: 'taijiang', code: '350103', name: '台江区', nameEn: 'Taijiang' },
  { key: 'cangshan', code: '350104', name: '仓山区', nameEn: 'Cangshan' },
  { key: 'mawei', code: '350105', name: '马尾区', nameEn: 'Mawei' },
  { key: 'jinan', code: '350111', name: '晋安区', nameEn: "Jin'an" },
  {
    key: 'changle',
    code: '350112',
    name: '长乐区',
    nameEn: 'Changle',
    from: '2017-11-05',
    replaces: { code: '350182', name: '长乐市', until: '2017-11-05' },
  },
  { key: 'minhou', code: '350121', name: '闽侯县', nameEn: 'Minhou' },
  { key: 'lianjiang', code: '350122', name: '连江县', nameEn: 'Lianjiang' },
  { key: 'luoyuan', code: '350123', name: '罗源县', nameEn: 'Luoyuan' },
  { key: 'minqing', code: '350124', name: '闽清县', nameEn: 'Minqing' },
  { key: 'yongtai', code: '350125', name: '永泰县', nameEn: 'Yongtai' },
  { key: 'pingtan', code: '350128', name: '平潭县', nameEn: 'Pingtan' },
  { key: 'fuqing', code: '350181', name: '福清市', nameEn: 'Fuqing' },
  { key: 'gaoxin', code: '350199', name: '福州高新区', nameEn: 'High-tech Zone', extension: true },
];

/** Casework runs where the item is owned or the project stands; what belongs to a person runs once, in the city. */
export function servicesOf(set: District): ServiceName[] {
  return set.key === city.key ? ['intake', 'materials', 'payments', 'notifications', 'agency'] : ['intake', 'agency'];
}

/** What the public directory tells of each set, besides its base. */
export function directoryOf(sets: readonly District[]): object[] {
  return sets.map((set) => {
    const { key, code, name, nameEn } = set;
    return { key, code, name, nameEn, services: servicesOf(set) };
  });
}

/** Reads a list such as `fuzhou,gulou` or `all`; throws on a key that is no set's. */
export function readSets(list: string): District[] {
  if (list === 'all') return [...districts];

  const keys = list.split(',').map((key) => key.trim());
  const unknown = keys.filter((key) => !districts.some((set) => set.key === key));
  if (unknown.length > 0) throw new Error(`no such set: ${unknown.join(', ')}`);
  return districts.filter((set) => keys.includes(set.key));
}
