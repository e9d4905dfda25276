import { describe, expect, test } from 'vitest';
import { hunt, MOST_SEEDS, placesOf, plantedBugs } from './planted.ts';

test('every planted bug has exactly one place in the kernel', () => {
  expect(plantedBugs.length).toBeGreaterThanOrEqual(12);
  expect(plantedBugs.filter((bug) => placesOf(bug) !== 1).map(({ name, file }) => `${name}: ${file}`)).toEqual([]);
});

describe.concurrent(`a planted bug is caught within ${MOST_SEEDS} seeds`, { timeout: 120_000 }, () => {
  test.each(plantedBugs)('$name', async (bug) => {
    const { seed, violation } = await hunt(bug);
    expect(seed, 'no seed fell over it').not.toBeNull();
    expect(violation).not.toMatch(/^no bugs/); // it breaks a promise, not the program
  });
});
