const seen = { documentsSeen: ['resident-id'], originalChecked: true, signatureKept: true };

/** What staff record when they enter a case at their desk. */
export const entryAt = {
  window: { hall: 'gulou-hall', window: '12', ...seen },
  community: { hall: 'wufeng', ...seen },
  kiosk: { device: 'kiosk-7', ...seen },
  hotline: {},
};
