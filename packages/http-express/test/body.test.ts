import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bodyLimits, depthOf, readBody } from '../src/body.ts';

const depthOfValue = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOfValue)) : 0;

it('the depth of a JSON text is that of its value, whatever brackets and quotes stand in its strings', () => {
  const text = fc.string({ unit: fc.constantFrom('{', '[', ']', '}', '"', '\\', 'ü', '\ud83d\ude00') });
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 6 }, text, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(text, tie('value'))),
  }));
  fc.assert(fc.property(value, (given) => depthOf(JSON.stringify(given)) === depthOfValue(given)));
});

it('the body of a caller who has gone is not waited for', async () => {
  const request = new IncomingMessage(new Socket());
  request.headers = { 'content-type': 'application/json' };
  request.destroy();
  await new Promise((resolve) => request.once('close', resolve));
  expect(await readBody(request, bodyLimits)).toMatchObject({ refused: { code: 'body_malformed' } });
});
