/** A form that fits 食品经营许可, of a company that does not exist. */
export const foodForm = {
  operatorName: '示例餐饮有限公司',
  uscc: '91350199MA00000015',
  legalRepresentative: { name: '示例甲', documentNumber: '350199199001011237' },
  registeredAddress: '福州市鼓楼区示例路1号',
  premises: { address: '福州市鼓楼区示例路1号一层', areaSquareMetres: 86.5, kitchenSquareMetres: 24 },
  businessForm: 'catering',
  projects: ['hot-food', 'cold-food'],
  safetyManagers: [{ name: '示例乙', documentNumber: '350199199202022346', kind: 'officer' }],
  staff: 6,
  contact: { name: '示例丙', phone: '13800000000', mail: 'shili@example.com' },
  declaration: true,
};
