/** 主题: under which an item is found by those who do not know its name; an item may stand under several. */
export const themes = [
  { key: 'open-a-business', name: '开办企业', nameEn: 'Opening a business' },
  { key: 'construction', name: '工程建设', nameEn: 'Construction' },
  { key: 'housing', name: '住房与不动产', nameEn: 'Housing and property' },
  { key: 'identity', name: '户籍与证件', nameEn: 'Identity and documents' },
  { key: 'birth', name: '生育与新生儿', nameEn: 'Birth' },
  { key: 'education', name: '教育', nameEn: 'Education' },
  { key: 'employment', name: '就业与职业', nameEn: 'Employment' },
  { key: 'social-security', name: '社会保险', nameEn: 'Social insurance' },
  { key: 'health', name: '医疗卫生', nameEn: 'Health' },
  { key: 'assistance', name: '社会救助', nameEn: 'Assistance' },
  { key: 'elderly', name: '养老', nameEn: 'Old age' },
  { key: 'disability', name: '助残', nameEn: 'Disability' },
  { key: 'transport', name: '交通出行', nameEn: 'Transport' },
  { key: 'environment', name: '环境保护', nameEn: 'Environment' },
  { key: 'city', name: '市容与市政', nameEn: 'City upkeep' },
  { key: 'safety', name: '公共安全', nameEn: 'Public safety' },
  { key: 'culture', name: '文化旅游', nameEn: 'Culture and tourism' },
  { key: 'taxes-fees', name: '财税补助', nameEn: 'Taxes, fees and subsidies' },
] as const;
export type Theme = (typeof themes)[number]['key'];
