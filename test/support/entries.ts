/** What staff record when they enter a case at their desk. */
export const entryAt = {
  window: {
    hall: 'gulou-hall',
    window: '12',
    documentsSeen: ['resident-id'],
    originalChecked: true,
    signatureKept: true,
  },
  community: { hall: 'wufeng' },
  kiosk: { device: 'kiosk-7' },
  hotline: {},
};
