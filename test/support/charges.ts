import type { ChargeList } from '../../services/payments/domain/charge/charge-list.ts';

const name = (zh: string, en: string) => ({ zh, en });
const nonTax = { kind: 'non-tax', destination: 'treasury', merchant: 'treasury', receipt: 'fiscal' } as const;

/** A small charge list: three payees of the treasury, one of the fiscal account, one with an account of its own. */
export const charges: ChargeList = {
  payees: [
    { key: 'urban', name: name('城市管理局', 'Urban management') },
    { key: 'mnr', name: name('自然资源和规划局', 'Natural resources and planning') },
    { key: 'ps', name: name('公安局', 'Public security') },
    { key: 'edu', name: name('教育局', 'Education') },
    { key: 'amr', name: name('市场监督管理局', 'Market regulation') },
    { key: 'water', name: name('自来水公司', 'Water company') },
  ],
  charges: [
    {
      ...nonTax,
      code: 'road-repair',
      name: name('道路挖掘修复费', 'Road repair'),
      payee: 'urban',
      subject: '103043306',
      unit: 'square-metre',
      rateFen: 30_000,
    },
    {
      ...nonTax,
      code: 'property-registration',
      name: name('不动产登记费', 'Property registration'),
      payee: 'mnr',
      subject: '103043207',
      unit: 'case',
      rateFen: 8000,
    },
    {
      ...nonTax,
      code: 'inspection',
      name: name('特种设备检验费', 'Inspection of equipment'),
      payee: 'amr',
      subject: '103043707',
      unit: 'case',
      rateFen: 5000,
    },
    {
      ...nonTax,
      code: 'id-card',
      name: name('身份证工本费', 'Identity card'),
      payee: 'ps',
      subject: '103040110',
      unit: 'case',
      rateFen: 4000,
    },
    {
      ...nonTax,
      code: 'exam',
      name: name('考试费', 'Examination'),
      payee: 'edu',
      destination: 'fiscal-account',
      merchant: 'fiscal',
      subject: '103042650',
      unit: 'case',
      rateFen: 6000,
    },
    {
      ...nonTax,
      code: 'connection',
      name: name('接水费', 'Connection'),
      payee: 'water',
      destination: 'own-account',
      merchant: 'water',
      subject: '103990000',
      unit: 'case',
      rateFen: 20_000,
      receipt: 'none',
    },
    {
      code: 'water-use',
      name: name('水费', 'Water'),
      kind: 'utility',
      payee: 'water',
      destination: 'own-account',
      merchant: 'water',
      subject: '103990001',
      unit: 'cubic-metre',
      rateFen: 280,
      receipt: 'none',
    },
  ],
};
