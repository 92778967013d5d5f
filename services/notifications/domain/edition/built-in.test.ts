import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { catalogue } from '#events/catalogue';
import { messages } from '../messages.ts';
import { postMessages } from '../post-line.ts';
import { noticeRules } from '../template/template.ts';
import { lint } from '../template/lint.ts';
import { builtIn, builtInId } from './built-in.ts';
import { editionFaults } from './edition-lint.ts';
import { rulesFor } from './in-force.ts';
import { toldOf } from './told-of.ts';

const concerning = catalogue.filter(({ concerns }) => concerns === 'person').map(({ type }) => type);

describe('the built-in edition', () => {
  test.each(concerning)('%s, which concerns a person, has rules, and templates in both languages that lint', (type) => {
    const rules = builtIn().rules.filter((rule) => rule.on.type === type && rule.audience === 'party');
    expect(rules.length).toBeGreaterThan(0);
    for (const { template: key } of rules) {
      const found = builtIn().templates.find((one) => one.key === key);
      expect(found).toBeDefined();
      expect(found && lint(found, builtIn().signature)).toEqual([]);
    }
  });

  test('tells upon facts that concern a person alone, and each message upon one of them', () => {
    expect([...toldOf.keys()].toSorted()).toEqual(concerning.toSorted());
    expect([...toldOf.values()].flat().toSorted()).toEqual([...messages].toSorted());
  });

  test('is sound as a whole, as an edition of a district must be', () => {
    expect(noticeRules().safeParse(builtIn()).error).toBeUndefined();
    expect(editionFaults(builtIn())).toEqual([]);
  });

  test('has a rule for each message to a party and to a post', () => {
    for (const message of messages) expect(rulesFor([], message)).toMatchObject({ edition: builtInId });
    for (const message of postMessages) expect(rulesFor([], message, 'post')?.rule.channels).toEqual([]);
    expect(rulesFor([], 'no-such-message')).toBeUndefined();
  });

  test('tells by law what the law wants told, with a task for staff as its last way', () => {
    for (const message of ['accepted', 'correcting', 'not-accepted', 'granted', 'refused']) {
      const ruled = rulesFor([], message);
      expect([message, ruled?.template.statutory, ruled?.rule.channels.at(-1)]).toEqual([message, true, 'task']);
      expect(ruled?.rule.unreadDays).toBe(2);
    }
    expect(rulesFor([], 'submitted')?.template.statutory).toBe(false);
  });

  // Notices name the edition that said them. Who changes a text gives the edition another number, and this hash with it.
  test('keeps its texts as long as its number', () => {
    const hash = createHash('sha256').update(JSON.stringify(builtIn())).digest('hex').slice(0, 16);
    expect([builtInId, hash]).toEqual(['built-in-1', '909989bda3883f4c']);
  });
});

/** An edition that has one message's rule and words alone. */
const own = (id: string, message: string) => {
  const found = rulesFor([], message);
  if (!found) throw new Error('there is no such message');
  return { id, rules: { signature: '鼓楼区', templates: [found.template], rules: [found.rule] } };
};

test('a district’s own rule holds before the city’s, and the city’s before what the code brings along', () => {
  const editions = [own('gulou-1', 'accepted'), own('city-1', 'accepted'), own('city-2', 'granted')];
  const editionOf = (message: string) => rulesFor(editions, message)?.edition;
  expect(['accepted', 'granted', 'refused'].map(editionOf)).toEqual(['gulou-1', 'city-2', builtInId]);
});
