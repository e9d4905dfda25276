import { commandRoute, defineRoute, viewRoute } from '@front-office/kernel';
import * as z from 'zod';
import { listMessages, MessageLine, MessageQuery } from './queries.ts';
import { Message } from './schema.ts';
import { messages } from './workflow.ts';

/** Every route of this package. A browser takes the types and paths only. Nothing is queued from outside: facts do that. */
export const routes = [
  defineRoute({
    method: 'GET',
    path: '/messages',
    summary: 'The messages in one state, the latest first, page by page',
    needs: 'messages.send',
    input: MessageQuery,
    output: z.object({ messages: z.array(MessageLine), next: z.string().nullable() }),
    run: ({ query, office }, asked) => listMessages(query, office, asked),
  }),
  viewRoute(messages, {
    path: '/messages/{message}',
    summary: 'One message with its log and actions',
    context: Message,
  }),
  commandRoute(messages, 'sendAgain', {
    path: '/messages/{message}/send-again',
    summary: 'Send a message once more that did not arrive',
    refusals: [],
  }),
  commandRoute(messages, 'cancel', {
    path: '/messages/{message}/cancel',
    summary: 'Do not send a message that is still to be sent',
    refusals: [],
  }),
] as const;

/** The routes as types, for the typed client. */
export type MessageRoutes = (typeof routes)[number];
