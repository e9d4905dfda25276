import type { Language, Refusal, Say } from '@front-office/kernel';
import type { Request, Response } from 'express';
import { retryAfterSeconds } from './codes.ts';
import { problemOf } from './problem.ts';
import { traceOf } from './trace.ts';

/** Answers with a refusal, in the language the request asks for. */
export function sendProblem(request: Request, response: Response, refusal: Refusal, say: Say): void {
  const language = languageOf(request);
  traceOf(response).refused = refusal.code;
  const problem = problemOf(refusal, say(refusal, language), traceOf(response).id);
  const retryAfter = retryAfterSeconds[refusal.code];
  // Whoever knows it better has said so already.
  if (retryAfter !== undefined && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', retryAfter);
  response.setHeader('Content-Language', language);
  send(response, problem.status, 'application/problem+json', problem);
}

export const sendData = (response: Response, data: unknown): void => send(response, 200, 'application/json', data);

/** German or English, by `Accept-Language`; English when neither is asked for. */
export const languageOf = (request: Request): Language => (request.acceptsLanguages('en', 'de') === 'de' ? 'de' : 'en');

function send(response: Response, status: number, type: string, body: unknown): void {
  const text = JSON.stringify(body);
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Vary', 'Accept-Language');
  response.end(text);
}
