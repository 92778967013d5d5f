/** 1 无条件共享, 2 有条件共享, 3 不予共享 (国发〔2016〕51号 art. 9). */
export type SharingClass = 1 | 2 | 3;

/** 共享资源: what a department holds and others may ask it for; all services know the same list, as a release brings it. */
export interface SharedResource {
  key: string;
  name: string;
  nameEn: string;
  /** The department that holds it, in the set to which that belongs. */
  provider: { district: string; department: string };
  class: SharingClass;
  /** Class 3: the law that forbids it, without which nothing may be kept back. */
  basis: string;
  /** 共享时间表: the day (yyyy-mm-dd) from which it is provided. */
  from: string;
  fields: readonly SharedField[];
}

interface SharedField {
  key: string;
  name: string;
  nameEn: string;
}

type FieldRow = readonly [key: string, name: string, nameEn: string];
const fields = (...rows: readonly FieldRow[]): SharedField[] =>
  rows.map(([key, name, nameEn]) => ({ key, name, nameEn }));

const provider = (department: string) => ({ district: 'fuzhou', department });

const foundation = '国发〔2016〕51号 第十条：基础信息项在部门间无条件共享';
const onTerms = '国发〔2016〕51号 第九条：有条件共享，提供部门十个工作日内答复';

/**
 * 共享资源目录. A resource needs an adapter that asks for it, so both come with a release, which two people review; an item names
 * one by its key, and a form one of its fields: `shared:<resource>/<field>`.
 */
export const sharedResources: readonly SharedResource[] = [
  {
    key: 'population',
    name: '人口基础信息',
    nameEn: 'Population register',
    provider: provider('ps'),
    class: 1,
    basis: foundation,
    from: '2024-01-01',
    fields: fields(
      ['name', '姓名', 'Name'],
      ['sex', '性别', 'Sex'],
      ['birth-date', '出生日期', 'Date of birth'],
      ['ethnicity', '民族', 'Ethnic group'],
      ['registered-address', '户籍地址', 'Address of household registration'],
      ['household-address', '户口所在地址', 'Address of the household'],
      ['household-head', '户主姓名', 'Head of the household'],
    ),
  },
  {
    key: 'legal-entity',
    name: '法人单位基础信息',
    nameEn: 'Register of legal entities',
    provider: provider('amr'),
    class: 1,
    basis: foundation,
    from: '2024-01-01',
    fields: fields(
      ['name', '单位名称', 'Name'],
      ['uscc', '统一社会信用代码', 'Unified social credit code'],
      ['legal-representative', '法定代表人', 'Legal representative'],
      ['registered-address', '住所', 'Registered address'],
      ['scope', '经营范围', 'Scope of business'],
      ['registered-capital', '注册资本（万元）', 'Registered capital, in ten thousand yuan'],
      ['status', '登记状态', 'State of registration'],
    ),
  },
  {
    key: 'licence',
    name: '电子证照',
    nameEn: 'Electronic licences',
    provider: provider('ndrc'),
    class: 1,
    basis: foundation,
    from: '2024-06-01',
    fields: fields(
      ['type', '证照类型', 'Type of licence'],
      ['number', '证照编号', 'Number'],
      ['issuer', '发证机关', 'Issued by'],
      ['valid-from', '有效期起', 'Valid from'],
      ['valid-until', '有效期至', 'Valid until'],
    ),
  },
  {
    key: 'real-estate',
    name: '不动产登记信息',
    nameEn: 'Register of real estate',
    provider: provider('mnr'),
    class: 1,
    basis: foundation,
    from: '2024-06-01',
    fields: fields(
      ['certificate-number', '不动产权证书号', 'Number of the certificate'],
      ['unit-number', '不动产单元号', 'Number of the unit'],
      ['address', '坐落', 'Location'],
      ['area', '建筑面积（平方米）', 'Floor area in square metres'],
      ['mortgaged', '是否抵押', 'Whether it is mortgaged'],
    ),
  },
  {
    key: 'tax',
    name: '纳税信息',
    nameEn: 'Taxes paid',
    provider: provider('tax'),
    class: 2,
    basis: onTerms,
    from: '2025-01-01',
    fields: fields(
      ['annual-tax', '年纳税额（元）', 'Taxes of the year, in yuan'],
      ['year', '所属年度', 'Year'],
      ['arrears', '是否欠税', 'Whether any are overdue'],
    ),
  },
  {
    key: 'health',
    name: '出生医学证明与执业信息',
    nameEn: 'Certificates of birth, and who may practise',
    provider: provider('health'),
    class: 2,
    basis: onTerms,
    from: '2025-01-01',
    fields: fields(
      ['birth-date', '出生日期', 'Date of birth'],
      ['birth-time', '出生时间', 'Time of birth'],
      ['birth-place', '出生地点', 'Place of birth'],
      ['child-sex', '新生儿性别', 'Sex of the child'],
      ['gestation-weeks', '孕周', 'Weeks of gestation'],
      ['weight', '出生体重（克）', 'Weight at birth, in grams'],
      ['length', '出生身长（厘米）', 'Length at birth, in centimetres'],
      ['institution', '接生机构', 'Institution'],
      ['mother-name', '母亲姓名', 'Name of the mother'],
      ['mother-document', '母亲证件号码', 'Document number of the mother'],
      ['physician-qualification', '医师资格证书编号', 'Number of the qualification of a physician'],
    ),
  },
  {
    key: 'education',
    name: '学历信息',
    nameEn: 'Degrees',
    provider: provider('edu'),
    class: 1,
    basis: '国发〔2016〕51号 第五条：以共享为原则',
    from: '2025-01-01',
    fields: fields(
      ['highest-degree', '最高学历', 'Highest degree'],
      ['major', '专业', 'Subject'],
      ['school', '毕业院校', 'School'],
    ),
  },
  {
    key: 'medical-records',
    name: '病历资料',
    nameEn: 'Medical records',
    provider: provider('health'),
    class: 3,
    basis: '民法典 第一千二百二十六条：医疗机构应当对患者的隐私和个人信息保密',
    from: '2021-01-01',
    fields: [],
  },
];

/** The resource of a key; undefined where there is none. */
export function sharedResource(key: string): SharedResource | undefined {
  return sharedResources.find((one) => one.key === key);
}
