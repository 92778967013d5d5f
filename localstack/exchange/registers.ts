import { partyIdOf, type PartyDocument } from '#shared/party';
import { accounts } from '../issuer/accounts.ts';

/** What a register has of somebody, by the path at which it is asked; of licences and certificates by kind. */
type Held = Record<string, unknown>;

const persons: Record<string, Held> = {
  citizen: {
    '/population/persons/query': {
      xm: '示例市民甲',
      xbdm: '1',
      csrq: '19900101',
      mz: '汉族',
      hjdz: '福建省福州市鼓楼区示例路1号',
      hkszd: '福建省福州市鼓楼区示例路1号',
      hzxm: '示例市民甲',
    },
    '/real-estate/rights/query': {
      bdcqzh: '闽（2021）福州市不动产权第0000001号',
      bdcdyh: '350199000001GB00001F00010001',
      zl: '福州市鼓楼区示例路1号101',
      jzmj: '89.50',
      sfdy: '0',
    },
    '/tax/payments/query': { nse: '3600.00', ssnd: '2025', sfqs: '0' },
    '/education/degrees/query': { zgxl: '本科', zy: '公共管理', byyx: '示例大学' },
    '/health/records/query': { yszgbh: '202035110350199000000000001' },
    '/licences/query': { zzlx: '居民身份证', zzbh: '示例0001', fzjg: '福州市公安局鼓楼分局', yxqq: '20200101' },
  },
  'citizen-2': {
    '/population/persons/query': { xm: '示例市民乙', xbdm: '2', csrq: '19850615', mz: '汉族' },
  },
  company: {
    '/legal-entities/query': {
      dwmc: '示例食品有限公司',
      fddbr: '示例市民甲',
      zs: '福州市鼓楼区示例路8号',
      jyfw: '食品销售；餐饮服务',
      zczb: '100',
      djzt: '存续',
    },
    '/population/persons/query': { xm: '示例市民甲', xbdm: '1', csrq: '19900101' },
    '/licences/query': { zzlx: '营业执照', zzbh: '示例0002', fzjg: '鼓楼区市场监督管理局', yxqq: '20200101' },
    '/tax/payments/query': { nse: '128000.00', ssnd: '2025', sfqs: '0' },
    '/real-estate/rights/query': { bdcqzh: '闽（2020）福州市不动产权第0000008号', sfdy: '1' },
  },
};

const documentOf = ({ document, uscc }: (typeof accounts)[number]): PartyDocument | undefined =>
  document ?? (uscc === undefined ? undefined : { kind: 'uscc', number: uscc });

/** The registers of people and companies that are made up, by the pseudonymous id that the city's key gives each. */
export function registersFor(partyKey: string): ReadonlyMap<string, Held> {
  return new Map(
    accounts.flatMap((account): [string, Held][] => {
      const [document, held] = [documentOf(account), persons[account.account]];
      if (!document || !held) return [];
      const { uscc: tyshxydm } = account;
      const entries = Object.entries(held).map(([path, record]) => [
        path,
        path === '/legal-entities/query' ? Object.assign({ tyshxydm }, record) : record,
      ]);
      return [[partyIdOf(partyKey, document), Object.fromEntries(entries)]];
    }),
  );
}
