import type { MaskKind } from './form.ts';

/** A field that several items ask, by the label of its widest use. A field that names it in `x-same-as` hides it by `mask`. */
export interface SharedField {
  zh: string;
  en: string;
  mask?: MaskKind;
}

/**
 * What `x-same-as` may name: in a bundle such a field is asked once, wherever its value is wanted.
 * Where a value is known already, `x-source` says from whom: `party` is the applicant himself, `licence:<type>/<field>` a licence
 * he holds, `shared:<resource>/<field>` what offices share. In a bundle a licence may be the result of an earlier item: until
 * then its fields stay open.
 */
export const sharedFields = {
  'company.name': { zh: '单位名称', en: 'Name of the organisation' },
  'company.uscc': { zh: '统一社会信用代码', en: 'Unified social credit code', mask: 'document-number' },
  'company.legal-representative-name': {
    zh: '法定代表人（负责人）姓名',
    en: 'Name of the legal representative',
    mask: 'name',
  },
  'company.legal-representative-document': {
    zh: '法定代表人（负责人）身份证件号码',
    en: 'Document number of the legal representative',
    mask: 'document-number',
  },
  'company.registered-address': { zh: '住所', en: 'Registered address', mask: 'address' },
  'company.scope': { zh: '经营范围', en: 'Scope of business' },
  'company.registered-capital': { zh: '注册资本（万元）', en: 'Registered capital, in ten thousand yuan' },
  'premises.address': { zh: '经营场所地址', en: 'Address of the premises', mask: 'address' },
  'premises.area': { zh: '经营场所面积（平方米）', en: 'Area of the premises in square metres' },
  'contact.name': { zh: '联系人姓名', en: 'Name of the contact', mask: 'name' },
  'contact.phone': { zh: '联系人电话', en: 'Telephone of the contact', mask: 'phone' },
  'contact.mail': { zh: '联系人电子邮箱', en: 'E-mail of the contact', mask: 'mail' },
  'person.name': { zh: '姓名', en: 'Name', mask: 'name' },
  'person.document-kind': { zh: '证件类型', en: 'Kind of document' },
  'person.document-number': { zh: '证件号码', en: 'Document number', mask: 'document-number' },
  'person.identity-number': { zh: '公民身份号码', en: 'Resident identity number', mask: 'document-number' },
  'person.sex': { zh: '性别', en: 'Sex' },
  'person.birth-date': { zh: '出生日期', en: 'Date of birth' },
  'person.ethnicity': { zh: '民族', en: 'Ethnic group' },
  'person.registered-address': { zh: '户籍地址', en: 'Address of household registration', mask: 'address' },
  'person.residence-address': { zh: '现居住地址', en: 'Present address', mask: 'address' },
  'person.phone': { zh: '联系电话', en: 'Telephone', mask: 'phone' },
  'person.employer': { zh: '工作单位', en: 'Employer' },
  'agent.name': { zh: '代办人姓名', en: 'Name of the person acting', mask: 'name' },
  'agent.document-number': {
    zh: '代办人证件号码',
    en: 'Document number of the person acting',
    mask: 'document-number',
  },
  'agent.phone': { zh: '代办人电话', en: 'Telephone of the person acting', mask: 'phone' },
  'child.name': { zh: '新生儿姓名', en: 'Name of the child', mask: 'name' },
  'child.sex': { zh: '新生儿性别', en: 'Sex of the child' },
  'child.birth-date': { zh: '新生儿出生日期', en: 'Date of birth of the child' },
  'child.birth-place': { zh: '出生地点', en: 'Place of birth' },
  'child.birth-certificate-number': { zh: '出生医学证明编号', en: 'Number of the birth certificate' },
  'child.identity-number': { zh: '新生儿公民身份号码', en: 'Identity number of the child', mask: 'document-number' },
  'mother.name': { zh: '母亲姓名', en: 'Name of the mother', mask: 'name' },
  'mother.document-number': { zh: '母亲证件号码', en: 'Document number of the mother', mask: 'document-number' },
  'mother.phone': { zh: '母亲联系电话', en: 'Telephone of the mother', mask: 'phone' },
  'father.name': { zh: '父亲姓名', en: 'Name of the father', mask: 'name' },
  'father.document-number': { zh: '父亲证件号码', en: 'Document number of the father', mask: 'document-number' },
  'guardian.name': { zh: '监护人姓名', en: 'Name of the guardian', mask: 'name' },
  'guardian.document-number': { zh: '监护人证件号码', en: 'Document number of the guardian', mask: 'document-number' },
  'guardian.phone': { zh: '监护人电话', en: 'Telephone of the guardian', mask: 'phone' },
  'household.address': { zh: '落户地址', en: 'Address of the household', mask: 'address' },
  'household.head-name': { zh: '户主姓名', en: 'Name of the head of the household', mask: 'name' },
  'bank.account-name': { zh: '收款户名', en: 'Account holder', mask: 'name' },
  'bank.name': { zh: '开户银行', en: 'Bank' },
  'bank.account': { zh: '银行账号', en: 'Bank account number', mask: 'document-number' },
  'delivery.address': { zh: '邮寄地址', en: 'Postal address', mask: 'address' },
  'project.code': { zh: '项目代码', en: 'Project code' },
  'project.name': { zh: '项目名称', en: 'Project name' },
  'project.address': { zh: '建设地点', en: 'Site of the project' },
  'project.investment': { zh: '总投资（万元）', en: 'Total investment, in ten thousand yuan' },
  'project.land-area': { zh: '用地面积（平方米）', en: 'Land taken, in square metres' },
  'project.floor-area': { zh: '总建筑面积（平方米）', en: 'Gross floor area, in square metres' },
  'property.certificate-number': { zh: '不动产权证书号', en: 'Number of the property certificate' },
  'property.unit-number': { zh: '不动产单元号', en: 'Number of the real-estate unit' },
  'property.address': { zh: '不动产坐落', en: 'Location of the property', mask: 'address' },
  'property.area': { zh: '建筑面积（平方米）', en: 'Floor area in square metres' },
} as const satisfies Record<string, SharedField>;
