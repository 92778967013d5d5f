import { describe, expect, it } from 'vitest';
import { asciiJson } from './constructs/ascii-json.ts';
import { city, directoryOf, districts, readSets, servicesOf } from './districts.ts';

describe('the sets', () => {
  it('have a key and a code each of their own, below the city', () => {
    expect(new Set(districts.map(({ key }) => key)).size).toBe(districts.length);
    expect(new Set(districts.map(({ code }) => code)).size).toBe(districts.length);
    for (const { key, code } of districts) {
      expect(key).toMatch(/^[a-z]+$/);
      expect(code).toMatch(/^3501\d\d$/);
    }
  });

  it('know the code that Changle had as a county-level city', () => {
    expect(districts.find(({ key }) => key === 'changle')).toMatchObject({
      code: '350112',
      replaces: { code: '350182', until: '2017-11-05' },
    });
  });

  it('run what belongs to a person in the city alone', () => {
    expect(servicesOf(city)).toContain('notifications');
    for (const set of districts.slice(1)) expect(servicesOf(set)).toEqual(['intake', 'agency']);
  });

  it('are read from a list, the city first, or all', () => {
    expect(readSets('jinan, fuzhou').map(({ key }) => key)).toEqual(['fuzhou', 'jinan']);
    expect(readSets('all')).toHaveLength(districts.length);
    expect(() => readSets('gulou,atlantis')).toThrow('no such set: atlantis');
  });
});

describe('the directory of all sets', () => {
  it('has room in the variables of a function, which hold 4 KB', () => {
    expect(directoryOf(districts)).toHaveLength(15);
    expect(asciiJson(directoryOf(districts)).length).toBeLessThan(2500);
  });
});

describe('JSON in a template', () => {
  it('is ASCII and says the same', () => {
    const text = asciiJson(districts);
    expect(text).toMatch(/^[\x20-\x7e]*$/);
    expect(JSON.parse(text)).toEqual(districts);
  });
});
