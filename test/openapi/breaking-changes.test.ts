import { describe, expect, it } from 'vitest';
import { breakingChanges } from './breaking-changes.ts';
import { breaking, harmless, input, released, withField } from './planted-changes.ts';
import { todaysDocument } from './todays-document.ts';

describe('a client stops working when', () => {
  it.each(Object.entries(breaking))('%s', (_, after) => {
    expect(breakingChanges(released, after).length).toBeGreaterThan(0);
  });
});

describe('a client goes on working when', () => {
  it.each(Object.entries(harmless))('%s', (_, after) => {
    expect(breakingChanges(released, after)).toEqual([]);
  });
});

it('says where it breaks, and what is different', () => {
  const changes = breakingChanges(released, withField('name', { ...input.properties?.name, maxLength: 99 }));
  expect(changes).toEqual(['POST /visits: body.name: maxLength 100 does not fit 99']);
});

it('finds nothing between today’s document and itself, and every operation that is taken out of it', () => {
  const today = todaysDocument();
  expect(breakingChanges(today, today)).toEqual([]);
  for (const path of Object.keys(today.paths)) {
    const { [path]: _gone, ...paths } = today.paths;
    expect(breakingChanges(today, { ...today, paths }).every((change) => change.endsWith(`${path}: is gone`))).toBe(
      true,
    );
    expect(breakingChanges(today, { ...today, paths })).not.toEqual([]);
  }
});
