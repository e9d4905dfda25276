import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../src/kiosk.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

/** WCAG 2.2: text 1.4.3, parts of controls 1.4.11. */
const TEXT = 4.5;
const CONTROL = 3;

const pairs = [
  ...['bg', 'surface', 'sunken', 'hover'].flatMap((ground) => [
    ['text', ground, TEXT] as const,
    ['text-2', ground, TEXT] as const,
    ['border', ground, CONTROL] as const,
    ['accent', ground, CONTROL] as const,
    ['focus', ground, CONTROL] as const,
  ]),
  ['text', 'divider', TEXT],
  ['text', 'bad-bg', TEXT],
  ['bad', 'bg', TEXT],
  ['bad', 'bad-bg', TEXT],
  ['on-accent', 'accent', TEXT],
  ['ok', 'bg', CONTROL],
] as const;

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(pairs)('%s on %s has a contrast of at least %s', (ink, ground, least) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least);
  });
});

it('every colour of the sheet is a token, but for the shade behind a dialog', () => {
  const rules = css.slice(css.indexOf('@layer'));
  expect(rules.match(/#[\da-f]{3,8}\b|rgb\([^)]*\)/gi)).toEqual(['rgb(0 0 0 / 60%)']);
});

function colour(name: string, theme: 'light' | 'dark'): string {
  const hex = tokens.get(name)?.[theme];
  if (hex === undefined) throw new Error(`There is no token --${name}`);
  return hex;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of sRGB, as WCAG defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
