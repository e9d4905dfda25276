import { defineDoor } from '@front-office/kernel';
import { visitsModule } from '@front-office/visits';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openApiDocument } from '../src/index.ts';
import { ask, reception } from './reception.ts';

const options = { routes: visitsModule.routes, basePath: '/api/v1', title: 'Front Office', version: '1.2.3' };
const { paths, components } = openApiDocument(options);

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1, and what the server gives out', async () => {
    const { url } = await reception({ app: { version: '1.2.3' } });
    const { body } = await ask(`${url}/api/openapi.json`);
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument(options))));
    const validator = new Validator();
    expect(await validator.validate(body)).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('is found wrong when it is: the validator does look', async () => {
    const { info: _missing, ...wrong } = openApiDocument(options);
    expect(await new Validator().validate(wrong)).toMatchObject({ valid: false });
  });

  it('has every route under a name of its own', () => {
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(visitsModule.routes.length + 1); // and the events
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    expect(paths['/visits/{visit}/turn-away']?.post?.operationId).toBe('postVisitsVisitTurnAway');
  });

  it('puts each field where it travels: path, query or body', () => {
    expect(paths['/visits']?.get?.parameters).toContainEqual(
      expect.objectContaining({ name: 'limit', in: 'query', required: false }),
    );
    const turnAway = paths['/visits/{visit}/turn-away']?.post;
    expect(turnAway?.parameters).toEqual([
      expect.objectContaining({ name: 'visit', in: 'path', required: true }),
      { $ref: '#/components/parameters/IdempotencyKey' },
    ]);
    expect(turnAway?.requestBody?.content['application/json'].schema).toEqual({
      type: 'object',
      properties: { reason: { type: 'string', minLength: 1, maxLength: 300 } },
      required: ['reason'],
      additionalProperties: false,
    });
  });

  it('closes the list of codes that a route can answer', () => {
    const refused: Record<string, unknown> = paths['/visits/walk-in']?.post?.responses ?? {};
    const rules = { properties: { code: { enum: ['request_reused', 'host_unknown', 'purpose_unknown'] } } };
    expect(refused['422']).toMatchObject({
      content: { 'application/problem+json': { schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, rules] } } },
    });
    expect(refused['503']).toMatchObject({ headers: { 'Retry-After': { schema: { type: 'integer' } } } });
  });

  it('describes keys by the pattern that the server holds them to', () => {
    const pattern = new RegExp(components.parameters.IdempotencyKey.schema.pattern);
    expect(['wish 1', '01983b5e-0000-7000-8000-000000000001', '~'].every((key) => pattern.test(key))).toBe(true);
    expect(['timer:1', 'ü', ''].some((key) => pattern.test(key))).toBe(false);
  });

  it('names what must be shown: any way to sign in for a route, its one secret for a door', () => {
    const door = defineDoor({
      method: 'POST',
      path: '/sign-in',
      summary: 'Sign in',
      opensTo: 'browser',
      input: z.strictObject({}),
      output: z.object({}),
      run: async () => ({}),
    });
    const shut = openApiDocument({ ...options, routes: [...visitsModule.routes, door], signIns: ['session', 'key'] });
    expect(shut.paths['/visits']?.get).toMatchObject({ security: [{ session: [] }, { key: [] }] });
    expect(shut.paths['/sign-in']?.post?.security).toEqual([{ browser: [] }]);
    expect(Object.keys(shut.components.securitySchemes ?? {})).toEqual(['session', 'browser', 'key']);
    const open = openApiDocument({ ...options, routes: [{ ...door, opensTo: 'anyone' }], signIns: ['session'] });
    expect(open.paths['/sign-in']?.post?.security).toEqual([]);
    expect(paths['/visits']?.get).not.toHaveProperty('security'); // nobody told it of a way
  });
});
