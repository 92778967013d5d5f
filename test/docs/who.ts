import type { Who } from '#shared/access';

const reaches = {
  department: 'records of their departments',
  district: 'their district',
  'any-district': 'any district',
};

/** The ways in which a route may be used, in words: `applicant, assurance 2 or higher`. */
export function wordsOf(may: readonly Who[]): string[] {
  return may.map((way) => {
    if (way.who === 'anyone') return 'anyone, without a token';
    if (way.who === 'applicant') return `applicant, assurance ${way.assurance} or higher`;
    return `${way.roles.join(', ')}: ${reaches[way.reach]}`;
  });
}
